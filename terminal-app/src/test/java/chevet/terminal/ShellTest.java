package chevet.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.stay.Patient;
import chevet.model.text.Language;
import chevet.model.wire.StreamId.Kind;
import chevet.terminal.shell.Shell;
import chevet.terminal.shell.ThemeChoice;
import chevet.terminal.ui.TextSize;
import chevet.terminal.ui.Theme;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.WindowEvent;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellTest {
    private final Bedside bedside = new Bedside(1280, 800);
    private final Shell shell = bedside.wiring().shell();

    @AfterEach
    void close() {
        bedside.close();
    }

    @Test
    void emptyBedIsWelcomingAndNamesNobody() {
        assertThat(texts()).contains("Bienvenue").noneMatch(text -> text.contains("Madame"));
    }

    @Test
    void patientIsGreetedByTitleAndInitial() {
        bedside.admitted();
        assertThat(texts()).contains("Bonjour Madame M.").noneMatch(t -> t.contains("Martin"));
    }

    @Test
    void screensSpeakThePatientsLanguageFirst() {
        bedside.link().put(Kind.STAY, "patient", new Patient(Patient.Title.MR, "X", Language.AR));
        bedside.link().admit("s2");
        bedside.settle();
        assertThat(bedside.wiring().kit().words().language()).isEqualTo(Language.AR);
    }

    @Test
    void dischargeForgetsWhatThePatientSet() {
        bedside.admitted();
        Bedside.onScreen(
                () -> {
                    bedside.wiring().kit().look().textSizeProperty().set(TextSize.LARGEST);
                    bedside.wiring().kit().look().reducedMotionProperty().set(true);
                    bedside.wiring().kit().words().languageProperty().set(Language.EN);
                    bedside.wiring().comfort().themeProperty().set(ThemeChoice.CONTRAST);
                    bedside.wiring().comfort().setVolume(90);
                    shell.show(Shell.DISPLAY);
                });
        bedside.link().discharge();
        bedside.settle();
        assertThat(shell.shown()).isEqualTo(Shell.HOME);
        assertThat(bedside.wiring().kit().look().textSizeProperty().get())
                .isEqualTo(TextSize.NORMAL);
        assertThat(bedside.wiring().kit().look().reducedMotionProperty().get()).isFalse();
        assertThat(bedside.wiring().kit().words().language()).isEqualTo(Language.FR);
        assertThat(bedside.wiring().kit().look().themeProperty().get()).isEqualTo(Theme.DAY);
        assertThat(bedside.volume()).isEqualTo(40);
        assertThat(texts()).contains("Bienvenue").noneMatch(text -> text.contains("Madame"));
    }

    @Test
    void idleTerminalGoesHomeAndATouchPutsThatOff() {
        bedside.admitted();
        Bedside.onScreen(() -> shell.show(Shell.DISPLAY));
        bedside.clock().forward(Duration.ofMinutes(2));
        Bedside.onScreen(() -> key(KeyCode.TAB, false, false, false));
        bedside.clock().forward(Duration.ofMinutes(2));
        Bedside.onScreen(shell::tick);
        assertThat(shell.shown()).isEqualTo(Shell.DISPLAY);
        bedside.clock().forward(Duration.ofMinutes(1));
        Bedside.onScreen(shell::tick);
        assertThat(shell.shown()).isEqualTo(Shell.HOME);
    }

    @Test
    void anotherLookStylesOnlyTheScreenThatIsSeenAndTheOthersComeBackInIt() {
        bedside.admitted();
        bedside.settle();
        double before = letters("Repas");
        Bedside.onScreen(() -> shell.show(Shell.DISPLAY));
        assertThat(screensInTheScene()).hasSize(2);
        Bedside.onScreen(
                () -> bedside.wiring().kit().look().textSizeProperty().set(TextSize.LARGEST));
        assertThat(screensInTheScene()).singleElement().matches(Node::isVisible);
        Bedside.onScreen(shell::home);
        bedside.settle();
        assertThat(letters("Repas")).isEqualTo(2 * before);
    }

    private List<Node> screensInTheScene() {
        return Bedside.onScreen(
                () ->
                        List.copyOf(
                                ((Parent) bedside.scene().getRoot().lookup(".stage"))
                                        .getChildrenUnmodifiable()));
    }

    /** The size of what says this. */
    private double letters(String words) {
        return bedside
                .seen(node -> node instanceof Labeled said && words.equals(said.getText()))
                .stream()
                .mapToDouble(node -> ((Labeled) node).getFont().getSize())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void nightComesByTheClockAndThePatientMayChooseOtherwise() {
        bedside.admitted();
        bedside.clock().forward(Duration.ofHours(10));
        Bedside.onScreen(shell::tick);
        assertThat(bedside.wiring().kit().look().themeProperty().get()).isEqualTo(Theme.NIGHT);
        Bedside.onScreen(() -> press("Jour"));
        assertThat(bedside.wiring().kit().look().themeProperty().get()).isEqualTo(Theme.DAY);
    }

    @Test
    void oldDataSaysHowOldItIsAndWhatWaits() {
        bedside.admitted();
        bedside.link().linked(false, Optional.of(Bedside.SATURDAY.minusSeconds(60)), 2);
        bedside.settle();
        assertThat(texts())
                .contains(
                        "Liaison coupée. Informations relues à 11:41. 2 choix en attente d’envoi.");
        bedside.link().linked(true, Optional.of(Bedside.SATURDAY), 0);
        bedside.settle();
        assertThat(texts()).noneMatch(text -> text.contains("Liaison"));
    }

    @Test
    void faultIsSaidInPlainWordsUntilItIsRead() {
        bedside.admitted();
        Bedside.onScreen(() -> shell.failed(new IllegalStateException("a test's")));
        assertThat(texts()).anyMatch(text -> text.startsWith("Quelque chose n’a pas fonctionné"));
        Bedside.onScreen(() -> press("J’ai compris"));
        assertThat(texts()).noneMatch(text -> text.startsWith("Quelque chose"));
    }

    @Test
    void languageIsTwoTouchesAwayAndChangesEverything() {
        bedside.admitted();
        Bedside.onScreen(() -> press("Choisir la langue"));
        Bedside.onScreen(() -> press("العربية"));
        assertThat(bedside.wiring().kit().words().language()).isEqualTo(Language.AR);
        assertThat(bedside.scene().getRoot().getEffectiveNodeOrientation().name())
                .isEqualTo("RIGHT_TO_LEFT");
    }

    @Test
    void volumeReachesTheDevice() {
        bedside.admitted();
        Bedside.onScreen(() -> press("Volume : 40 %"));
        Bedside.onScreen(() -> press("Plus fort"));
        bedside.settle();
        assertThat(bedside.volume()).isEqualTo(45);
    }

    @Test
    void neitherKeyboardNorWindowMenuClosesTheKiosk() {
        Bedside.onScreen(
                () -> {
                    key(KeyCode.F4, false, true, false);
                    key(KeyCode.ESCAPE, false, false, false);
                    Kiosk.guard(bedside.stage());
                    Event.fireEvent(
                            bedside.stage(),
                            new WindowEvent(bedside.stage(), WindowEvent.WINDOW_CLOSE_REQUEST));
                });
        assertThat(bedside.stage().isShowing()).isTrue();
        assertThat(bedside.exits()).isZero();
    }

    @Test
    void rightCodeLeavesAndFiveWrongOnesCloseTheWay() {
        Bedside.onScreen(() -> key(KeyCode.X, true, true, true));
        for (int i = 0; i < 5; i++) {
            code("000000");
        }
        assertThat(texts()).anyMatch(text -> text.startsWith("Trop d’essais"));
        code(Bedside.EXIT_CODE);
        assertThat(bedside.exits()).isZero();
        bedside.clock().forward(Duration.ofMinutes(5));
        code(Bedside.EXIT_CODE);
        assertThat(bedside.exits()).isEqualTo(1);
    }

    @Test
    void fingerHeldInTheCornerOpensThePad() throws Exception {
        Node pad = bedside.scene().getRoot().lookup(".pad");
        CompletableFuture<Boolean> seen = new CompletableFuture<>();
        Bedside.onScreen(
                () -> {
                    pad.visibleProperty().addListener((_, _, now) -> seen.complete(now));
                    Event.fireEvent(bedside.scene().getRoot(), held());
                });
        assertThat(seen.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void everythingShownCanBeReachedByTab() {
        bedside.admitted();
        Bedside.onScreen(() -> shell.show(Shell.DISPLAY));
        bedside.settle();
        List<Node> shown =
                Seen.below(bedside.scene().getRoot())
                        .filter(node -> node instanceof ButtonBase && !node.isDisabled())
                        .toList();
        Set<Node> reached = new HashSet<>();
        Bedside.onScreen(
                () -> {
                    for (int i = 0; i < 3 * shown.size(); i++) {
                        Node owner = bedside.scene().getFocusOwner();
                        reached.add(owner);
                        Event.fireEvent(owner, press(KeyCode.TAB, false, false, false));
                    }
                });
        assertThat(reached).containsAll(shown);
    }

    @Test
    void noFileOrNetworkIsTouchedOnTheJavaFxThread(@TempDir Path to) throws Exception {
        bedside.admitted();
        walk();
        try (Recording recording = new Recording()) {
            for (String event : List.of("FileRead", "FileWrite", "SocketRead", "SocketWrite")) {
                recording.enable("jdk." + event).withThreshold(Duration.ZERO);
            }
            recording.start();
            walk();
            recording.stop();
            Path file = to.resolve("walk.jfr");
            recording.dump(file);
            List<RecordedEvent> events = RecordingFile.readAllEvents(file);
            assertThat(events)
                    .noneMatch(
                            event ->
                                    event.getThread() != null
                                            && "JavaFX Application Thread"
                                                    .equals(event.getThread().getJavaName()));
        }
    }

    private void walk() {
        for (String screen : shell.screens()) {
            Bedside.onScreen(() -> shell.show(screen));
            bedside.settle();
            Bedside.onScreen(() -> bedside.wiring().comfort().setVolume(60));
            Bedside.onScreen(shell::tick);
            bedside.link().put(Kind.STAY, "patient", patient());
            bedside.settle();
        }
    }

    private static Patient patient() {
        return new Patient(Patient.Title.MRS, "Martin", Language.FR);
    }

    private void code(String digits) {
        Bedside.onScreen(
                () -> {
                    digits.chars().forEach(digit -> press(Character.toString(digit)));
                    press("Valider");
                });
        bedside.settle();
    }

    private void key(KeyCode code, boolean shift, boolean alt, boolean control) {
        Event.fireEvent(bedside.scene().getRoot(), press(code, shift, alt, control));
    }

    private static KeyEvent press(KeyCode code, boolean shift, boolean alt, boolean control) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, alt, false);
    }

    private static MouseEvent held() {
        return new MouseEvent(
                MouseEvent.MOUSE_PRESSED,
                5,
                5,
                5,
                5,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                true,
                false,
                true,
                null);
    }

    private void press(String name) {
        Seen.below(bedside.scene().getRoot())
                .filter(node -> node instanceof ButtonBase)
                .map(node -> (ButtonBase) node)
                .filter(button -> name.equals(button.getAccessibleText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button says " + name))
                .fire();
    }

    private List<String> texts() {
        return Bedside.onScreen(
                () ->
                        Seen.below(bedside.scene().getRoot())
                                .filter(node -> node instanceof Labeled)
                                .map(node -> ((Labeled) node).getText())
                                .filter(text -> text != null && !text.isBlank())
                                .toList());
    }
}
