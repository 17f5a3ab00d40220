package chevet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.config.WardConfig;
import chevet.fault.DiskImage;
import chevet.ward.OpenWard;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Disks fill up and are freed again while meals are chosen: first the server's, then the beds'. */
@Tag("slow")
class DiskFullTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final List<String> BEDS =
            List.of("t-210-P", "t-210-F", "t-211-P", "t-211-F", "t-212-F", "t-213-P");

    private final long seed = Long.getLong("chevet.seed", System.nanoTime());
    private final Tally tally = new Tally();
    private final Map<String, Path> terminals = new TreeMap<>();

    @TempDir Path folder;

    @BeforeEach
    void needsRoot() {
        assertThat(System.getProperty("user.name"))
                .as("a disk image can be mounted by root only: run this test as root")
                .isEqualTo("root");
    }

    @Test
    void fullDisksLoseNothingAndHeal() throws Exception {
        try (DiskImage wardDisk = DiskImage.empty(folder, "ward-disk", 64);
                DiskImage bedDisk = DiskImage.empty(folder, "bed-disk", 32)) {
            DemoWard ward = DemoWard.prepare(wardDisk.root().resolve("ward"), folder);
            WardConfig config = ward.config();
            terminals.putAll(
                    ward.terminals(config.mqtt().port(), folder.resolve("beds"), bedDisk.root()));
            terminals.keySet().retainAll(BEDS);
            Program server = ward.serve();
            try (Program links = links()) {
                tally.await("told", 20, PATIENCE);

                Path ballast = fill(wardDisk);
                // What the log has room for is still taken; then nobody is told anything.
                untilNobodyIsTold();
                Files.delete(ballast);
                tally.await("told", tally.of("told") + 40, PATIENCE);
                assertThat(tally.of("not kept")).isZero();

                ballast = fill(bedDisk);
                tally.await("not kept", 10, PATIENCE);
                Files.delete(ballast);
                int kept = tally.of("kept");
                tally.await("kept", kept + 20, PATIENCE);

                links.say("stop");
                links.await("settled"::equals, PATIENCE);
            } finally {
                assertThat(server.end(PATIENCE)).isIn(0, 143);
            }
            reckon(config);
        } catch (Exception | AssertionError e) {
            throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
        }
    }

    private Program links() throws Exception {
        List<String> args = new ArrayList<>(List.of(String.valueOf(seed), "500"));
        terminals.values().forEach(file -> args.add(file.toString()));
        return Program.bedside(
                LinkFleet.class, "links", folder, tally::hear, args.toArray(String[]::new));
    }

    private static Path fill(DiskImage disk) throws IOException {
        Path ballast = disk.root().resolve("ballast");
        try (FileChannel out =
                FileChannel.open(
                        ballast, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int size = 1 << 20; size >= 512; size /= 2) {
                fill(out, size);
            }
        }
        return ballast;
    }

    private static void fill(FileChannel out, int size) {
        try {
            while (true) {
                out.write(ByteBuffer.allocate(size));
                out.force(true);
            }
        } catch (IOException full) {
            // As full as it gets in pieces of this size.
        }
    }

    private void untilNobodyIsTold() throws InterruptedException {
        int told;
        int rounds = 0;
        do {
            assertThat(rounds++).as("rounds on a full disk").isLessThan(40);
            told = tally.of("told");
            tally.await("kept", tally.of("kept") + 25, PATIENCE);
        } while (tally.of("told") > told);
    }

    private void reckon(WardConfig config) throws Exception {
        Map<String, Path> diaries = new HashMap<>();
        terminals.forEach((terminal, file) -> diaries.put(terminal, Configs.diary(file)));
        Path database = config.data().resolve("ward.db");
        assertThat(Decided.integrity(database)).isEqualTo("ok");
        Reckoning reckoning = new Reckoning(Diaries.read(diaries), Decided.in(database));
        System.out.println("seed " + seed + ": " + reckoning.figures());
        assertThat(reckoning.wordsAreKept()).isPositive();
        reckoning.nothingIsLost();
        reckoning.terminalsShowIt();
        try (OpenWard ward = new OpenWard(config)) {
            reckoning.kitchenMakesIt(ward.open(Instant.now()));
        }
    }
}
