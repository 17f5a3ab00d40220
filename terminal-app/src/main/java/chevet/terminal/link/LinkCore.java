package chevet.terminal.link;

import chevet.model.stay.StayId;
import chevet.model.stay.WipeReceipt;
import chevet.model.wire.Answer;
import chevet.model.wire.Ask;
import chevet.model.wire.Command;
import chevet.model.wire.Down;
import chevet.model.wire.Outcome;
import chevet.model.wire.StreamId;
import chevet.model.wire.Topics;
import chevet.model.wire.WireCodec;
import chevet.model.wire.WireException;
import chevet.terminal.link.TerminalStore.Write;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A terminal's end of both roads, on a given clock, loop, wire, store and keys. All work is done on
 * the loop; the methods of {@link Link} may be called from any thread.
 */
public final class LinkCore implements Link, Line.Owner {
    /** After which a store that could not be read is tried again. */
    static final Duration STORE_AGAIN = Duration.ofSeconds(5);

    private static final Duration CURRENT_KEPT_EVERY = Duration.ofMinutes(1);
    private static final Logger LOG = LoggerFactory.getLogger(LinkCore.class);

    private final Ports ports;
    private final UuidV7 ids;
    private final Line line;
    private final ReplicaKeeper keeper;
    private final OutboxSender sender;
    private final CatchUp catchUp;
    private final AskDesk asks;
    private final Farewells farewells;
    private final Map<StreamId.Kind, Watchers<Change>> replicaWatchers;
    private final Watchers<LinkState> linkWatchers = new Watchers<>();
    private final Watchers<Settled> outcomeWatchers = new Watchers<>();
    private final Watchers<Runnable> outboxWatchers = new Watchers<>();
    private final String answerTopic;
    private boolean loaded;
    private boolean answering;
    private Optional<Instant> current = Optional.empty();
    private Instant currentKept = Instant.EPOCH;
    private LinkState told = new LinkState(false, Optional.empty(), 0);

    /**
     * What a link runs on.
     *
     * @param random for ids, series and jitter
     * @param closing run by {@link #close} after all else has been given to the loop
     */
    public record Ports(
            LinkIdentity identity,
            InstantSource clock,
            Loop loop,
            TerminalWire wire,
            TerminalStore store,
            TerminalKeys keys,
            RandomGenerator random,
            Runnable closing) {}

    private record Settled(Command command, Outcome outcome) {}

    /** A link that gives no receipts. */
    public LinkCore(Ports ports) {
        this(ports, Optional.empty());
    }

    /**
     * @param witness signs the receipt for each stay that is erased
     */
    public LinkCore(Ports ports, Optional<Witness> witness) {
        this.ports = ports;
        LinkIdentity identity = ports.identity();
        this.ids = new UuidV7(ports.random());
        this.line = new Line(ports.wire(), ports.loop(), ports.random(), this);
        this.keeper = new ReplicaKeeper(identity, ports.store(), ports.keys());
        this.sender = new OutboxSender(ports, line);
        this.catchUp = new CatchUp(ports, keeper, line);
        this.asks = new AskDesk(identity, ports.loop(), line);
        this.farewells = new Farewells(ports, witness, ids, keeper, sender, this::tellLink);
        this.answerTopic = Topics.answer(identity.ward(), identity.terminal());
        Map<StreamId.Kind, Watchers<Change>> watchers = new TreeMap<>();
        for (StreamId.Kind kind : StreamId.Kind.values()) {
            watchers.put(kind, new Watchers<>());
        }
        this.replicaWatchers = watchers;
    }

    /** Reads the store and begins to connect. */
    public void start() {
        ports.loop().execute(this::load);
    }

    private void load() {
        try {
            read();
        } catch (TerminalStore.StoreException e) {
            LOG.error("The terminal's store cannot be read yet", e);
            ports.loop().after(STORE_AGAIN, this::load);
            return;
        }
        loaded = true;
        tellAll(List.of(StreamId.Kind.values()));
        outboxWatchers.tell(() -> {});
        tellLink();
        line.open();
    }

