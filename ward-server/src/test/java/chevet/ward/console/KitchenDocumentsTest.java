package chevet.ward.console;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.meal.Tray;
import chevet.model.place.BedId;
import chevet.model.stay.Patient;
import chevet.model.text.Language;
import chevet.ward.meal.KitchenSheet;
import chevet.ward.stay.Admission;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;

/** The kitchen's papers as a browser gets them. */
@Timeout(120)
@TestInstance(Lifecycle.PER_CLASS)
final class KitchenDocumentsTest {
    private static final String DINNER = "?ward=ophtalmo&date=2026-11-21&service=DINNER";
    private static final String NAME = "Canarisson";

    private ConsoleHouse house;
    private Visitor visitor;

    @BeforeAll
    void afterTheCutOff() {
        house = new ConsoleHouse();
        house.stays.admit(
                new Admission(
                        new Patient(Patient.Title.MRS, NAME, Language.FR), new BedId("212-P")),
                "test");
        house.table.choose(house.in("212-P"), ConsoleHouse.DINNER);
        house.table.choose(house.in("211-P"), ConsoleHouse.DINNER);
        house.at("14:00");
        house.account("cuisine", Role.KITCHEN);
        house.account("english", false, Optional.of(Language.EN), Role.KITCHEN);
        visitor = new Visitor(house);
        visitor.login("cuisine", ConsoleHouse.PASSWORD);
    }

    @AfterAll
    void close() {
        visitor.close();
        house.close();
    }

    private KitchenSheet sheet() {
        return house.meals.kitchen().sheet(ConsoleHouse.WARD, ConsoleHouse.DINNER).orElseThrow();
    }

    private byte[] fetched(String path, String type, String name) {
        HttpResponse<byte[]> reply = visitor.document(path + DINNER);
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.headers().firstValue("Content-Type")).contains(type);
        assertThat(reply.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"" + name + "\"");
        assertThat(reply.headers().firstValue("Content-Length"))
                .contains(String.valueOf(reply.body().length));
        return reply.body();
    }

    @Test
    void cardsAreOneForEachTrayThatIsMade() throws IOException {
        String text =
                text(
                        fetched(
                                "/meals/cards.pdf",
                                "application/pdf",
                                "cartes-ophtalmo-2026-11-21-DINNER.pdf"));
        List<String> lines = text.lines().map(String::strip).toList();
        for (KitchenSheet.BedTray tray : sheet().trays()) {
            Tray.State state = tray.tray().state();
            boolean made = state == Tray.State.CHOSEN || state == Tray.State.DEFAULT;
            assertThat(lines.contains("Lit " + tray.bed())).as(tray.bed().value()).isEqualTo(made);
        }
        assertThat(lines).contains("Lit 212-P").anyMatch(l -> l.contains("21 novembre 2026"));
        assertThat(text).doesNotContain(NAME);
    }

    @Test
    void productionSheetHasEveryDishAndEveryPatient() throws IOException {
        String text =
                text(fetched(
                                "/meals/production.pdf",
                                "application/pdf",
                                "production-ophtalmo-2026-11-21-DINNER.pdf"))
                        .replaceAll("\\s+", " ");
        assertThat(sheet().lines()).isNotEmpty();
        for (KitchenSheet.Line line : sheet().lines()) {
            assertThat(text).contains(line.dish().name().fr());
        }
        assertThat(text).contains("= 25 patients").doesNotContain(NAME);
    }

    @Test
    void csvHasALineForEachDishWithTheSheetsTotal() {
        String csv =
                new String(
                        fetched(
                                "/meals/production.csv",
                                "text/csv; charset=utf-8",
                                "production-ophtalmo-2026-11-21-DINNER.csv"),
                        StandardCharsets.UTF_8);
        List<String> lines = csv.lines().toList();
        assertThat(lines).hasSize(sheet().lines().size() + 1);
        for (int i = 0; i < sheet().lines().size(); i++) {
            KitchenSheet.Line line = sheet().lines().get(i);
            assertThat(lines.get(i + 1))
                    .contains(";" + line.dish().id() + ";")
                    .endsWith(";" + line.total());
        }
        assertThat(csv).doesNotContain(NAME);
    }

    @Test
    void papersSpeakTheLanguageOfTheAccount() throws IOException {
        try (Visitor english = new Visitor(house)) {
            english.login("english", ConsoleHouse.PASSWORD);
            byte[] cards = english.document("/meals/cards.pdf" + DINNER).body();
            assertThat(text(cards)).contains("Bed 212-P").contains("Dinner");
        }
    }

    @Test
    void thereIsNoPaperOfAnotherWardOrOfNoService() {
        for (String path :
                List.of("/meals/cards.pdf", "/meals/production.pdf", "/meals/production.csv")) {
            assertThat(visitor.document(path + DINNER.replace("ophtalmo", "medecine")).statusCode())
                    .isEqualTo(404);
            assertThat(visitor.document(path + DINNER.replace("2026", "2031")).statusCode())
                    .isEqualTo(404);
        }
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
