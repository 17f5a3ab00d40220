package chevet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.config.WardConfig;
import chevet.fault.DiskImage;
import chevet.ward.OpenWard;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Disks fill up and are freed again while meals are chosen: first the server's, then the beds'.
 * What cannot be kept is claimed by nobody, and with the space everything comes back by itself.
 */
@Tag("slow")
class FullDiskTest {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final List<String> BEDS =
            List.of("t-210-P", "t-210-F", "t-211-P", "t-211-F", "t-212-F", "t-213-P");

    /** So many taps may wait at a bed that it goes on through all of the trial. */
    private static final int MOST = 500;

    private final long seed = Long.getLong("chevet.seed", System.nanoTime());
    private final Tally tally = new Tally();
    private final Map<String, Path> terminals = new TreeMap<>();

    @TempDir Path folder;

    @Test
    void fullDisksLoseNothingAndHealByThemselves() throws Exception {
        try (DiskImage wardDisk = DiskImage.empty(folder, "ward-disk", 64);
                DiskImage bedDisk = DiskImage.empty(folder, "bed-disk", 32)) {
            DemoWard ward = DemoWard.prepare(wardDisk.root().resolve("ward"), folder);
            WardConfig config = ward.config();
            terminals.putAll(
                    ward.terminals(config.mqtt().port(), folder.resolve("beds"), bedDisk.root()));
            terminals.keySet().retainAll(BEDS);
            assertThat(terminals).hasSameSizeAs(BEDS);
            Program server = ward.serve();
            try (Program links = links();
                    Health health = health(config)) {
                tally.await("told", 20, PATIENCE);
                theServersDiskFills(wardDisk, server, health);
                theBedsDiskFills(bedDisk);
                links.say("stop");
                links.await("settled"::equals, PATIENCE);
                assertThat(tally.of("told")).isEqualTo(tally.of("kept"));
            } finally {
                assertThat(server.end(PATIENCE)).isIn(0, 143);
            }
            reckon(config);
        } catch (Exception | AssertionError e) {
            throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
        }
    }

    private Program links() throws Exception {
        List<String> args = new ArrayList<>(List.of(String.valueOf(seed), String.valueOf(MOST)));
        terminals.values().forEach(file -> args.add(file.toString()));
        return Program.bedside(
                LinkFleet.class, "links", folder, tally::hear, args.toArray(String[]::new));
    }

    private Health health(WardConfig config) throws Exception {
        Path terminal = terminals.values().iterator().next();
        return new Health(Configs.terminal(terminal).tls().ca(), config.https().port());
    }

    private void theServersDiskFills(DiskImage disk, Program server, Health health)
            throws Exception {
        int told;
        try (AutoCloseable _ = disk.fill()) {
            untilNobodyIsTold();
            assertThat(server.complaints().contains("disk is full"))
                    .as("the log says what is wrong")
                    .isTrue();
            health.await(says -> says.startsWith("503 disk full since "), PATIENCE);
            told = tally.of("told");
            int waiting = tally.of("kept") - told;
            assertThat(waiting).as("taps that wait at the beds").isPositive();
            assertThat(tally.of("not kept")).isZero();
        }
        tally.await("told", told + 40, PATIENCE);
        health.await("200 ok\n"::equals, PATIENCE);
    }

    /** What the log has room for is still taken; then nobody is told anything. */
    private void untilNobodyIsTold() throws InterruptedException {
        int told;
        int rounds = 0;
        do {
            assertThat(rounds++).as("rounds on a full disk").isLessThan(40);
            told = tally.of("told");
            tally.await("kept", tally.of("kept") + 25, PATIENCE);
        } while (tally.of("told") > told);
    }

    /** That patients still tap shows that what they choose from is still there. */
    private void theBedsDiskFills(DiskImage disk) throws Exception {
        try (AutoCloseable _ = disk.fill()) {
            tally.await("not kept", 10, PATIENCE);
        }
        tally.await("kept", tally.of("kept") + 20, PATIENCE);
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
