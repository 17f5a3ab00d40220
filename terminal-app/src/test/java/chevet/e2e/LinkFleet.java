package chevet.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import chevet.config.TerminalConfig;
import chevet.model.meal.ChooseTray;
import chevet.terminal.link.Commands;
import chevet.terminal.link.Link;
import chevet.terminal.link.RoughLinks;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The links of many terminals in one process, with a patient at each: {@code LinkFleet SEED MOST
 * CONFIG…}. It writes a word a line ({@code told}, {@code kept}, {@code not kept}, {@code empty},
 * {@code settled}) and obeys {@code stop}.
 */
final class LinkFleet {
    private static final System.Logger LOG = System.getLogger(LinkFleet.class.getName());
    private static final int SHORTEST_MILLIS = 200;
    private static final int LONGEST_MILLIS = 900;

    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();
    private final ScheduledExecutorService hands = Executors.newSingleThreadScheduledExecutor();
    private final Random chance;
    private final int most;
    private final List<Seat> seats = new ArrayList<>();
    private final List<RoughWire> wires = new CopyOnWriteArrayList<>();
    private volatile boolean stopped;

    private record Seat(Link link, Commands commands, Diary diary, Patient patient) {}

    private LinkFleet(long seed, int most) {
        this.chance = new Random(seed);
        this.most = most;
    }

    /** Ends with its standard input: a child does not outlive the trial. */
    public static void main(String[] args) throws Exception {
        long seed = Long.parseLong(args[0]);
        LinkFleet fleet = new LinkFleet(seed, Integer.parseInt(args[1]));
        for (int i = 2; i < args.length; i++) {
            fleet.seat(Path.of(args[i]), seed * 1_000 + i);
        }
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            if (order.equals("stop")) {
                fleet.stop();
            }
        }
        Runtime.getRuntime().halt(0);
    }

    private void seat(Path file, long seed) throws Exception {
        TerminalConfig config = Configs.terminal(file);
        Link link =
                RoughLinks.start(
                        config,
                        wire -> {
                            RoughWire rough = new RoughWire(wire, new Random(seed), later);
                            wires.add(rough);
                            return rough;
                        });
        Diary diary = new Diary(Configs.diary(file));
        link.onOutcome(
                (command, outcome) -> {
                    if (diary.told(command, outcome)) {
                        say("told");
                    }
                });
        Seat seat = new Seat(link, diary.over(link), diary, new Patient(seed));
        seats.add(seat);
        next(seat);
    }

    private void next(Seat seat) {
        int millis;
        synchronized (chance) {
            millis = SHORTEST_MILLIS + chance.nextInt(LONGEST_MILLIS - SHORTEST_MILLIS);
        }
        hands.schedule(() -> tap(seat), millis, TimeUnit.MILLISECONDS);
    }

    private void tap(Seat seat) {
        if (stopped) {
            return;
        }
        try {
            Optional<Patient.Wish> wish =
                    seat.link().waiting(ChooseTray.TYPE).size() < most
                            ? seat.patient().wish(seat.link())
                            : Optional.empty();
            wish.ifPresent(
                    w ->
                            seat.commands()
                                    .send(Optional.of(w.stay()), ChooseTray.TYPE, w.choice())
                                    .kept()
                                    .whenComplete(
                                            (_, fault) ->
                                                    say(fault == null ? "kept" : "not kept")));
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "a patient cannot choose", e);
            Runtime.getRuntime().halt(70);
        }
        next(seat);
    }

    private void stop() throws Exception {
        stopped = true;
        // A tap that is under way is given to its link first.
        CompletableFuture.runAsync(() -> {}, hands).join();
        List<Settling> settlings = new ArrayList<>();
        seats.forEach(seat -> settlings.add(new Settling(seat.link())));
        all(settlings.stream().map(Settling::empty).toList());
        say("empty");
        // Each then asks anew where it stands, sooner than it would by itself.
        wires.forEach(RoughWire::drop);
        all(settlings.stream().map(Settling::settled).toList());
        seats.forEach(seat -> Settling.note(seat.link(), seat.diary()));
        say("settled");
    }

    private static void all(List<CompletableFuture<Void>> futures) {
        CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new)).join();
    }

    private static void say(String word) {
        System.out.println(word);
    }
}