    private void read() {
        TerminalStore.Contents contents = ports.store().open(ids.next(ports.clock().instant()));
        catchUp.boot(contents.boot());
        current = contents.current();
        var departed = keeper.load(contents);
        sender.load(contents);
        contents.farewells().forEach(farewells::finish);
        departed.removeAll(contents.farewells().keySet());
        departed.forEach(farewells::leave);
    }

    // --- up

    @Override
    public Sending send(Optional<StayId> stay, String type, Object body) {
        Instant now = ports.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        String id = ids.next(now);
        Sending sending = new Sending(id, new CompletableFuture<>(), new CompletableFuture<>());
        try {
            ports.loop().execute(() -> keep(sending, stay, now, type, body));
        } catch (RejectedExecutionException _) {
            fail(sending, NotKept.Why.NOT_WRITTEN);
        }
        return sending;
    }

    private void keep(
            Sending sending, Optional<StayId> stay, Instant now, String type, Object body) {
        if (!loaded) {
            fail(sending, NotKept.Why.NOT_WRITTEN);
            return;
        }
        if (stay.isPresent() && !keeper.known().stay().equals(stay)) {
            fail(sending, NotKept.Why.STAY_LEFT);
            return;
        }
        try {
            sender.keep(sending.id(), stay, now, type, WireCodec.body(body), sending.outcome());
        } catch (TerminalStore.StoreException e) {
            LOG.error("Command {} could not be kept", sending.id(), e);
            fail(sending, NotKept.Why.NOT_WRITTEN);
            return;
        }
        sending.kept().complete(null);
        outboxChanged();
        sender.pump();
    }

    private static void fail(Sending sending, NotKept.Why why) {
        sending.kept().completeExceptionally(new NotKept(why));
        sending.outcome().completeExceptionally(new NotKept(why));
    }

    @Override
    public List<Command> waiting(String type) {
        Optional<StayId> stay = keeper.known().stay();
        return sender.waiting().stream()
                .filter(command -> command.type().equals(type))
                .filter(command -> command.stay().isEmpty() || command.stay().equals(stay))
                .toList();
    }

    @Override
    public Watch onOutcome(BiConsumer<Command, Outcome> listener) {
        return outcomeWatchers.add(s -> listener.accept(s.command(), s.outcome()));
    }

    @Override
    public Watch watch(Runnable watcher) {
        ports.loop().execute(() -> Watchers.tell(_ -> watcher.run(), watcher));
        return outboxWatchers.add(_ -> watcher.run());
    }

    private void settle(Outcome outcome) {
        sender.settled(outcome)
                .ifPresent(
                        command -> {
                            outcomeWatchers.tell(new Settled(command, outcome));
                            outboxChanged();
                        });
    }

    private void outboxChanged() {
        outboxWatchers.tell(() -> {});
        tellLink();
    }

    // --- down

    @Override
    public Snapshot snapshot() {
        return keeper.known();
    }

    @Override
    public Watch watch(StreamId.Kind kind, Consumer<Change> watcher) {
        ports.loop().execute(() -> Watchers.tell(watcher, new Change(kind)));
        return watchers(kind).add(watcher);
    }

    @Override
    public Watch watchLink(Consumer<LinkState> watcher) {
        ports.loop().execute(() -> Watchers.tell(watcher, told));
        return linkWatchers.add(watcher);
    }

    private Watchers<Change> watchers(StreamId.Kind kind) {
        return Objects.requireNonNull(replicaWatchers.get(kind));
    }

    private void tellAll(Iterable<StreamId.Kind> kinds) {
        kinds.forEach(kind -> watchers(kind).tell(new Change(kind)));
    }

