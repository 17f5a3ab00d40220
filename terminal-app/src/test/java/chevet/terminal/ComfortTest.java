package chevet.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.stay.Patient;
import chevet.model.text.Language;
import chevet.model.wire.StreamId.Kind;
import chevet.terminal.shell.ThemeChoice;
import chevet.terminal.ui.TextSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a patient has made comfortable outlives the terminal's restart, and not the stay. */
class ComfortTest {
    @TempDir Path dir;

    @Test
    void choicesAreThereAfterARestart() {
        lying("s1", ComfortTest::choose);
        lying(
                "s1",
                bedside -> {
                    assertThat(bedside.wiring().kit().words().language()).isEqualTo(Language.EN);
                    assertThat(bedside.wiring().kit().look().textSizeProperty().get())
                            .isEqualTo(TextSize.LARGEST);
                    assertThat(bedside.wiring().kit().look().reducedMotionProperty().get())
                            .isTrue();
                    assertThat(bedside.wiring().comfort().themeProperty().get())
                            .isEqualTo(ThemeChoice.CONTRAST);
                    assertThat(bedside.volume()).isEqualTo(90);
                    assertThat(bedside.wiring().comfort().brightnessProperty().get()).isEqualTo(30);
                });
    }

    @Test
    void nextPatientFindsTheScreenAsNew() {
        lying("s1", ComfortTest::choose);
        lying("s2", ComfortTest::isAsNew);
        lying("s1", ComfortTest::isAsNew);
    }

    @Test
    void nothingIsKeptAfterTheDischarge() {
        lying(
                "s1",
                bedside -> {
                    choose(bedside);
                    assertThat(notes()).exists();
                    bedside.link().discharge();
                    bedside.settle();
                    assertThat(notes()).doesNotExist();
                });
    }

    @Test
    void nothingIsKeptOfAStayThatEndedWhileTheTerminalWasOff() {
        lying("s1", ComfortTest::choose);
        try (Bedside bedside = new Bedside(1280, 800, notes())) {
            bedside.settle();
            // Not known yet whether somebody lies here.
            assertThat(notes()).exists();
            bedside.link().linked(true, Optional.of(Bedside.SATURDAY), 0);
            bedside.settle();
            assertThat(notes()).doesNotExist();
        }
    }

    @Test
    void whatNobodyUnderstandsIsLeft() throws IOException {
        Files.writeString(
                notes(), "stay=s1\ntheme=PURPLE\ntext-size=LARGEST\nvolume=loud\nlanguage=\n");
        lying(
                "s1",
                bedside -> {
                    assertThat(bedside.wiring().comfort().themeProperty().get())
                            .isEqualTo(ThemeChoice.BY_THE_CLOCK);
                    assertThat(bedside.wiring().kit().look().textSizeProperty().get())
                            .isEqualTo(TextSize.LARGEST);
                    assertThat(bedside.volume()).isEqualTo(40);
                });
    }

    private static void isAsNew(Bedside bedside) {
        assertThat(bedside.wiring().kit().words().language()).isEqualTo(Language.FR);
        assertThat(bedside.wiring().kit().look().textSizeProperty().get())
                .isEqualTo(TextSize.NORMAL);
        assertThat(bedside.wiring().comfort().themeProperty().get())
                .isEqualTo(ThemeChoice.BY_THE_CLOCK);
        assertThat(bedside.volume()).isEqualTo(40);
    }

    private static void choose(Bedside bedside) {
        Bedside.onScreen(
                () -> {
                    bedside.wiring().kit().look().textSizeProperty().set(TextSize.LARGEST);
                    bedside.wiring().kit().look().reducedMotionProperty().set(true);
                    bedside.wiring().kit().words().languageProperty().set(Language.EN);
                    bedside.wiring().comfort().themeProperty().set(ThemeChoice.CONTRAST);
                    bedside.wiring().comfort().setVolume(90);
                    bedside.wiring().comfort().setBrightness(30);
                });
        bedside.settle();
    }

    private Path notes() {
        return dir.resolve("bed.comfort");
    }

    /** From the terminal's start to its end, that stay lying there. */
    private void lying(String stay, Consumer<Bedside> what) {
        try (Bedside bedside = new Bedside(1280, 800, notes())) {
            bedside.link()
                    .put(
                            Kind.STAY,
                            "patient",
                            new Patient(Patient.Title.MRS, "Martin", Language.FR));
            bedside.link().admit(stay);
            bedside.settle();
            what.accept(bedside);
        }
    }
}
