package chevet.sim;

import chevet.model.place.TerminalId;
import chevet.model.stay.StayId;
import chevet.model.wire.Outcome;
import chevet.model.wire.StreamId;
import chevet.terminal.link.TerminalStore.KeptEvent;
import chevet.ward.keys.StayKeys;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * One ward and thirty terminals, two minutes in which everything goes wrong and three in which
 * nothing does; then what was promised is counted. The same seed gives the same run.
 */
public final class Simulation {
    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    private static final Duration CHAOS = Duration.ofMinutes(2);
    private static final Duration QUIET = Duration.ofMinutes(3);
    private static final Duration STEP = Duration.ofMillis(500);
    private static final int TERMINALS = 30;

    private final long seed;
    private final Chance chance;
    private final VirtualTime time = new VirtualTime(START);
    private final Network network;
    private final SimServer server;
    private final List<SimTerminal> terminals = new ArrayList<>();
    private final Map<String, Tap> taps = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();
    private int stays;
    private int words;

    /**
     * How a run went.
     *
     * @param faults promises that were broken; empty where all were kept
     * @param trace the same for two runs only when they went the same way
     */
    public record Result(
            long seed, List<String> faults, long trace, int taps, int accepted, int restarts) {}

    private Simulation(long seed, Path directory, StayKeys keys) {
        this.seed = seed;
        this.chance = new Chance(seed);
        this.network = new Network(time, chance);
        List<TerminalId> ids =
                IntStream.rangeClosed(1, TERMINALS)
                        .mapToObj("t-%02d"::formatted)
                        .map(TerminalId::new)
                        .toList();
        this.server = new SimServer(directory, time, chance, network, keys, ids);
        ids.forEach(id -> terminals.add(new SimTerminal(id, time, chance, network, taps)));
    }

    /**
     * @param directory empty; for the server's file
     */
    public static Result run(long seed, Path directory, StayKeys keys) {
        Simulation simulation = new Simulation(seed, directory, keys);
        try {
            return simulation.run();
        } finally {
            simulation.server.close();
        }
    }

    private Result run() {
        server.start();
        for (SimTerminal terminal : terminals) {
            time.after(chance.upTo(Duration.ofSeconds(5)), terminal::start);
            if (chance.below(5) > 0) {
                admit(terminal);
            }
        }
        for (Duration t = Duration.ZERO; t.compareTo(CHAOS) < 0; t = t.plus(STEP)) {
            time.run(STEP);
            something();
        }
        chance.calm();
        terminals.forEach(terminal -> network.wire(terminal.id()).part(false, false));
        server.start();
        terminals.forEach(SimTerminal::start);
        time.run(QUIET);
        judge();
        return new Result(
                seed,
                faults,
                network.trace(),
                taps.size(),
                (int) taps.values().stream().filter(tap -> accepted(tap)).count(),
                server.restarts());
    }

    private static boolean accepted(Tap tap) {
        return tap.told.stream().anyMatch(o -> o.status() == Outcome.Status.ACCEPTED);
    }

    // --- what happens

    private void something() {
        for (int i = 0; i < 3; i++) {
            tap();
        }
        switch (chance.below(40)) {
            case 0, 1 -> admit(chance.of(terminals));
            case 2, 3 -> transfer();
            case 4, 5 -> discharge();
            case 6, 7, 8, 9, 10 -> news();
            case 11, 12, 13, 14 -> care();
            case 15, 16, 17 -> part();
            case 18, 19 -> powerCut(chance.of(terminals));
            case 20, 21 -> network.wire(chance.of(terminals).id()).cut();
            case 22 -> rarely(6, server::die);
            case 23 -> rarely(3, server::backUp);
            case 24 -> rarely(8, server::restore);
            default -> tap();
        }
    }

    private void rarely(int oneOf, Runnable what) {
        if (chance.below(oneOf) == 0) {
            what.run();
        }
    }

    private void tap() {
        SimTerminal terminal = chance.of(terminals);
        terminal.stay()
                .ifPresent(
                        stay -> {
                            String kind =
                                    switch (chance.below(12)) {
                                        case 0 -> Ward.REFUSE;
                                        case 1 -> Ward.THROW;
                                        default -> "word";
                                    };
                            terminal.tap(stay, kind + " " + ++words);
                        });
    }

    private void admit(SimTerminal terminal) {
        StayId stay = new StayId("st-" + ++stays);
        server.happens(
                tx -> {
                    if (server.ward().beds().stayAt(terminal.id()).isEmpty()) {
                        server.ward().admit(tx, stay, terminal.id());
                    }
                });
    }

    private void transfer() {
        TerminalId from = chance.of(terminals).id();
        TerminalId to = chance.of(terminals).id();
        server.happens(
                tx -> {
                    Optional<StayId> stay = server.ward().beds().stayAt(from);
                    if (stay.isPresent() && server.ward().beds().stayAt(to).isEmpty()) {
                        server.ward().transfer(tx, stay.get(), from, to);
                    }
                });
    }

