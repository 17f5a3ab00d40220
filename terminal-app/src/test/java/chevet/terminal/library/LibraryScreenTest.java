package chevet.terminal.library;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.text.Language;
import chevet.terminal.Bedside;
import chevet.terminal.Finger;
import chevet.terminal.player.HandEngine;
import chevet.terminal.player.PlayState;
import chevet.terminal.player.Trouble;
import chevet.terminal.shell.Shell;
import java.time.Duration;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The library as a finger finds it, in the whole terminal, with a player moved by hand. */
class LibraryScreenTest {
    private final Bedside bedside = new Bedside(1280, 800);
    private final FilmPage page = new FilmPage(bedside);
    private final Finger finger = new Finger(bedside);

    @AfterEach
    void close() {
        bedside.close();
    }

    private void prescribed() {
        bedside.admitted();
        Cinema.prescribe(bedside.link()::put);
        bedside.settle();
    }

    private void tap(String id) {
        page.await(id, () -> bedside.scene().lookup("#" + id) != null);
        finger.tap(Bedside.onScreen(() -> bedside.scene().lookup("#" + id)));
    }

    private void tapStyle(String style) {
        Node node = page.shown(each -> each.getStyleClass().contains(style)).getFirst();
        finger.tap(node);
    }

    @Test
    void doorIsThereOnlyWhileThereAreFilms() {
        bedside.link()
                .put(
                        chevet.model.wire.StreamId.Kind.STAY,
                        "patient",
                        new chevet.model.stay.Patient(
                                chevet.model.stay.Patient.Title.MRS, "Martin", Language.FR));
        bedside.link().admit("s1");
        bedside.settle();
        assertThat(page.shown(each -> each.getStyleClass().contains("tile-library"))).isEmpty();
        Cinema.fill(bedside.link()::put);
        bedside.settle();
        assertThat(page.shown(each -> each.getStyleClass().contains("tile-library"))).hasSize(1);
    }

    @Test
    void prescribedFilmStandsFirstOnHomeAndOneTapPlaysIt() {
        prescribed();
        assertThat(page.text())
                .contains("Regardez : Votre opération de la cataracte, pas à pas")
                .contains("6 min · puis 3 questions");
        Button act =
                (Button)
                        page.shown(
                                        each ->
                                                each instanceof Button button
                                                        && "Regarder".equals(button.getText()))
                                .getFirst();
        finger.tap(act);
        HandEngine engine = page.open();
        assertThat(engine.opened()).hasSize(1);
    }

    @Test
    void shelvesShowWhatAFilmIs() {
        prescribed();
        tapStyle("tile-library");
        assertThat(page.text())
                .contains("Conseillée par votre équipe")
                .contains("Passer une IRM")
                .contains("6 min · français, arabe")
                .contains("Sous-titres : français, arabe");
        tap("shelf-EXAMS");
        assertThat(page.text()).contains("Passer une IRM").doesNotContain("Un adolescent raconte");
        tap("film-mri");
        page.await("mri is open", () -> page.text().contains("Réalisée par : Hôpital de jour"));
        assertThat(page.text()).contains("Relue le 12 octobre 2025 · version\u00a01");
    }

    @Test
    void bigButtonPausesAndPlaysAndTenSecondsBackAreOneTap() {
        prescribed();
        HandEngine engine = page.open();
        page.become(new PlayState.Playing());
        Bedside.onScreen(
                () -> engine.stand(Duration.ofSeconds(65), Optional.of(Cinema.CATARACT_LENGTH)));
        assertThat(page.text()).contains("1:05").contains("6:00");
        tap("film-back");
        assertThat(page.text()).contains("0:55");
        tap("film-play");
        assertThat(engine.stateProperty().get()).isEqualTo(new PlayState.Paused());
        tap("film-play");
        assertThat(engine.stateProperty().get()).isEqualTo(new PlayState.Playing());
    }

    @Test
    void runningFilmIsNotLeftBecauseNobodyTouchesIt() {
        prescribed();
        page.open();
        page.become(new PlayState.Playing());
        bedside.clock().forward(Duration.ofMinutes(20));
        Bedside.onScreen(bedside.wiring().shell()::tick);
        assertThat(shown()).isEqualTo(FilmScreen.NAME);
        page.become(new PlayState.Paused());
        bedside.clock().forward(Duration.ofMinutes(4));
        Bedside.onScreen(bedside.wiring().shell()::tick);
        assertThat(shown()).isEqualTo(Shell.HOME);
    }

