package chevet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.config.WardConfig;
import chevet.fault.FaultProxy;
import chevet.model.meal.ServiceKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One ward server, three whole terminals and 27 links, each kind a process of its own, on a bad
 * network; the server is killed ten times, the terminals too, while meals are chosen.
 */
@Tag("slow")
class ManyKillsTest {
    private static final int KILLS = Integer.getInteger("chevet.kills", 10);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> WHOLE = List.of("t-210-P", "t-210-F", "t-211-P");

    private final Tally tally = new Tally();
    private final Map<String, Program> bedsides = new LinkedHashMap<>();
    private final Map<String, Path> terminals = new TreeMap<>();
    private long seed = Long.getLong("chevet.seed", System.nanoTime());
    private Random chance = new Random(seed);
    private int starts;

    @TempDir Path folder;

    @Test
    void theKitchenMakesWhatPatientsWereTold() throws Exception {
        try {
            tryIt();
        } catch (Exception | AssertionError e) {
            throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
        }
    }

    private void tryIt() throws Exception {
        DemoWard ward = DemoWard.prepare(folder.resolve("ward"), folder);
        WardConfig config = ward.config();
        Program server = ward.serve();
        Map<ServiceKey, KitchenPages.Sheet> sheets;
        try (FaultProxy net =
                new FaultProxy(config.mqtt().port(), seed, Duration.ofMillis(25), 0.0005)) {
            Path beds = folder.resolve("beds");
            terminals.putAll(ward.terminals(net.port(), beds, beds));
            assertThat(terminals).hasSize(30).containsKeys(WHOLE.toArray(String[]::new));
            for (String whole : WHOLE) {
                start(whole);
            }
            start("links");
            List<String> victims = List.copyOf(bedsides.keySet());
            for (int kill = 0; kill < KILLS; kill++) {
                tally.await("told", tally.of("told") + 5 + chance.nextInt(20), PATIENCE);
                // Three terminals and the links in turn; two rounds, and a half of a third.
                restart(victims.get(kill % victims.size()));
                tally.await("told", tally.of("told") + 5 + chance.nextInt(20), PATIENCE);
                server.kill();
                server = ward.serve();
            }
            settle(net);
            try (KitchenPages kitchen = new KitchenPages(config, ca())) {
                sheets = kitchen.open(Instant.now());
            }
            assertThat(server.end(PATIENCE)).isIn(0, 143);
        } finally {
            server.close();
            for (Program bedside : bedsides.values()) {
                bedside.close();
            }
        }
        reckon(config, sheets);
    }

    private Path ca() {
        return Configs.terminal(Objects.requireNonNull(terminals.get(WHOLE.getFirst()))).tls().ca();
    }

    private void start(String who) throws Exception {
        long own = seed + ++starts;
        if (who.equals("links")) {
            List<String> args = new ArrayList<>(List.of(String.valueOf(own), "3"));
            terminals.forEach(
                    (terminal, file) -> {
                        if (!WHOLE.contains(terminal)) {
                            args.add(file.toString());
                        }
                    });
            bedsides.put(
                    who,
                    Program.bedside(
                            LinkFleet.class,
                            who,
                            folder,
                            tally::hear,
                            args.toArray(String[]::new)));
        } else {
            String file = String.valueOf(terminals.get(who));
            bedsides.put(
                    who,
                    Program.bedside(
                            ScriptedTerminal.class,
                            who,
                            folder,
                            tally::hear,
                            String.valueOf(own),
                            file));
        }
    }

    private void restart(String who) throws Exception {
        Objects.requireNonNull(bedsides.get(who)).kill();
        start(who);
    }

    private void settle(FaultProxy net) throws Exception {
        for (Program bedside : bedsides.values()) {
            bedside.say("stop");
        }
        for (Program bedside : bedsides.values()) {
            bedside.await("empty"::equals, PATIENCE);
        }
        // Each then asks anew where it stands, sooner than it would by itself.
        net.breakAll();
        for (Program bedside : bedsides.values()) {
            bedside.await("settled"::equals, PATIENCE);
        }
    }

    private void reckon(WardConfig config, Map<ServiceKey, KitchenPages.Sheet> sheets)
            throws Exception {
        Map<String, Path> diaries = new HashMap<>();
        terminals.forEach((terminal, file) -> diaries.put(terminal, Configs.diary(file)));
        Path database = config.data().resolve("ward.db");
        assertThat(Files.exists(database)).isTrue();
        assertThat(Decided.integrity(database)).isEqualTo("ok");
        Reckoning reckoning = new Reckoning(Diaries.read(diaries), Decided.in(database));
        System.out.println("seed " + seed + ": " + reckoning.figures());
        assertThat(reckoning.wordsAreKept()).isGreaterThan(100);
        reckoning.nothingIsLost();
        reckoning.terminalsShowIt();
        reckoning.kitchenReadsIt(sheets);
        reckoning.screensSayIt(KitchenPages.names());
    }
}
