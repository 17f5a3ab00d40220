package chevet.ward.meal;

import chevet.model.meal.Course;
import chevet.model.meal.Dish;
import chevet.model.meal.DishId;
import chevet.model.meal.DrinkThickness;
import chevet.model.meal.FoodProfile;
import chevet.model.meal.FoodTexture;
import chevet.model.meal.Served;
import chevet.model.meal.Tray;
import chevet.model.text.Language;
import chevet.ward.meal.KitchenSheet.BedTray;
import chevet.ward.meal.KitchenSheet.Line;
import chevet.ward.meal.KitchenSheet.Tally;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;

/**
 * What the kitchen prints: tray cards and the production sheet, and the same numbers as CSV. Beds
 * and diets, never a name.
 */
final class KitchenPapers {
    /** Highest level first, as the kitchen works. */
    private static final List<FoodTexture> TEXTURES =
            Arrays.stream(FoodTexture.values())
                    .sorted(Comparator.comparingInt(FoodTexture::level).reversed())
                    .toList();

    private static final int CARDS_ACROSS = 2;
    private static final float CARD_HEIGHT = 190;

    private final PaperWords words;
    private final Function<DishId, Optional<Dish>> catalogue;

    KitchenPapers(Language language, ZoneId zone, Function<DishId, Optional<Dish>> catalogue) {
        this.words = new PaperWords(language, zone);
        this.catalogue = catalogue;
    }

    byte[] trayCards(KitchenSheet sheet) {
        Paper paper = new Paper(words.say("cards"), words.rightToLeft());
        List<BedTray> made =
                sheet.trays().stream().filter(tray -> Counting.made(tray.tray().state())).toList();
        if (made.isEmpty()) {
            paper.line(words.say("cards"), 20, true);
            paper.line(words.of(sheet.menu().key()), 13, false);
            paper.line(words.say("none"), 13, false);
            return paper.bytes();
        }
        PdfPTable table = paper.table(CARDS_ACROSS);
        for (BedTray tray : made) {
            PdfPCell card = new PdfPCell(card(paper, sheet, tray));
            card.setFixedHeight(CARD_HEIGHT);
            card.setPadding(8);
            card.setBorderColor(Paper.LINE);
            table.addCell(card);
        }
        for (int i = made.size(); i % CARDS_ACROSS != 0; i++) {
            PdfPCell none = paper.cell("", 10, false);
            none.setBorder(Rectangle.NO_BORDER);
            table.addCell(none);
        }
        paper.add(table);
        return paper.bytes();
    }

    private PdfPTable card(Paper paper, KitchenSheet sheet, BedTray tray) {
        PdfPTable card = paper.table(1);
        bare(paper, card, words.say("bed", words.of(tray.bed())), 18, true);
        bare(paper, card, words.of(sheet.menu().key()), 9, false);
        FoodProfile profile = tray.profile();
        bare(paper, card, levels(profile), 10, true);
        if (!profile.diets().isEmpty()) {
            bare(paper, card, words.list(profile.diets()), 10, false);
        }
        if (!profile.allergies().isEmpty()) {
            bare(paper, card, words.say("allergies", words.list(profile.allergies())), 10, true);
        }
        new TreeMap<>(tray.tray().dishes())
                .forEach((course, id) -> bare(paper, card, served(course, id, profile), 10, false));
        return card;
    }

    private String levels(FoodProfile profile) {
        String levels =
                words.of(Served.needed(profile)) + " · " + words.of(Served.neededToDrink(profile));
        return profile.confirmed() ? levels : levels + " · " + words.say("unconfirmed");
    }

    private String served(Course course, DishId id, FoodProfile profile) {
        Optional<Dish> dish = catalogue.apply(id);
        String name = dish.map(d -> words.of(d.name())).orElse(id.value());
        String level =
                dish.flatMap(d -> Served.of(d, profile))
                        .map(
                                served ->
                                        Stream.concat(
                                                        served.texture().map(words::of).stream(),
                                                        served.thickness().map(words::of).stream())
                                                .collect(Collectors.joining(", ")))
                        .orElse("");
        return words.of(course) + " : " + name + (level.isEmpty() ? "" : " (" + level + ")");
    }

    byte[] productionSheet(KitchenSheet sheet) {
        Paper paper = new Paper(words.say("sheet"), words.rightToLeft());
        paper.line(words.say("sheet"), 20, true);
        paper.line(words.of(sheet.menu().key()), 14, true);
        paper.line(
                sheet.closed()
                        .map(at -> words.say("closed-at", words.time(at)))
                        .orElseGet(
                                () -> words.say("provisional", words.time(sheet.menu().cutOff()))),
                11,
                false);
        paper.line(tally(sheet.tally()), 11, true);
        paper.gap(8);
        paper.add(production(paper, sheet));
        paper.gap(10);
        for (Tray.State state :
                List.of(
                        Tray.State.HELD,
                        Tray.State.FASTING,
                        Tray.State.DEFAULT,
                        Tray.State.UNCHOSEN)) {
            beds(paper, sheet, state);
        }
        return paper.bytes();
    }

    private String tally(Tally tally) {
        return words.say(
                "tally",
                tally.chosen(),
                tally.byDefault(),
                tally.held(),
                tally.fasting(),
                tally.unchosen(),
                tally.patients());
    }

