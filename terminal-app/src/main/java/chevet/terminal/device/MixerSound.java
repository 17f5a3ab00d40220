package chevet.terminal.device;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sound through the system's own mixer programs: PulseAudio's {@code pactl} where a sound server
 * runs, ALSA's {@code amixer} where none does.
 */
public final class MixerSound implements Sound {
    private static final Logger LOG = LoggerFactory.getLogger(MixerSound.class);
    private static final Pattern PER_CENT = Pattern.compile("(\\d{1,3})%");
    private static final long PATIENCE_SECONDS = 2;

    private final List<String> reading;
    private final List<String> setting;

    /**
     * @param reading a program and its arguments that print {@code 40%} somewhere
     * @param setting a program and its arguments; {@code 40%} comes after them
     */
    public MixerSound(List<String> reading, List<String> setting) {
        this.reading = List.copyOf(reading);
        this.setting = List.copyOf(setting);
    }

    /** The mixer that works here; empty where the device makes no sound. */
    public static Optional<Sound> find() {
        List<MixerSound> known =
                List.of(
                        new MixerSound(
                                List.of("pactl", "get-sink-volume", "@DEFAULT_SINK@"),
                                List.of("pactl", "set-sink-volume", "@DEFAULT_SINK@")),
                        new MixerSound(
                                List.of("amixer", "-M", "sget", "Master"),
                                List.of("amixer", "-M", "-q", "sset", "Master")));
        for (MixerSound each : known) {
            if (each.volume().isPresent()) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<Integer> volume() {
        return run(reading)
                .map(PER_CENT::matcher)
                .filter(Matcher::find)
                .map(found -> Integer.parseInt(found.group(1)));
    }

    @Override
    public void setVolume(int percent) {
        List<String> command = new java.util.ArrayList<>(setting);
        command.add(percent + "%");
        if (run(command).isEmpty()) {
            LOG.warn("sound.volume-not-set program={}", setting.getFirst());
        }
    }

    /** What it printed; empty when it is not there, failed, or hung. */
    private static Optional<String> run(List<String> command) {
        OffScreen.check("sound");
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Optional.empty();
            }
            String printed =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.exitValue() == 0 ? Optional.of(printed) : Optional.empty();
        } catch (IOException | UncheckedIOException _) {
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
