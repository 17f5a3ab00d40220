package chevet.terminal.player;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where decoded pictures lie between the two processes. A folder bears the number of the program
 * that made it: one that was killed cannot clear up, so the next does.
 */
final class FrameRoom {
    private static final Logger LOG = LoggerFactory.getLogger(FrameRoom.class);

    /** Pictures never touch a disk where the system has memory for files. */
    private static final Path MEMORY = Path.of("/dev/shm");

    private static final String NAME = "chevet-frames-";
    private static final Pattern OWNED = Pattern.compile(NAME + "(\\d{1,18})-.*");

    private FrameRoom() {}

    /** An empty folder; what dead programs left is gone. */
    static Path make() {
        Path place =
                Files.isWritable(MEMORY) ? MEMORY : Path.of(System.getProperty("java.io.tmpdir"));
        try {
            left(place).forEach(FrameRoom::remove);
            Path made =
                    Files.createTempDirectory(place, NAME + ProcessHandle.current().pid() + "-");
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> remove(made)));
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException("no room for pictures", e);
        }
    }

    private static List<Path> left(Path place) throws IOException {
        try (Stream<Path> all = Files.list(place)) {
            return all.filter(FrameRoom::isOfADeadProgram).toList();
        }
    }

    private static boolean isOfADeadProgram(Path folder) {
        Matcher owned = OWNED.matcher(folder.getFileName().toString());
        return owned.matches() && ProcessHandle.of(Long.parseLong(owned.group(1))).isEmpty();
    }

    /** With what is in it, as far as we may. */
    static void remove(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.info("player.frames-left fault={}", e.toString());
        }
    }
}