    private PdfPTable production(Paper paper, KitchenSheet sheet) {
        PdfPTable table = paper.table(TEXTURES.size() + 3);
        float[] widths = new float[TEXTURES.size() + 3];
        Arrays.fill(widths, 1.2f);
        widths[0] = 4;
        widths[TEXTURES.size() + 1] = 2.2f;
        widths[TEXTURES.size() + 2] = 1;
        table.setWidths(words.rightToLeft() ? reversed(widths) : widths);
        table.setHeaderRows(1);
        table.addCell(paper.cell(words.say("dish"), 9, true));
        TEXTURES.forEach(texture -> table.addCell(paper.number(words.of(texture), 8, true)));
        table.addCell(paper.number(words.say("drink"), 8, true));
        table.addCell(paper.number(words.say("total"), 9, true));
        Optional<Course> course = Optional.empty();
        for (Line line : sheet.lines()) {
            if (!course.equals(Optional.of(line.course()))) {
                course = Optional.of(line.course());
                PdfPCell head = paper.cell(words.of(line.course()), 10, true);
                head.setColspan(TEXTURES.size() + 3);
                table.addCell(head);
            }
            table.addCell(paper.cell(name(line), 11, false));
            for (FoodTexture texture : TEXTURES) {
                table.addCell(
                        paper.number(count(line.textures().getOrDefault(texture, 0)), 11, false));
            }
            table.addCell(paper.number(drinks(line), 9, false));
            table.addCell(paper.number(String.valueOf(line.total()), 11, true));
        }
        return table;
    }

    private static float[] reversed(float[] widths) {
        float[] reversed = new float[widths.length];
        for (int i = 0; i < widths.length; i++) {
            reversed[i] = widths[widths.length - 1 - i];
        }
        return reversed;
    }

    private String name(Line line) {
        String name = words.of(line.dish().name());
        return line.replacement() ? words.say("replacement", name) : name;
    }

    private static String count(int portions) {
        return portions == 0 ? "–" : String.valueOf(portions);
    }

    private String drinks(Line line) {
        return new TreeMap<>(line.thicknesses())
                .entrySet().stream()
                        .map(drink -> drink.getValue() + " × " + words.of(drink.getKey()))
                        .collect(Collectors.joining(", "));
    }

    private void beds(Paper paper, KitchenSheet sheet, Tray.State state) {
        List<BedTray> trays = sheet.in(state);
        if (trays.isEmpty()) {
            return;
        }
        paper.line(words.of(state) + " (" + trays.size() + ")", 12, true);
        if (state != Tray.State.HELD) {
            paper.line(
                    trays.stream().map(t -> words.of(t.bed())).collect(Collectors.joining(", ")),
                    11,
                    false);
            return;
        }
        for (BedTray tray : trays) {
            String dishes =
                    new TreeMap<>(tray.tray().dishes())
                            .values().stream()
                                    .map(id -> catalogue.apply(id).map(d -> words.of(d.name())))
                                    .flatMap(Optional::stream)
                                    .collect(Collectors.joining(", "));
            String reasons = words.reasons(tray.tray().held());
            paper.line(
                    words.say("bed", words.of(tray.bed()))
                            + " : "
                            + reasons
                            + (dishes.isEmpty() ? "" : " (" + dishes + ")"),
                    11,
                    false);
        }
    }

    byte[] productionCsv(KitchenSheet sheet) {
        List<String> header = new ArrayList<>();
        Stream.of("service", "date", "course", "dish-id", "dish", "replacement-column")
                .map(words::say)
                .forEach(header::add);
        TEXTURES.forEach(texture -> header.add(words.of(texture)));
        Arrays.stream(DrinkThickness.values()).forEach(drink -> header.add(words.of(drink)));
        header.add(words.say("total"));
        StringBuilder csv = new StringBuilder("\uFEFF").append(row(header));
        for (Line line : sheet.lines()) {
            csv.append(row(cells(sheet, line)));
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private List<String> cells(KitchenSheet sheet, Line line) {
        List<String> cells = new ArrayList<>();
        cells.add(words.of(sheet.menu().key().service()));
        cells.add(sheet.menu().key().date().toString());
        cells.add(words.of(line.course()));
        cells.add(line.dish().id().value());
        cells.add(words.of(line.dish().name()));
        cells.add(words.say(line.replacement() ? "yes" : "no"));
        TEXTURES.forEach(texture -> cells.add(plain(line.textures(), texture)));
        Arrays.stream(DrinkThickness.values())
                .forEach(drink -> cells.add(plain(line.thicknesses(), drink)));
        cells.add(String.valueOf(line.total()));
        return cells;
    }

    private static <K> String plain(Map<K, Integer> counts, K key) {
        return String.valueOf(counts.getOrDefault(key, 0));
    }

    private static String row(List<String> cells) {
        return cells.stream()
                .map(KitchenPapers::quoted)
                .collect(Collectors.joining(";", "", "\r\n"));
    }

    /** What a spreadsheet would take for a formula is made a text (OWASP, CSV injection). */
    private static String quoted(String cell) {
        String safe =
                !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
        return safe.chars().anyMatch(c -> c == ';' || c == '"' || c == '\n' || c == '\r')
                ? "\"" + safe.replace("\"", "\"\"") + "\""
                : safe;
    }

    private static void bare(Paper paper, PdfPTable table, String text, float size, boolean bold) {
        PdfPCell cell = paper.cell(text, size, bold);
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setPadding(1.5f);
        table.addCell(cell);
    }
}
