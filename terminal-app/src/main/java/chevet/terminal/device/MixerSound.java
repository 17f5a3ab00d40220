package chevet.terminal.device;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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

    /** A port of PulseAudio's, {@code (type: Headphones, priority: 9900, not available)}. */
    private static final Pattern PULSE_PLUG =
            Pattern.compile("type: Head(?:phones|set)[^\\n]*?, (not available|available)\\)");

    /** A control of ALSA's that its kernel driver has for a jack that can be felt. */
    private static final Pattern ALSA_PLUG =
            Pattern.compile("name='[^']*Headphone[^']*Jack'[^:]*: values=(on|off)");

    private static final List<String> PLUGGED = List.of("available", "on");

    /**
     * How a jack is asked.
     *
     * @param found its first group is one of {@link #PLUGGED}, or is not
     */
    private record Plug(List<String> command, Pattern found) {}

    private final List<String> reading;
    private final List<String> setting;
    private final Optional<Plug> plug;

    /**
     * @param reading a program and its arguments that print {@code 40%} somewhere
     * @param setting a program and its arguments; {@code 40%} comes after them
     */
    public MixerSound(List<String> reading, List<String> setting) {
        this(reading, setting, Optional.empty());
    }

    private MixerSound(List<String> reading, List<String> setting, Optional<Plug> plug) {
        this.reading = List.copyOf(reading);
        this.setting = List.copyOf(setting);
        this.plug = plug;
    }

    /**
     * As PulseAudio's program does it.
     *
     * @param pactl the program and what comes before its arguments
     */
    static MixerSound pulse(List<String> pactl) {
        return new MixerSound(
                with(pactl, "get-sink-volume", "@DEFAULT_SINK@"),
                with(pactl, "set-sink-volume", "@DEFAULT_SINK@"),
                Optional.of(new Plug(with(pactl, "list", "sinks"), PULSE_PLUG)));
    }

    /**
     * As ALSA's program does it.
     *
     * @param amixer the program and what comes before its arguments
     */
    static MixerSound alsa(List<String> amixer) {
        return new MixerSound(
                with(amixer, "-M", "sget", "Master"),
                with(amixer, "-M", "-q", "sset", "Master"),
                Optional.of(new Plug(with(amixer, "contents"), ALSA_PLUG)));
    }

    private static List<String> with(List<String> program, String... arguments) {
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of(arguments));
        return command;
    }

    /** The mixer that works here; empty where the device makes no sound. */
    public static Optional<Sound> find() {
        List<MixerSound> known =
                List.of(
                        pulse(List.of("env", "LC_ALL=C", "pactl")),
                        alsa(List.of("env", "LC_ALL=C", "amixer")));
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
        if (run(with(setting, percent + "%")).isEmpty()) {
            LOG.warn("sound.volume-not-set program={}", setting.getFirst());
        }
    }

    @Override
    public Optional<Boolean> headphones() {
        return plug.flatMap(
                each ->
                        run(each.command())
                                .map(each.found()::matcher)
                                .filter(Matcher::find)
                                .map(found -> PLUGGED.contains(found.group(1))));
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
