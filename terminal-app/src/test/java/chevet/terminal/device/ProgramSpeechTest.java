package chevet.terminal.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgramSpeechTest {
    private static final long LIMIT = 20;

    @TempDir Path folder;

    private static Speech.End end(CompletableFuture<Speech.End> reading) throws Exception {
        return reading.get(LIMIT, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @CsvSource({"fr, Bonjour Madame", "en, Good morning", "ar, صباح الخير"})
    void speaksEveryLanguageOfTheScreens(String language, String text) throws Exception {
        File wav = folder.resolve(language + ".wav").toFile();
        Speech speech = new ProgramSpeech(List.of("espeak-ng", "-w", wav.getPath()));
        assertThat(end(speech.read(text, language))).isEqualTo(Speech.End.READ);
        try (AudioInputStream heard = AudioSystem.getAudioInputStream(wav)) {
            byte[] samples = heard.readAllBytes();
            int loud = 0;
            for (byte sample : samples) {
                loud += Math.abs(sample) > 20 ? 1 : 0;
            }
            assertThat(loud).isGreaterThan(1000);
        }
    }

    @Test
    void findsTheProgramOfThisDevice() {
        assertThat(ProgramSpeech.find()).isPresent();
    }

    @Test
    void fallsSilentAtOnce() throws Exception {
        Speech speech = new ProgramSpeech(List.of("sh", "-c", "exec sleep 60", "voice"));
        CompletableFuture<Speech.End> reading = speech.read("Bonjour", "fr");
        speech.silence();
        assertThat(end(reading)).isEqualTo(Speech.End.SILENCED);
    }

    @Test
    void anotherTextTakesItsPlace() throws Exception {
        Speech speech =
                new ProgramSpeech(
                        List.of(
                                "sh",
                                "-c",
                                "read -r line; [ \"$line\" = b ] || exec sleep 60",
                                "v"));
        CompletableFuture<Speech.End> first = speech.read("a\n", "fr");
        CompletableFuture<Speech.End> second = speech.read("b\n", "fr");
        assertThat(end(first)).isEqualTo(Speech.End.SILENCED);
        assertThat(end(second)).isEqualTo(Speech.End.READ);
    }

    @Test
    void programThatFailsOrIsNotThereIsSaid() throws Exception {
        assertThat(end(new ProgramSpeech(List.of("false")).read("a", "fr")))
                .isEqualTo(Speech.End.FAILED);
        assertThat(end(new ProgramSpeech(List.of("no-such-voice")).read("a", "fr")))
                .isEqualTo(Speech.End.FAILED);
    }

    @Test
    void programThatOnlyComplainsHasFailedToo() throws Exception {
        String voice = "cat >/dev/null; echo 'error: No such file or directory' >&2";
        assertThat(end(new ProgramSpeech(List.of("sh", "-c", voice, "voice")).read("a", "fr")))
                .isEqualTo(Speech.End.FAILED);
    }
}
