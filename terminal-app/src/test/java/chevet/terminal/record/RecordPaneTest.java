package chevet.terminal.record;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.record.RecordItem;
import chevet.model.record.RecordItem.Detail;
import chevet.model.record.RecordItem.Figure;
import chevet.model.record.RecordItem.Gravity;
import chevet.model.record.RecordItem.Point;
import chevet.model.record.RecordPart;
import chevet.model.record.RecordPart.State;
import chevet.model.record.RecordRead;
import chevet.model.record.RecordSection;
import chevet.model.record.When;
import chevet.model.staff.Action;
import chevet.model.staff.Nonce;
import chevet.model.staff.Permission;
import chevet.model.staff.StaffAsks;
import chevet.model.staff.Standing;
import chevet.model.text.Language;
import chevet.model.wire.Answer;
import chevet.model.wire.AnswerKey;
import chevet.model.wire.Body;
import chevet.model.wire.WireCodec;
import chevet.terminal.Bedside;
import chevet.terminal.HandAsks;
import chevet.terminal.Remains;
import chevet.terminal.device.card.HandCard;
import chevet.terminal.staff.StaffSeat;
import chevet.terminal.ui.TextSize;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordPaneTest {
    private static final When TODAY =
            new When(Bedside.SATURDAY.minus(Duration.ofMinutes(52)), When.Precision.TIME);

    private Bedside bedside;
    private HandCard card;

    @BeforeEach
    void bed() {
        bedside = new Bedside(1280, 800).admitted();
        String nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[32]);
        bedside.asks()
                .answer(
                        StaffAsks.CHALLENGE,
                        _ -> new Nonce(nonce, Bedside.SATURDAY.plusSeconds(30)));
        bedside.asks().answer(StaffAsks.END, _ -> new StaffAsks.Ended());
        card = new HandCard(StaffSeat.CODE);
    }

    @AfterEach
    void leave() {
        bedside.close();
    }

    private void open(RecordSection... sections) {
        Permission[] permissions =
                Arrays.stream(sections)
                        .map(RecordInteractor::resource)
                        .map(resource -> new Permission(resource, Action.READ))
                        .toArray(Permission[]::new);
        bedside.asks().answer(StaffAsks.LOGIN, _ -> StaffSeat.session(Standing.PIN, permissions));
        bedside.cards().insert(card);
        bedside.settle();
        bedside.settle();
    }

    private void answered() {
        bedside.asks()
                .answer(
                        RecordRead.TYPE,
                        body -> {
                            RecordRead asked = read(body);
                            return AnswerKey.seal(part(asked.section()), asked.key());
                        });
    }

    private static RecordRead read(Body body) {
        return WireCodec.strict(body, RecordRead.class);
    }

    private static RecordItem item(
            String kind,
            String text,
            List<Detail> details,
            Gravity gravity,
            List<Figure> figures,
            List<Point> trend) {
        return new RecordItem(
                Optional.of(kind).filter(word -> !word.isEmpty()),
                text,
                details,
                gravity,
                Optional.of(TODAY),
                Optional.empty(),
                Optional.of("Dr Roux"),
                figures,
                trend);
    }

    private static RecordPart part(RecordSection section) {
        List<RecordItem> items =
                switch (section) {
                    case BANNER ->
                            List.of(
                                    item(
                                            "name",
                                            "MARTIN Jeanne",
                                            List.of(),
                                            Gravity.PLAIN,
                                            List.of(),
                                            List.of()),
                                    item(
                                            "birth",
                                            "67",
                                            List.of(),
                                            Gravity.PLAIN,
                                            List.of(),
                                            List.of()));
                    case ALLERGIES ->
                            List.of(
                                    item(
                                            "",
                                            "Œuf",
                                            List.of(new Detail("severe", "")),
                                            Gravity.ALERT,
                                            List.of(),
                                            List.of()));
                    case OBSERVATIONS ->
                            List.of(
                                    item(
                                            "blood-pressure",
                                            "",
                                            List.of(),
                                            Gravity.PLAIN,
                                            List.of(
                                                    new Figure(132, "mmHg"),
                                                    new Figure(78.5, "mmHg")),
                                            List.of(
                                                    new Point(
                                                            Bedside.SATURDAY.minusSeconds(7200),
                                                            120),
                                                    new Point(
                                                            Bedside.SATURDAY.minusSeconds(3600),
                                                            140),
                                                    new Point(Bedside.SATURDAY, 132))));
                    default -> List.of();
                };
        State state =
                items.isEmpty()
                        ? section == RecordSection.MEDICATION ? State.LATE : State.MISSING
                        : State.PRESENT;
        return new RecordPart(
                section,
                state,
                Bedside.SATURDAY,
                "Dossier",
                items,
                section == RecordSection.ALLERGIES ? 2 : 0,
                false);
    }

    private String text() {
        return bedside.text();
    }

    @Test
    void whatTheProfilePermitsIsShownWithTimeAndSource() throws IOException {
        answered();
        open(
                RecordSection.BANNER,
                RecordSection.ALLERGIES,
                RecordSection.DIET,
                RecordSection.MEDICATION,
                RecordSection.OBSERVATIONS);

        assertThat(text())
                .contains("MARTIN Jeanne · 67 ans")
                .contains("Œuf (sévère)")
                .contains("2 éléments illisibles")
                .contains("TA 132/78,5\u00a0mmHg")
                .contains("10:50 · Dr Roux")
                .contains("Aucun régime prescrit au dossier")
                .contains("Le dossier n’a pas répondu à temps")
                .contains("Dossier, lu à 11:42")
                .contains("Précautions, Rendez-vous, Équipe, Consentements : autre profil");
        pictures("record");
    }

    /** To be looked at, where somebody wants to: {@code -Dpictures=DIR}. */
    private void pictures(String name) throws IOException {
        String to = System.getProperty("pictures", "");
        if (!to.isEmpty()) {
            bedside.picture(Path.of(to, name + "-fr.png"));
            for (Language language : List.of(Language.EN, Language.AR)) {
                Bedside.onScreen(
                        () -> bedside.wiring().staffKit().words().languageProperty().set(language));
                bedside.picture(Path.of(to, name + "-" + language.tag() + ".png"));
            }
            Bedside.onScreen(
                    () -> {
                        bedside.wiring().staffKit().words().languageProperty().set(Language.FR);
                        bedside.wiring().staffKit().look().textSizeProperty().set(TextSize.LARGEST);
                    });
            bedside.picture(Path.of(to, name + "-200.png"));
        }
    }

    @Test
    void onlyWhatIsPermittedIsAskedFor() {
        answered();
        open(RecordSection.ALLERGIES);

        assertThat(bedside.asks().asked(RecordRead.TYPE))
                .extracting(asked -> read(asked.body()).section())
                .containsExactly(RecordSection.ALLERGIES);
    }

    @Test
    void whatIsMissingIsNeverSaidToBeNone() {
        bedside.asks()
                .answer(
                        RecordRead.TYPE,
                        body ->
                                AnswerKey.seal(
                                        RecordPart.empty(
                                                RecordSection.ALLERGIES,
                                                State.MISSING,
                                                Bedside.SATURDAY,
                                                "Dossier"),
                                        read(body).key()));
        open(RecordSection.ALLERGIES);

        assertThat(text()).contains("Rien d’inscrit : ni allergie, ni « aucune »");
    }

    @Test
    void aServerThatIsSilentIsSaidAndMayBeAskedAgain() {
        open(RecordSection.ALLERGIES);

        assertThat(text()).contains("Le serveur du service ne répond pas.").contains("Relire");
    }

    @Test
    void cardOutLeavesNothingAndALateAnswerIsNotShown() {
        CompletableFuture<Answer> held = bedside.asks().hold(RecordRead.TYPE);
        open(RecordSection.ALLERGIES);
        assertThat(text()).contains("Lecture du dossier…");

        RecordRead asked = read(bedside.asks().asked(RecordRead.TYPE).getFirst().body());
        bedside.cards().remove(card);
        bedside.settle();
        held.complete(HandAsks.good(AnswerKey.seal(part(RecordSection.ALLERGIES), asked.key())));
        bedside.settle();

        assertThat(text()).doesNotContain("Œuf");
    }

    @Test
    void cardOutLeavesNothingInMemory(@TempDir Path folder) {
        Remains remains = new Remains();
        bedside.asks()
                .answer(
                        RecordRead.TYPE,
                        body -> AnswerKey.seal(strange(remains), read(body).key()));
        open(RecordSection.BANNER, RecordSection.ALLERGIES, RecordSection.OBSERVATIONS);
        bedside.pulse();
        assertThat(remains.inMemory(folder.resolve("shown.hprof"))).isTrue();

        bedside.cards().remove(card);
        bedside.settle();
        bedside.pulse();

        assertThat(remains.inMemory(folder.resolve("gone.hprof"))).isFalse();
    }

    private static RecordPart strange(Remains remains) {
        return new RecordPart(
                RecordSection.ALLERGIES,
                State.PRESENT,
                Bedside.SATURDAY,
                "Dossier",
                List.of(
                        item(
                                "name",
                                remains.word(),
                                List.of(new Detail("reaction", remains.word())),
                                Gravity.ALERT,
                                List.of(),
                                List.of(
                                        new Point(Bedside.SATURDAY.minusSeconds(7200), 120),
                                        new Point(Bedside.SATURDAY, 132)))),
                0,
                false);
    }
}
