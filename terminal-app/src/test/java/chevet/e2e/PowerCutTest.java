package chevet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.config.TerminalConfig;
import chevet.fault.DiskImage;
import chevet.model.meal.ChooseTray;
import chevet.model.wire.Command;
import chevet.model.wire.WireCodec;
import chevet.terminal.link.Link;
import chevet.terminal.link.RoughLinks;
import chevet.terminal.link.TerminalWire;
import chevet.ward.OpenWard;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The power goes while meals are chosen: the disks of server and terminals are copied as they are
 * with their programs stopped, and on the copies everything must be there that somebody was told.
 */
@Tag("slow")
class PowerCutTest {
    private static final int CUTS = 5;
    private static final int CUTS_ALONE = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final List<String> BEDS =
            List.of("t-210-P", "t-210-F", "t-211-P", "t-211-F", "t-212-F", "t-213-P");

    private final long seed = Long.getLong("chevet.seed", System.nanoTime());
    private final Random chance = new Random(seed);
    private final Tally tally = new Tally();
    private final Map<String, Path> terminals = new TreeMap<>();
    private int copies;

    @TempDir Path folder;

    @Test
    void whatSomebodyWasToldSurvives() throws Exception {
        try (DiskImage wardDisk = DiskImage.empty(folder, "ward-disk", 96);
                DiskImage bedDisk = DiskImage.empty(folder, "bed-disk", 48)) {
            DemoWard ward = DemoWard.prepare(wardDisk.root().resolve("ward"), folder);
            Program server = ward.serve();
            terminals.putAll(
                    ward.terminals(
                            ward.config().mqtt().port(), folder.resolve("beds"), bedDisk.root()));
            terminals.keySet().retainAll(BEDS);
            assertThat(terminals).hasSameSizeAs(BEDS);
            // What was written before the first tap is no promise to anybody; it shall be there.
            wardDisk.settle();
            bedDisk.settle();
            try (Program links = links()) {
                for (int cut = 0; cut < CUTS; cut++) {
                    tally.await("told", tally.of("told") + 10 + chance.nextInt(30), PATIENCE);
                    cutAll(server, links, wardDisk, bedDisk);
                }
                server.kill();
                for (int cut = 0; cut < CUTS_ALONE; cut++) {
                    tally.await("kept", tally.of("kept") + 5 + chance.nextInt(15), PATIENCE);
                    cutBeds(links, bedDisk, Decided.in(database(ward.file())));
                }
                links.say("stop");
                server = ward.serve();
                links.await("settled"::equals, PATIENCE);
                assertThat(server.end(PATIENCE)).isIn(0, 143);
            } finally {
                server.close();
            }
            Reckoning end = reckon(ward.file());
            end.nothingIsLost();
            end.terminalsShowIt();
            System.out.println("seed " + seed + ", at the end: " + end.figures());
        } catch (Exception | AssertionError e) {
            throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
        }
    }

    private Program links() throws Exception {
        // So many may wait that they go on tapping all through the time without a server.
        List<String> args = new ArrayList<>(List.of(String.valueOf(seed), "200"));
        terminals.values().forEach(file -> args.add(file.toString()));
        return Program.bedside(
                LinkFleet.class, "links", folder, tally::hear, args.toArray(String[]::new));
    }

    private void cutAll(Program server, Program links, DiskImage wardDisk, DiskImage bedDisk)
            throws Exception {
        server.freeze();
        try (DiskImage ward = wardDisk.afterPowerCut("ward-cut-" + ++copies)) {
            // All that it told before is with the links by now, or soon.
            Path file = ward.root().resolve("ward").resolve("ward.toml");
            List<Decided> decided = new ArrayList<>();
            cutBeds(
                    links,
                    bedDisk,
                    () -> {
                        Reckoning reckoning = reckon(file);
                        decided.addAll(Decided.in(database(file)));
                        System.out.println("cut " + copies + ": " + reckoning.figures());
                        return decided;
                    });
        } finally {
            server.thaw();
        }
    }

