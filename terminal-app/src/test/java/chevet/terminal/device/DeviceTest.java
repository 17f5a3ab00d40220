package chevet.terminal.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceTest {
    @TempDir Path dir;

    @Test
    void backlightIsSetInItsOwnSteps() throws IOException {
        Path device = Files.createDirectory(dir.resolve("panel"));
        Files.writeString(device.resolve("brightness"), "100\n");
        Files.writeString(device.resolve("max_brightness"), "400\n");
        Backlight light = SysfsBacklight.find(dir).orElseThrow();
        assertThat(light.percent()).contains(25);
        light.set(80);
        assertThat(Files.readString(device.resolve("brightness"))).isEqualTo("320\n");
    }

    @Test
    void thereIsNoBacklightWhereTheKernelShowsNone() {
        assertThat(SysfsBacklight.find(dir)).isEmpty();
        assertThat(SysfsBacklight.find(dir.resolve("none"))).isEmpty();
    }

    @Test
    void volumeIsReadAndSetThroughTheMixer() throws IOException {
        Path state = Files.writeString(dir.resolve("volume"), "Front Left: 26214 [40%]\n");
        Sound sound =
                new MixerSound(
                        List.of("cat", state.toString()),
                        List.of("sh", "-c", "printf %s \"$1\" > " + state, "mixer"));
        assertThat(sound.volume()).contains(40);
        sound.setVolume(55);
        assertThat(sound.volume()).contains(55);
    }

    @Test
    void notebookHoldsWhatWasWrittenLast() {
        Path file = dir.resolve("new").resolve("comfort");
        Notebook notebook = new Notebook(file);
        assertThat(notebook.read()).isEmpty();
        notebook.write(Map.of("stay", "s1", "theme", "NIGHT"));
        notebook.write(Map.of("stay", "s2"));
        assertThat(new Notebook(file).read()).isEqualTo(Map.of("stay", "s2"));
        notebook.erase();
        assertThat(notebook.read()).isEmpty();
        assertThat(file).doesNotExist();
    }

    @Test
    void notebookThatCannotBeReadIsEmpty() throws IOException {
        Path file = Files.write(dir.resolve("comfort"), new byte[] {'a', '=', (byte) 0xff});
        assertThat(new Notebook(file).read()).isEmpty();
    }

    @Test
    void mixerThatIsNotThereIsNoSound() {
        assertThat(new MixerSound(List.of("no-such-mixer"), List.of("no-such-mixer")).volume())
                .isEmpty();
    }
}