    private void discharge() {
        TerminalId from = chance.of(terminals).id();
        server.happens(
                tx ->
                        server.ward()
                                .beds()
                                .stayAt(from)
                                .ifPresent(stay -> server.ward().discharge(tx, stay, from)));
    }

    private void news() {
        StreamId stream =
                chance.of(List.of(StreamId.HOUSE, StreamId.site(Ward.SITE), Ward.WARD_STREAM));
        String key = "news/" + chance.below(6);
        boolean gone = chance.below(4) == 0;
        String text = "news " + ++words;
        server.happens(
                tx -> {
                    if (gone) {
                        server.ward().unsay(tx, stream, key);
                    } else {
                        server.ward().say(tx, stream, key, text);
                    }
                });
    }

    private void care() {
        TerminalId at = chance.of(terminals).id();
        String text = "care " + ++words;
        server.happens(
                tx ->
                        server.ward()
                                .beds()
                                .stayAt(at)
                                .ifPresent(
                                        stay ->
                                                server.ward()
                                                        .say(
                                                                tx,
                                                                StreamId.stay(stay),
                                                                "care",
                                                                text)));
    }

    private void part() {
        Network.Wire wire = network.wire(chance.of(terminals).id());
        int how = chance.below(3);
        wire.part(how != 1, how != 2);
        time.after(chance.upTo(Duration.ofSeconds(90)), () -> wire.part(false, false));
    }

    private void powerCut(SimTerminal terminal) {
        terminal.die();
        time.after(chance.upTo(Duration.ofSeconds(30)), terminal::start);
    }

    // --- what was promised

    private void judge() {
        Map<String, Integer> done = server.ward().taps();
        taps.values().forEach(tap -> judge(tap, done.getOrDefault(tap.id, 0)));
        done.keySet().stream()
                .filter(id -> !taps.containsKey(id))
                .forEach(id -> faults.add("done, and nobody tapped it: " + id));
        terminals.forEach(this::judge);
    }

    private void judge(Tap tap, int done) {
        Optional<Outcome> told = tap.told.stream().findFirst();
        boolean undone =
                server.restoredTo().isPresent()
                        && told.map(o -> !o.at().isBefore(server.restoredTo().get())).orElse(true);
        expect(done <= 1, "done more than once", tap);
        expect(tap.told.size() <= 1, "told more than once", tap);
        expect(!tap.failed || done == 0, "failed at the bed, and done", tap);
        expect(!tap.failed || tap.told.isEmpty(), "failed at the bed, and has an outcome", tap);
        if (tap.kept) {
            expect(tap.left == 1, "kept, and still in the outbox or left it twice", tap);
            expect(
                    tap.told.size() == 1 || tap.givenUp || tap.diedLeaving,
                    "kept, and without an outcome",
                    tap);
        }
        if (told.isPresent() && !undone) {
            boolean accepted = told.get().status() == Outcome.Status.ACCEPTED;
            expect(accepted == (done == 1), "outcome and state contradict each other", tap);
            expect(
                    told.get().status() != Outcome.Status.FAILED || tap.word.startsWith(Ward.THROW),
                    "failed without a fault",
                    tap);
        }
        expect(
                done == 0
                        || (!tap.word.startsWith(Ward.REFUSE) && !tap.word.startsWith(Ward.THROW)),
                "refused or failed, and done",
                tap);
    }

    private void judge(SimTerminal terminal) {
        Ward ward = server.ward();
        Optional<StayId> stay = ward.beds().stayAt(terminal.id());
        equal(terminal, "stay", terminal.stay(), stay);
        equal(terminal, "keys", terminal.keys().stays(), Set.copyOf(stay.stream().toList()));
        equal(terminal, "house", terminal.texts(StreamId.Kind.HOUSE), ward.texts(StreamId.HOUSE));
        equal(
                terminal,
                "site",
                terminal.texts(StreamId.Kind.SITE),
                ward.texts(StreamId.site(Ward.SITE)));
        equal(terminal, "ward", terminal.texts(StreamId.Kind.WARD), ward.texts(Ward.WARD_STREAM));
        equal(
                terminal,
                "stay's stream",
                terminal.texts(StreamId.Kind.STAY),
                stay.map(StreamId::stay).map(ward::texts).orElse(Map.of()));
        for (KeptEvent event : terminal.contents().replica()) {
            if (event.stream().kind() == StreamId.Kind.STAY) {
                equal(
                        terminal,
                        "stream on disk",
                        Optional.of(event.stream()),
                        stay.map(StreamId::stay));
            }
        }
        equal(terminal, "outbox on disk", terminal.contents().outbox(), List.of());
    }

    private void expect(boolean holds, String otherwise, Tap tap) {
        if (!holds) {
            faults.add(otherwise + ": " + tap);
        }
    }

    private void equal(SimTerminal terminal, String what, Object here, Object there) {
        if (!Objects.equals(here, there)) {
            faults.add(terminal.id() + ", " + what + ": " + here + ", at the server " + there);
        }
    }
}