    @Test
    void touchGivesThePictureTheWholeScreenAndItsEndTakesItBack() {
        prescribed();
        page.open();
        page.become(new PlayState.Playing());
        tapStyle("film-picture");
        assertThat(width("film-picture")).isEqualTo(1280);
        assertThat(page.text()).contains("Réduire").doesNotContain("Accueil");
        tapStyle("film-picture");
        assertThat(width("film-picture")).isLessThan(900);
        assertThat(page.text()).contains("Accueil").doesNotContain("Réduire");
        tap("film-whole");
        tap("film-whole-play");
        assertThat(bedside.engine().stateProperty().get()).isEqualTo(new PlayState.Paused());
        page.become(new PlayState.Playing());
        page.become(new PlayState.Ended());
        assertThat(page.text()).contains("La vidéo est terminée").contains("Accueil");
    }

    private double width(String style) {
        Node node = page.shown(each -> each.getStyleClass().contains(style)).getFirst();
        return Bedside.onScreen(() -> node.getLayoutBounds().getWidth());
    }

    private String shown() {
        return Bedside.onScreen(() -> bedside.wiring().shell().shown());
    }

    @Test
    void failureSaysWhatToDo() {
        prescribed();
        page.open();
        page.become(new PlayState.Failed(Trouble.NOT_INSTALLED));
        assertThat(page.text())
                .contains("Cet écran ne sait pas encore lire les vidéos")
                .contains("Dites-le à l’équipe");
    }

    /** Else they went to whatever came next, and the page beside the picture scrolled there. */
    @Test
    void whoTriesAgainHasTheKeysBesideThePicture() {
        prescribed();
        page.open();
        page.become(new PlayState.Failed(Trouble.STOPPED));
        Node retry =
                page.shown(
                                each ->
                                        each instanceof Button button
                                                && "Réessayer".equals(button.getText()))
                        .getFirst();
        Bedside.onScreen(retry::requestFocus);
        finger.tap(retry);
        assertThat(Bedside.onScreen(() -> bedside.scene().getFocusOwner().getId()))
                .isEqualTo("film-whole");
    }

    @Test
    void whoMayHearNothingAtNightIsToldThatAloneWhereNoSoundCouldBeMadeEither() {
        prescribed();
        HandEngine engine = page.open();
        page.become(new PlayState.Playing());
        Bedside.onScreen(() -> engine.hearNothing(true));
        assertThat(page.text()).contains("ne peut pas faire entendre le son");
        bedside.clock().forward(Duration.ofHours(10));
        Bedside.onScreen(bedside.wiring().shell()::tick);
        assertThat(page.text())
                .contains("le son passe seulement par le casque")
                .doesNotContain("ne peut pas faire entendre le son");
        finger.tap(bedside.target("Mon casque est branché"));
        assertThat(page.text()).contains("ne peut pas faire entendre le son");
    }

    @Test
    void checkIsAnsweredWithAFinger() {
        prescribed();
        page.seeItAll();
        tap("film-answer");
        assertThat(page.text()).contains("Question 1 sur 3");
        tap("choice-1");
        tap("check-next");
        assertThat(page.text()).contains("Oui, c’est bien cela.");
        tap("check-next");
        tap("check-unsure");
        assertThat(page.text()).contains("vous l’expliquera tranquillement");
        tap("check-next");
        tap("choice-0");
        tap("check-next");
        tap("check-next");
        assertThat(page.text())
                .contains("Merci d’avoir répondu")
                .contains("dès que possible")
                .contains("Que faut-il faire après l’opération ?");
        Bedside.onScreen(bedside.wiring().shell()::home);
        bedside.settle();
        assertThat(page.text()).doesNotContain("Votre opération de la cataracte");
    }

    @Test
    void everyTextIsThereInEveryLanguage() {
        prescribed();
        for (Language language : Language.values()) {
            Bedside.onScreen(() -> bedside.wiring().kit().words().languageProperty().set(language));
            page.show(LibraryScreen.NAME);
            page.open();
            page.become(new PlayState.Stalled(Trouble.STOPPED, 1));
            for (Trouble trouble : Trouble.values()) {
                page.become(new PlayState.Failed(trouble));
            }
            page.show(Shell.HOME);
        }
        assertThat(bedside.wiring().kit().words().missing()).isEmpty();
    }
}
