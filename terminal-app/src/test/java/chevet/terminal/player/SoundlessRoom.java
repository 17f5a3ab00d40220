package chevet.terminal.player;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A process in which neither PulseAudio nor ALSA finds a device; it plays a film and tells of it.
 */
final class SoundlessRoom {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private SoundlessRoom() {}

    /** What it told, line by line. */
    static List<String> play(Path film) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Djava.awt.headless=true",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SoundlessRoom.class.getName(),
                        film.toString());
        builder.environment().put("ALSA_CONFIG_PATH", "/dev/null");
        builder.environment().put("PULSE_SERVER", "unix:/nowhere");
        Process process = builder.redirectErrorStream(true).start();
        List<String> told = process.inputReader(StandardCharsets.UTF_8).lines().toList();
        process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
        return told;
    }

    public static void main(String[] args) {
        try (Engines engines = Engines.find(Optional.empty());
                Viewer viewer = new Viewer(engines)) {
            viewer.open(new MediaSource.Film(Path.of(args[0]).toUri(), Duration.ZERO, List.of()));
            viewer.awaitMoving(5, LIMIT);
            boolean silent =
                    chevet.terminal.Bedside.onScreen(() -> viewer.engine().silentProperty().get());
            System.out.println("moving silent=" + silent);
        } finally {
            System.out.flush();
            Runtime.getRuntime().halt(0);
        }
    }
}
