package chevet.ward.sync;

import chevet.model.place.TerminalId;
import chevet.model.place.WardId;
import chevet.model.wire.Presence;
import chevet.model.wire.Topics;
import chevet.model.wire.WireCodec;
import chevet.model.wire.WireException;
import chevet.ward.db.Database;
import chevet.ward.db.Threads;
import chevet.ward.keys.StayKeys;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The roads put together: it receives what terminals publish and sends what they shall know. With
 * {@link Threads#BY_HAND} nothing runs but in {@link #drain} and {@link #tick}, so that one thread
 * and one seed give the same run again.
 */
public final class SyncCore implements WardWire.Receiver, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SyncCore.class);
    private static final Duration BEAT = Duration.ofMillis(100);

    /**
     * Events of so long go out together. Outcomes do not wait for them: on their way they had to
     * share the processor with the event of the same tap, which nobody waits for.
     */
    private static final Duration GATHER = Duration.ofMillis(20);

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration HOUSEKEEPING = Duration.ofHours(1);

    private final Setup setup;
    private final Lane replying;
    private final Lane delivery;
    private final PresenceBook presences;
    private final CommandInbox inbox;
    private final AskDesk asks;
    private final Heads heads;
    private final CatchUp catchUp;
    private final Publisher publisher;
    private final PublishCursor cursor;
    private final AtomicBoolean woken = new AtomicBoolean();
    private final AtomicBoolean gathering = new AtomicBoolean();
    private Instant lastSecond;
    private Instant lastHousekeeping;

    /**
     * @param events the log that the features write to, over the same database
     * @param threads {@link Threads#OWN}, or a simulation's
     */
    public record Setup(
            Database database,
            EventLog events,
            StayKeys keys,
            InstantSource clock,
            Threads threads,
            WardWire wire,
            Whereabouts whereabouts,
            List<CommandHandler<?>> commands,
            List<AskHandler> asks,
            SyncMeter meter) {
        public Setup {
            commands = List.copyOf(commands);
            asks = List.copyOf(asks);
        }
    }

    public SyncCore(Setup setup) {
        this.setup = setup;
        this.replying = new Lane("sync-replies", setup.threads(), Duration.ofDays(1), () -> {});
        this.delivery = new Lane("sync-delivery", setup.threads(), BEAT, this::beat);
        this.presences = new PresenceBook(setup.clock());
        this.inbox = new CommandInbox(setup, new Replies(setup.wire(), replying));
        this.asks = new AskDesk(setup, executor(setup.threads()));
        this.cursor = new PublishCursor(setup.database());
        this.heads = Heads.read(setup.database(), setup.events().table(), cursor.kept());
        this.catchUp = new CatchUp(setup, heads);
        this.publisher = new Publisher(setup, heads, catchUp::pending);
        this.lastSecond = setup.clock().instant();
        this.lastHousekeeping = lastSecond;
        setup.database().afterEachGroup(this::gather);
    }

    private Executor executor(Threads threads) {
        return threads == Threads.OWN
                ? Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("ask-", 0).factory())
                : delivery::submit;
    }

    /** Begins to work; the wire may deliver from now on. */
    public void start() {
        replying.start();
        delivery.start();
        wake();
    }

    /** Who is online. */
    public PresenceBook presences() {
        return presences;
    }

    @Override
    public void received(String topic, byte[] payload, Runnable done) {
        Optional<Sender> sender = sender(topic);
        if (sender.isEmpty()) {
            setup.meter().count(SyncMeter.What.MESSAGE_REFUSED);
            log.warn("message of {} bytes on a topic that is no terminal's", payload.length);
            done.run();
            return;
        }
        WardId ward = sender.get().ward();
        TerminalId terminal = sender.get().terminal();
        switch (sender.get().road()) {
            case UP -> inbox.received(ward, terminal, payload, done);
            case ASK -> {
                asks.received(ward, terminal, payload);
                done.run();
            }
            case PRESENCE -> {
                presence(ward, terminal, payload);
                done.run();
            }
        }
    }

    private enum Road {
        UP,
        ASK,
        PRESENCE
    }

    private record Sender(Road road, WardId ward, TerminalId terminal) {}

    /** The topic's terminal, where there is one in that ward. */
    private Optional<Sender> sender(String topic) {
        int slash = topic.lastIndexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        try {
            TerminalId terminal = new TerminalId(topic.substring(slash + 1));
            Optional<WardId> ward = setup.whereabouts().wardOf(terminal);
            if (ward.isEmpty()) {
                return Optional.empty();
            }
            for (Road road : Road.values()) {
                if (topic.equals(topicOf(road, ward.get(), terminal))) {
                    return Optional.of(new Sender(road, ward.get(), terminal));
                }
            }
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String topicOf(Road road, WardId ward, TerminalId terminal) {
        return switch (road) {
            case UP -> Topics.up(ward, terminal);
            case ASK -> Topics.ask(ward, terminal);
            case PRESENCE -> Topics.presence(ward, terminal);
        };
    }

    private void presence(WardId ward, TerminalId terminal, byte[] payload) {
        try {
            Presence presence = WireCodec.presence(payload);
            if (presence.terminal().equals(terminal)) {
                delivery.submit(() -> present(presence, ward));
                return;
            }
            log.warn("presence from {} refused: field terminal", terminal);
        } catch (WireException e) {
            log.warn("presence from {} refused: {}", terminal, Fault.told(e));
        }
        setup.meter().count(SyncMeter.What.MESSAGE_REFUSED);
    }

    private void present(Presence presence, WardId ward) {
        if (!presences.hear(presence)) {
            return;
        }
        if (presence.online()) {
            publish();
            catchUp.present(presence, ward);
            wake();
        } else {
            catchUp.absent(presence.terminal());
        }
    }

    private void gather() {
        if (!gathering.getAndSet(true)) {
            delivery.submitAfter(GATHER, this::gathered);
        }
    }

    private void gathered() {
        gathering.set(false);
        wake();
    }

    /** Has the delivery lane look for work; many calls before it does are one. */
    private void wake() {
        if (!woken.getAndSet(true)) {
            delivery.submit(this::deliver);
        }
    }

    /** Live events first: a page more or less must not keep a changed diet waiting. */
    private void deliver() {
        woken.set(false);
        publish();
        if (catchUp.step()) {
            wake();
        }
    }

    private void publish() {
        catchUp.review(publisher.publish());
    }

    private void beat() {
        if (catchUp.waiting()) {
            wake();
        }
        Instant now = setup.clock().instant();
        if (Duration.between(lastSecond, now).abs().compareTo(SECOND) >= 0) {
            lastSecond = now;
            tick();
        }
    }

    /** What is due by the clock; a simulation calls it about once a second of its own time. */
    public void tick() {
        presences.expire().forEach(catchUp::absent);
        asks.expire();
        cursor.keep(heads.published());
        if (catchUp.waiting()) {
            wake();
        }
        Instant now = setup.clock().instant();
        if (Duration.between(lastHousekeeping, now).abs().compareTo(HOUSEKEEPING) >= 0) {
            lastHousekeeping = now;
            inbox.purge(now);
            setup.events().purge(now);
        }
    }

    /**
     * For {@link Threads#BY_HAND}: does all that waits. What it writes waits for the database.
     *
     * @return whether there was anything
     */
    public boolean drain() {
        boolean any = replying.drain();
        return delivery.drain() || any;
    }

    @Override
    public void close() {
        delivery.close();
        replying.close();
    }
}
