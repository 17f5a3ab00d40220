package chevet.terminal.link;

import chevet.model.place.TerminalId;
import chevet.model.stay.StayId;
import chevet.model.wire.Body;
import chevet.model.wire.Command;
import chevet.model.wire.Outcome;
import chevet.model.wire.Topics;
import chevet.model.wire.WireCodec;
import chevet.terminal.link.TerminalStore.KeptCommand;
import chevet.terminal.link.TerminalStore.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps commands and sends them, the oldest first and few at a time, until each has its outcome. On
 * the link's thread, but for {@link #waiting}.
 */
final class OutboxSender {
    /** More than this many are never under way, whatever the server allows. */
    static final int WINDOW = 10;

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST_DOUBLINGS = 1;
    private static final Duration NO_ROOM = Duration.ofMillis(100);
    private static final Logger LOG = LoggerFactory.getLogger(OutboxSender.class);

    private final LinkIdentity identity;
    private final Loop loop;
    private final TerminalStore store;
    private final TerminalKeys keys;
    private final RandomGenerator random;
    private final Line line;
    private final NavigableMap<Long, Waiting> rows = new TreeMap<>();
    private volatile List<Command> waiting = List.of();
    private String series = "";
    private long lastNumber;
    private int window = 1;
    private int timeouts;
    private Loop.@Nullable Timer resend;

    /** A row, and who waits for its outcome. */
    private static final class Waiting {
        private final Command command;
        private final CompletableFuture<Outcome> outcome;
        private boolean sent;

        Waiting(Command command, CompletableFuture<Outcome> outcome) {
            this.command = command;
            this.outcome = outcome;
        }
    }

    OutboxSender(LinkCore.Ports ports, Line line) {
        this.identity = ports.identity();
        this.loop = ports.loop();
        this.store = ports.store();
        this.keys = ports.keys();
        this.random = ports.random();
        this.line = line;
    }

    /** All that has no outcome yet, oldest first. */
    List<Command> waiting() {
        return waiting;
    }

    void load(TerminalStore.Contents contents) {
        series = contents.series();
        lastNumber = contents.lastNumber();
        for (KeptCommand kept : contents.outbox()) {
            try {
                Waiting row = new Waiting(opened(kept), new CompletableFuture<>());
                rows.put(kept.number(), row);
            } catch (Seal.Broken _) {
                LOG.warn("Command {} cannot be opened and is given up", kept.id());
                store.commit(List.of(new Write.RemoveCommand(kept.number())));
            }
        }
        tellWaiting();
    }

    private Command opened(KeptCommand kept) {
        Bytes body =
                kept.stay()
                        .map(
                                stay ->
                                        Bytes.of(
                                                keys.open(
                                                        stay,
                                                        place(kept.number()),
                                                        kept.body().array())))
                        .orElse(kept.body());
        return command(
                kept.id(),
                kept.number(),
                kept.stay(),
                kept.tappedAt(),
                kept.type(),
                new Body(body.text()));
    }

    /**
     * Keeps a command; it is on disk when this returns.
     *
     * @throws TerminalStore.StoreException when it is not
     */
    void keep(
            String id,
            Optional<StayId> stay,
            Instant tappedAt,
            String type,
            Body body,
            CompletableFuture<Outcome> outcome) {
        keep(id, stay, tappedAt, type, body, outcome, List.of());
    }

    /**
     * As above.
     *
     * @param also what is to be on disk together with it
     */
    void keep(
            String id,
            Optional<StayId> stay,
            Instant tappedAt,
            String type,
            Body body,
            CompletableFuture<Outcome> outcome,
            List<Write> also) {
        long number = lastNumber + 1;
        Bytes plain = Bytes.of(body.json());
        Bytes kept =
                stay.map(s -> Bytes.of(keys.seal(s, place(number), plain.array()))).orElse(plain);
        List<Write> writes = new ArrayList<>(also);
        writes.add(new Write.AddCommand(new KeptCommand(number, id, stay, tappedAt, type, kept)));
        store.commit(writes);
        lastNumber = number;
        rows.put(number, new Waiting(command(id, number, stay, tappedAt, type, body), outcome));
        tellWaiting();
    }