    private interface Rows {
        List<Decided> get() throws Exception;
    }

    private void cutBeds(Program links, DiskImage bedDisk, List<Decided> decided) throws Exception {
        cutBeds(links, bedDisk, () -> decided);
    }

    private void cutBeds(Program links, DiskImage bedDisk, Rows rows) throws Exception {
        links.freeze();
        try (DiskImage beds = bedDisk.afterPowerCut("bed-cut-" + ++copies)) {
            Set<String> decided = new HashSet<>();
            rows.get().forEach(row -> decided.add(row.command()));
            Diaries diaries = diaries();
            Set<String> waiting = new HashSet<>();
            for (Path terminal : terminals.values()) {
                waiting.addAll(outbox(terminal, bedDisk, beds, diaries));
            }
            Set<String> lost = new HashSet<>(diaries.kept);
            lost.removeAll(decided);
            lost.removeAll(waiting);
            assertThat(lost).as("kept, and neither in an outbox nor decided").isEmpty();
            System.out.println(
                    "cut "
                            + copies
                            + ": "
                            + diaries.kept.size()
                            + " kept, "
                            + waiting.size()
                            + " wait");
        } finally {
            links.thaw();
        }
    }

    /** What waits there, each with the choice that was tapped. */
    private Set<String> outbox(Path terminal, DiskImage disk, DiskImage copy, Diaries diaries)
            throws Exception {
        TerminalConfig config = moved(Configs.terminal(terminal), disk.root(), copy.root());
        assertThat(Decided.integrity(RoughLinks.file(config))).isEqualTo("ok");
        CompletableFuture<List<Command>> read = new CompletableFuture<>();
        try (Link link = RoughLinks.start(config, _ -> NOBODY);
                AutoCloseable _ = link.watch(() -> read.complete(link.waiting(ChooseTray.TYPE)))) {
            List<Command> waiting = read.get(30, TimeUnit.SECONDS);
            Set<String> found = new HashSet<>();
            for (Command command : waiting) {
                Diaries.Tap tap = diaries.taps.get(command.id());
                if (tap != null) {
                    ChooseTray choice = WireCodec.lenient(command.body(), ChooseTray.class);
                    assertThat(choice).isEqualTo(new ChooseTray(tap.place().key(), tap.dishes()));
                }
                found.add(command.id());
            }
            return found;
        }
    }

    private static TerminalConfig moved(TerminalConfig config, Path from, Path to) {
        return new TerminalConfig(
                config.terminal(),
                config.site(),
                config.ward(),
                config.bed(),
                config.zone(),
                config.server(),
                config.tls(),
                to.resolve(from.relativize(config.data())),
                to.resolve(from.relativize(config.keys())),
                config.language(),
                config.idle(),
                config.exitCodeHash(),
                config.tv(),
                config.contentGib());
    }

    /** Nobody answers. */
    private static final TerminalWire NOBODY =
            (_, _) ->
                    new TerminalWire.Connection() {
                        @Override
                        public boolean publish(String topic, byte[] payload, int qos) {
                            return false;
                        }

                        @Override
                        public void close() {
                            // Nothing was opened.
                        }
                    };

    private Diaries diaries() throws Exception {
        Map<String, Path> files = new HashMap<>();
        terminals.forEach((terminal, file) -> files.put(terminal, Configs.diary(file)));
        return Diaries.read(files);
    }

    private static Path database(Path wardFile) {
        return Configs.ward(wardFile).data().resolve("ward.db");
    }

    /** Every word that was told holds on that disk, and the kitchen makes what was accepted. */
    private Reckoning reckon(Path wardFile) throws Exception {
        Path database = database(wardFile);
        assertThat(Decided.integrity(database)).isEqualTo("ok");
        Reckoning reckoning = new Reckoning(diaries(), Decided.in(database));
        assertThat(reckoning.wordsAreKept()).isPositive();
        try (OpenWard ward = new OpenWard(Configs.ward(wardFile))) {
            reckoning.kitchenMakesIt(ward.open(Instant.now()));
        }
        return reckoning;
    }
}
