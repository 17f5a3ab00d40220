package chevet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.config.pack.ObjectStore;
import chevet.fault.DiskImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The power goes while objects are taken: on the disk as it is then, what is served is whole and
 * what its name says, and what was said to be kept is there.
 */
@Tag("slow")
class ObjectPowerCutTest {
    private static final int CUTS = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final long seed = Long.getLong("chevet.seed", System.nanoTime());
    private final Random chance = new Random(seed);
    private final List<String> kept = new ArrayList<>();

    @TempDir Path folder;

    @Test
    void nothingHalfIsServedAndNothingKeptIsLost() throws Exception {
        try (DiskImage disk = DiskImage.empty(folder, "content", 256);
                Program keeper =
                        Program.bedside(
                                ObjectKeeper.class,
                                "keeper",
                                folder,
                                this::hear,
                                disk.root().resolve("content").toString(),
                                String.valueOf(seed))) {
            for (int cut = 1; cut <= CUTS; cut++) {
                awaitMore(1 + chance.nextInt(4));
                keeper.freeze();
                try (DiskImage after = disk.afterPowerCut("cut-" + cut)) {
                    look(after.root().resolve("content"));
                } finally {
                    keeper.thaw();
                }
            }
        } catch (Exception | AssertionError e) {
            throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
        }
    }

    private synchronized void hear(String name) {
        kept.add(name);
        notifyAll();
    }

    private synchronized void awaitMore(int objects) throws InterruptedException {
        int wanted = kept.size() + objects;
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (kept.size() < wanted) {
            long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
            assertThat(left).as("objects kept: " + kept.size() + " of " + wanted).isPositive();
            wait(left);
        }
    }

    private synchronized List<String> keptSoFar() {
        return List.copyOf(kept);
    }

    private void look(Path content) throws Exception {
        ObjectStore store = ObjectStore.open(content, 40L << 20, Clock.systemUTC());
        List<Path> objects;
        try (Stream<Path> files = Files.walk(content.resolve("objects"))) {
            objects = files.filter(Files::isRegularFile).toList();
        }
        assertThat(objects).isNotEmpty();
        for (Path object : objects) {
            String name = object.getFileName().toString();
            assertThat(ObjectKeeper.name(Files.readAllBytes(object))).isEqualTo(name);
            assertThat(store.find(name)).hasValue(object);
        }
        // The quota makes room: the last ones are those that must be there.
        List<String> told = keptSoFar();
        for (String name : told.subList(Math.max(0, told.size() - 5), told.size())) {
            assertThat(store.find(name)).as("kept: " + name).isPresent();
        }
    }
}
