package chevet.terminal.player;

import chevet.terminal.Bedside;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A process around which something is missing: it opens one source, and tells what became of it
 * after all that its log says.
 */
final class PoorRoom {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private PoorRoom() {}

    /** Neither PulseAudio nor ALSA finds a device. */
    static Map<String, String> soundless() {
        return Map.of("ALSA_CONFIG_PATH", "/dev/null", "PULSE_SERVER", "unix:/nowhere");
    }

    /**
     * GStreamer finds itself and no plugin.
     *
     * @param empty a folder with nothing in it
     */
    static Map<String, String> withoutPlugins(Path empty) {
        return Map.of(
                "GST_PLUGIN_SYSTEM_PATH_1_0",
                empty.toString(),
                "GST_PLUGIN_PATH_1_0",
                empty.toString(),
                "GST_REGISTRY",
                empty.resolveSibling("registry.bin").toString());
    }

    /** What it told, line by line. */
    static List<String> open(URI source, Map<String, String> surroundings)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Djava.awt.headless=true",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PoorRoom.class.getName(),
                        source.toString());
        builder.environment().putAll(surroundings);
        Process process = builder.redirectErrorStream(true).start();
        List<String> told = process.inputReader(StandardCharsets.UTF_8).lines().toList();
        process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
        return told;
    }

    public static void main(String[] args) {
        URI address = URI.create(args[0]);
        MediaSource source =
                address.getScheme().equals("file")
                        ? new MediaSource.Film(address, Duration.ZERO, List.of())
                        : new MediaSource.Live(address);
        try (Engines engines = Engines.find(Optional.of("lo"), 0);
                Viewer viewer = new Viewer(engines)) {
            viewer.open(source);
            PlayState state =
                    viewer.awaitState(
                            now ->
                                    now instanceof PlayState.Playing
                                            || now instanceof PlayState.Failed,
                            LIMIT);
            if (state instanceof PlayState.Playing) {
                viewer.awaitMoving(3, LIMIT);
            }
            boolean silent = Bedside.onScreen(() -> viewer.engine().silentProperty().get());
            System.out.println(viewer.state() + " silent=" + silent);
        } finally {
            System.out.flush();
            Runtime.getRuntime().halt(0);
        }
    }
}
