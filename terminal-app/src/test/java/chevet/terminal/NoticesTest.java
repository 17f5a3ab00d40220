package chevet.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.notice.Notice;
import chevet.model.notice.NoticeId;
import chevet.model.text.Texts;
import chevet.model.wire.StreamId.Kind;
import chevet.terminal.library.FilmPage;
import chevet.terminal.player.HandEngine;
import chevet.terminal.player.PlayState;
import chevet.terminal.shell.AudioFocus;
import chevet.terminal.shell.Interruptions;
import chevet.terminal.shell.Shell;
import java.time.Duration;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Notices over the whole terminal, on an engine that is moved by hand. */
class NoticesTest {
    private final Bedside bedside = new Bedside(1280, 800).admitted();
    private final FilmPage page = new FilmPage(bedside);
    private final Shell shell = bedside.wiring().shell();

    @AfterEach
    void close() {
        bedside.close();
    }

    private void stands(String id, String text, int sinceSeconds, Duration lasting) {
        NoticeId name = new NoticeId(id);
        bedside.link()
                .put(
                        Kind.WARD,
                        Notice.key(name),
                        new Notice(
                                name,
                                Texts.of(text, "In English.", "بالعربية"),
                                Bedside.SATURDAY.minusSeconds(sinceSeconds),
                                Bedside.SATURDAY.plus(lasting)));
        bedside.settle();
    }

    private HandEngine television() {
        Bedside.onScreen(() -> shell.show("tv"));
        HandEngine engine = (HandEngine) bedside.television();
        Bedside.onScreen(() -> engine.become(new PlayState.Playing()));
        bedside.settle();
        return engine;
    }

    @Test
    void noticeCoversEverythingAndGivesBackTheChannelTheWholePictureAndTheKeys() {
        HandEngine engine = television();
        page.press("tv-whole");
        Node focused = Bedside.onScreen(() -> bedside.scene().getFocusOwner());
        int opened = engine.opened().size();

        stands("eau", "Ne buvez pas l’eau du robinet.", 60, Duration.ofHours(1));
        assertThat(page.text())
                .contains("Message urgent du service, 11:41")
                .contains("Ne buvez pas l’eau du robinet.")
                .doesNotContain("Réduire");
        assertThat(engine.stateProperty().get()).isEqualTo(new PlayState.Paused());

        page.press("notice-close");
        assertThat(page.text()).doesNotContain("Message urgent");
        assertThat(engine.stateProperty().get()).isEqualTo(new PlayState.Playing());
        assertThat(engine.opened()).hasSize(opened);
        assertThat(shell.shown()).isEqualTo("tv");
        assertThat(page.shown(node -> node.getStyleClass().contains("top-bar"))).isEmpty();
        assertThat(Bedside.onScreen(() -> bedside.scene().getFocusOwner())).isSameAs(focused);
    }

    @Test
    void severalAreReadOneAfterTheOtherTheOldestFirst() {
        stands("b", "Deuxième.", 30, Duration.ofHours(1));
        page.press("notice-close");
        stands("c", "Troisième.", 10, Duration.ofHours(1));
        stands("d", "Quatrième.", 5, Duration.ofHours(1));
        assertThat(page.text()).contains("Troisième.").doesNotContain("Deuxième");
        page.press("notice-close");
        assertThat(page.text()).contains("Quatrième.");
        page.press("notice-close");
        assertThat(page.text()).doesNotContain("Message urgent");
    }

    @Test
    void withdrawnNoticeGoesByItselfAndSoDoesOneThatIsOver() {
        HandEngine engine = television();
        stands("a", "Ascenseur arrêté.", 60, Duration.ofHours(1));
        bedside.link().remove(Kind.WARD, Notice.key(new NoticeId("a")));
        bedside.settle();
        assertThat(engine.stateProperty().get()).isEqualTo(new PlayState.Playing());

        stands("b", "Exercice d’évacuation.", 60, Duration.ofMinutes(5));
        assertThat(page.text()).contains("Exercice");
        bedside.clock().forward(Duration.ofMinutes(5));
        Bedside.onScreen(shell::tick);
        assertThat(page.text()).doesNotContain("Exercice");
        assertThat(engine.stateProperty().get()).isEqualTo(new PlayState.Playing());
    }

    @Test
    void idlenessAndEscapeLeaveWhatLiesBelowAsItWas() {
        Bedside.onScreen(() -> shell.show(Shell.DISPLAY));
        stands("a", "Ascenseur arrêté.", 60, Duration.ofHours(1));
        bedside.clock().forward(Duration.ofMinutes(4));
        Bedside.onScreen(shell::tick);
        Bedside.onScreen(
                () ->
                        bedside.scene()
                                .getRoot()
                                .fireEvent(
                                        new KeyEvent(
                                                KeyEvent.KEY_PRESSED,
                                                "",
                                                "",
                                                KeyCode.ESCAPE,
                                                false,
                                                false,
                                                false,
                                                false)));
        assertThat(page.text()).contains("Ascenseur");
        page.press("notice-close");
        assertThat(shell.shown()).isEqualTo(Shell.DISPLAY);
    }

    @Test
    void nextPatientSeesWhatStillStands() {
        stands("a", "Ascenseur arrêté.", 60, Duration.ofHours(1));
        page.press("notice-close");
        bedside.link().discharge();
        bedside.settle();
        assertThat(page.text()).contains("Ascenseur");
    }

    @Test
    void noticeIsSeenOverStaffAndStaffAfterIt() {
        HandEngine engine = television();
        AudioFocus.Held staff =
                Bedside.onScreen(
                        () ->
                                shell.interruptions()
                                        .begin(
                                                Interruptions.Kind.STAFF,
                                                new javafx.scene.layout.StackPane(
                                                        new Label("Personnel"))));
        stands("a", "Ascenseur arrêté.", 60, Duration.ofHours(1));
        assertThat(page.text()).contains("Ascenseur").doesNotContain("Personnel");
        page.press("notice-close");
        assertThat(page.text()).contains("Personnel");
        assertThat(engine.stateProperty().get()).isEqualTo(new PlayState.Paused());
        Bedside.onScreen(staff::close);
        assertThat(page.text()).doesNotContain("Personnel");
        assertThat(engine.stateProperty().get()).isEqualTo(new PlayState.Playing());
    }

    @Test
    void itIsReadAloudWhenAskedAndSpeaksThePatientsLanguage() {
        stands("a", "Ascenseur arrêté.", 60, Duration.ofHours(1));
        Bedside.onScreen(
                () ->
                        bedside.wiring()
                                .kit()
                                .words()
                                .languageProperty()
                                .set(chevet.model.text.Language.EN));
        assertThat(page.text()).contains("In English.");
        page.press("notice-aloud");
        assertThat(bedside.read()).isEqualTo(Optional.of("en: In English."));
    }
}