    private void tellLink() {
        LinkState now = new LinkState(answering, current, taps());
        if (!now.equals(told)) {
            told = now;
            linkWatchers.tell(now);
        }
    }

    /** A receipt is nobody's tap. */
    private int taps() {
        return (int)
                sender.waiting().stream()
                        .filter(command -> !command.type().equals(WipeReceipt.TYPE))
                        .count();
    }

    // --- the line

    @Override
    public TerminalWire.Offer offer(long connection) {
        LinkIdentity identity = ports.identity();
        return new TerminalWire.Offer(
                identity.subscriptions(),
                Topics.presence(identity.ward(), identity.terminal()),
                catchUp.goodbye(connection));
    }

    @Override
    public void up(int receiveMaximum) {
        // What waits goes first: if the patient was moved meanwhile, it still counts.
        sender.up(receiveMaximum);
        catchUp.up();
    }

    @Override
    public void down() {
        answering = false;
        sender.down();
        catchUp.down();
        tellLink();
    }

    @Override
    public void received(String topic, byte[] payload) {
        catchUp.heard();
        try {
            if (topic.equals(answerTopic)) {
                asks.answered(WireCodec.answer(payload));
            } else {
                received(WireCodec.down(payload));
            }
        } catch (WireException e) {
            LOG.warn("A message on {} cannot be read, field {}", topic, e.field());
        } catch (TerminalStore.StoreException e) {
            // Nothing of the message is kept; a presence says where the replica stands.
            LOG.error("A message on {} could not be kept", topic, e);
            catchUp.missing();
        }
    }

    private void received(Down message) {
        switch (message) {
            case Down.Outcomes outcomes -> {
                outcomes.outcomes().forEach(this::settle);
                farewells.settled();
                sender.pump();
            }
            case Down.Live live -> done(keeper.apply(live));
            case Down.Page page -> done(keeper.apply(page, catchUp.asked()));
            case Down.Dropped dropped -> done(keeper.apply(dropped));
            case Down.Current answer -> {
                if (catchUp.complete(answer)) {
                    farewells.leaveStrays();
                    current(ports.clock().instant());
                }
            }
        }
    }

    private void done(ReplicaKeeper.Effect effect) {
        effect.left().forEach(farewells::leave);
        keeper.known().stay().ifPresent(farewells::stays);
        keeper.owed().forEach(farewells::repeat);
        tellAll(effect.changed());
        if (effect.arrived()) {
            catchUp.ask();
        } else if (effect.missing()) {
            catchUp.missing();
        }
    }

    private void current(Instant now) {
        line.healthy();
        answering = true;
        current = Optional.of(now);
        tellLink();
        if (Duration.between(currentKept, now).abs().compareTo(CURRENT_KEPT_EVERY) > 0) {
            ports.store().commit(List.of(new Write.SetCurrent(now)));
            currentKept = now;
        }
    }

    // --- ask and answer

    @Override
    public CompletableFuture<Answer> ask(String type, Object body) {
        return ask(type, Optional.empty(), body);
    }

    @Override
    public CompletableFuture<Answer> act(String type, Object body) {
        return ask(type, Optional.of(ids.next(ports.clock().instant())), body);
    }

    private CompletableFuture<Answer> ask(String type, Optional<String> act, Object body) {
        Instant now = ports.clock().instant();
        Ask ask =
                new Ask(
                        ids.next(now),
                        ports.identity().terminal(),
                        now,
                        type,
                        act,
                        WireCodec.body(body));
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        ports.loop().execute(() -> asks.ask(ask, answer));
        return answer;
    }

    @Override
    public void close() {
        ports.loop().execute(this::shut);
        ports.closing().run();
    }

    private void shut() {
        LinkIdentity identity = ports.identity();
        line.publish(
                Topics.presence(identity.ward(), identity.terminal()),
                catchUp.goodbye(line.connection()).array(),
                0);
        line.close();
        asks.close();
        ports.store().close();
    }
}
