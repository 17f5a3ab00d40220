package chevet.ward.meal;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.FontSelector;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;

/** A PDF of A4 pages in the house's type, from right to left where the language is. */
final class Paper {
    private static final String FONTS = "chevet/ward/console/assets/fonts/";
    private static final BaseFont PLAIN = font("AtkinsonHyperlegibleNext_400Regular.ttf");
    private static final BaseFont BOLD = font("AtkinsonHyperlegibleNext_700Bold.ttf");
    private static final BaseFont ARABIC = font("NotoSansArabic_400Regular.ttf");
    private static final BaseFont ARABIC_BOLD = font("NotoSansArabic_700Bold.ttf");
    static final Color INK = new Color(0x17, 0x24, 0x2B);
    static final Color LINE = new Color(0x8F, 0x87, 0x78);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Document document = new Document(PageSize.A4, 36, 36, 36, 36);
    private final boolean rightToLeft;

    Paper(String title, boolean rightToLeft) {
        this.rightToLeft = rightToLeft;
        PdfWriter.getInstance(document, bytes);
        document.addTitle(title);
        document.addCreator("Chevet");
        document.open();
    }

    byte[] bytes() {
        document.close();
        return bytes.toByteArray();
    }

    /** A line over the whole width. */
    void line(String text, float size, boolean bold) {
        PdfPTable table = table(1);
        PdfPCell cell = cell(text, size, bold);
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setPadding(2);
        table.addCell(cell);
        document.add(table);
    }

    void add(PdfPTable table) {
        document.add(table);
    }

    void gap(float points) {
        PdfPTable table = table(1);
        PdfPCell cell = new PdfPCell(new Phrase(""));
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setFixedHeight(points);
        table.addCell(cell);
        document.add(table);
    }

    /** A table over the whole width. */
    PdfPTable table(int columns) {
        PdfPTable table = new PdfPTable(columns);
        table.setWidthPercentage(100);
        table.setRunDirection(direction());
        return table;
    }

    PdfPCell cell(String text, float size, boolean bold) {
        PdfPCell cell = new PdfPCell(phrase(text, size, bold));
        cell.setRunDirection(direction());
        cell.setBorderColor(LINE);
        cell.setPadding(4);
        return cell;
    }

    PdfPCell number(String text, float size, boolean bold) {
        PdfPCell cell = cell(text, size, bold);
        cell.setHorizontalAlignment(Element.ALIGN_CENTER);
        return cell;
    }

    private int direction() {
        return rightToLeft ? PdfWriter.RUN_DIRECTION_RTL : PdfWriter.RUN_DIRECTION_LTR;
    }

    /** Each character in the first of the two fonts that has it. */
    private static Phrase phrase(String text, float size, boolean bold) {
        FontSelector fonts = new FontSelector();
        fonts.addFont(new Font(bold ? BOLD : PLAIN, size, Font.NORMAL, INK));
        fonts.addFont(new Font(bold ? ARABIC_BOLD : ARABIC, size, Font.NORMAL, INK));
        return fonts.process(text);
    }

    private static BaseFont font(String file) {
        try (InputStream in = Paper.class.getClassLoader().getResourceAsStream(FONTS + file)) {
            if (in == null) {
                throw new IllegalStateException("no font " + file);
            }
            return BaseFont.createFont(
                    file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, in.readAllBytes(), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