    /** The line is up: everything goes again, from the oldest. */
    void up(int receiveMaximum) {
        window = Math.max(1, Math.min(WINDOW, receiveMaximum - 1));
        timeouts = 0;
        rows.values().forEach(row -> row.sent = false);
        pump();
    }

    void down() {
        cancelResend();
    }

    /**
     * Sends what may go. No further than a hole in the numbers: the server takes what is behind it
     * only when {@code oldest} has passed it.
     */
    void pump() {
        if (!line.up() || rows.isEmpty()) {
            return;
        }
        long oldest = rows.firstKey();
        long next = oldest;
        for (Waiting row : rows.values()) {
            if (row.command.number() != next || next - oldest >= reach()) {
                break;
            }
            next++;
            if (!row.sent) {
                row.sent = send(row.command, oldest);
                if (!row.sent) {
                    loop.after(NO_ROOM, this::pump);
                    break;
                }
            }
        }
        if (resend == null) {
            resend = loop.after(patience(), this::resend);
        }
    }

    /**
     * Where twice nothing came back the server may be unable to keep anything, and one command
     * shows as well as ten when it can again; so that may be tried often.
     */
    private int reach() {
        return timeouts > MOST_DOUBLINGS ? 1 : window;
    }

    private boolean send(Command command, long oldest) {
        Command now =
                new Command(
                        command.id(),
                        command.terminal(),
                        command.series(),
                        command.number(),
                        oldest,
                        command.stay(),
                        command.tappedAt(),
                        command.type(),
                        command.body());
        return line.publish(
                Topics.up(identity.ward(), identity.terminal()), WireCodec.bytes(now), 1);
    }

    private void resend() {
        resend = null;
        timeouts++;
        rows.values().forEach(row -> row.sent = false);
        pump();
    }

    private Duration patience() {
        long millis = PATIENCE.toMillis() << Math.min(timeouts, MOST_DOUBLINGS);
        return Duration.ofMillis(millis + random.nextLong(millis / 2));
    }

    private void cancelResend() {
        if (resend != null) {
            resend.cancel();
            resend = null;
        }
    }

    /**
     * Takes the command of that outcome out.
     *
     * @return empty where it is not ours, or was told before
     * @throws TerminalStore.StoreException when the disk would not let it go; it will be sent again
     */
    Optional<Command> settled(Outcome outcome) {
        Waiting row = rows.get(outcome.number());
        if (row == null
                || !outcome.series().equals(series)
                || !row.command.id().equals(outcome.command())) {
            return Optional.empty();
        }
        store.commit(List.of(new Write.RemoveCommand(outcome.number())));
        rows.remove(outcome.number());
        tellWaiting();
        timeouts = 0;
        cancelResend();
        row.outcome.complete(outcome);
        return Optional.of(row.command);
    }

    boolean waitsFor(StayId stay) {
        return waitingFor(stay) > 0;
    }

    /** How many wait for that stay. */
    int waitingFor(StayId stay) {
        return (int)
                rows.values().stream()
                        .filter(row -> row.command.stay().equals(Optional.of(stay)))
                        .count();
    }

    /** Takes all of a stay out, without outcomes. */
    void giveUp(StayId stay) {
        List<Waiting> gone =
                rows.values().stream()
                        .filter(row -> row.command.stay().equals(Optional.of(stay)))
                        .toList();
        if (gone.isEmpty()) {
            return;
        }
        List<Write> writes =
                gone.stream()
                        .<Write>map(row -> new Write.RemoveCommand(row.command.number()))
                        .toList();
        store.commit(writes);
        gone.forEach(row -> rows.remove(row.command.number()));
        tellWaiting();
        gone.forEach(
                row ->
                        row.outcome.completeExceptionally(
                                new Commands.NotKept(Commands.NotKept.Why.STAY_LEFT)));
    }

    private void tellWaiting() {
        waiting = rows.values().stream().map(row -> row.command).toList();
    }

    private Command command(
            String id,
            long number,
            Optional<StayId> stay,
            Instant tappedAt,
            String type,
            Body body) {
        TerminalId terminal = identity.terminal();
        return new Command(id, terminal, series, number, number, stay, tappedAt, type, body);
    }

    private String place(long number) {
        return "outbox|" + series + "|" + number;
    }
}
