package chevet.ward.meal;

import static chevet.ward.meal.House.DINNER;
import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.meal.Allergen;
import chevet.model.meal.ServiceKey;
import chevet.model.place.BedId;
import chevet.model.text.Language;
import chevet.ward.db.Databases;
import chevet.ward.meal.KitchenSheet.Line;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class KitchenPapersTest {
    private final Databases databases = Databases.sqlite();
    private House house;

    @BeforeEach
    void fillTheWard() {
        house = House.full(databases);
        house.meals.trays().setProfile(house.in("211-P"), Tests.nothingFits(), "dietitian");
        house.at(0, "14:00");
    }

    @AfterEach
    void close() {
        databases.close();
    }

    @Test
    void everyTrayThatIsMadeHasACardAndNoOther() throws IOException {
        String text = text(house.meals.kitchen().trayCards(House.WARD, DINNER, Language.FR));
        KitchenSheet sheet = house.sheet(DINNER);
        for (KitchenSheet.BedTray tray : sheet.trays()) {
            boolean made = Counting.made(tray.tray().state());
            assertThat(text.lines().anyMatch(l -> l.equals("Lit " + tray.bed())))
                    .as(tray.bed().value())
                    .isEqualTo(made);
        }
        assertThat(text).contains("Dîner").contains("samedi 21 novembre 2026");
        assertThat(text).contains("Allergies : œufs").contains("Petits morceaux (6)");
    }

    @Test
    void productionSheetSaysWhatTheSheetSays() throws IOException {
        String text = text(house.meals.kitchen().productionSheet(House.WARD, DINNER, Language.FR));
        KitchenSheet sheet = house.sheet(DINNER);
        assertThat(text).contains("= 24 patients").contains("Retenus").contains("À jeun");
        assertThat(text).contains("Lit 211-P :");
        String flat = text.replaceAll("\\s+", " ");
        for (Line line : sheet.lines()) {
            assertThat(flat).contains(line.dish().name().fr());
        }
    }

    @Test
    void noPaperNamesAnybody() throws IOException {
        house.stays.discharge(house.in("210-P"), "test");
        house.admit("210-P");
        for (Language language : Language.values()) {
            assertThat(text(house.meals.kitchen().trayCards(House.WARD, DINNER, language)))
                    .doesNotContain("Canarisson");
            assertThat(text(house.meals.kitchen().productionSheet(House.WARD, DINNER, language)))
                    .doesNotContain("Canarisson");
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void papersAreA4InEveryLanguage(Language language) throws IOException {
        byte[] sheet =
                house.meals.kitchen().productionSheet(House.WARD, DINNER, language).orElseThrow();
        byte[] cards = house.meals.kitchen().trayCards(House.WARD, DINNER, language).orElseThrow();
        for (byte[] pdf : List.of(sheet, cards)) {
            try (PDDocument document = Loader.loadPDF(pdf)) {
                assertThat(document.getNumberOfPages()).isBetween(1, 4);
                PDRectangle page = document.getPage(0).getMediaBox();
                assertThat(page.getWidth()).isEqualTo(595f, within(1));
                assertThat(page.getHeight()).isEqualTo(842f, within(1));
                assertThat(new PDFTextStripper().getText(document)).isNotBlank();
            }
        }
    }

    private static org.assertj.core.data.Offset<Float> within(float points) {
        return org.assertj.core.data.Offset.offset(points);
    }

    @Test
    void csvHasEveryLineAndItsTotal() {
        byte[] csv =
                house.meals.kitchen().productionCsv(House.WARD, DINNER, Language.FR).orElseThrow();
        List<String> lines = new String(csv, StandardCharsets.UTF_8).lines().toList();
        KitchenSheet sheet = house.sheet(DINNER);
        assertThat(lines).hasSize(sheet.lines().size() + 1);
        assertThat(lines.getFirst()).startsWith("\uFEFFService;Date;Composante;Code;Plat;");
        for (int i = 0; i < sheet.lines().size(); i++) {
            Line line = sheet.lines().get(i);
            assertThat(lines.get(i + 1))
                    .contains(";" + line.dish().id() + ";")
                    .endsWith(";" + line.total());
        }
    }

    @Test
    void thereIsNoPaperWithoutAService() {
        ServiceKey far = new ServiceKey(House.TODAY.plusDays(40), DINNER.service());
        assertThat(house.meals.kitchen().trayCards(House.WARD, far, Language.FR)).isEmpty();
        assertThat(house.meals.kitchen().sheet(House.WARD, far)).isEmpty();
        assertThat(house.sheet(DINNER).trays().getFirst().bed()).isEqualTo(new BedId("210-P"));
        assertThat(house.profile(house.in("219-F")).allergies()).containsExactly(Allergen.MILK);
    }

    private static String text(java.util.Optional<byte[]> pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.orElseThrow())) {
            return new PDFTextStripper().getText(document);
        }
    }
}
