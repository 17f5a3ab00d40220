package chevet.ward.hl7;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.place.TerminalId;
import chevet.model.stay.BedOccupancy;
import chevet.model.stay.StayId;
import chevet.model.wire.Body;
import chevet.model.wire.Cursor;
import chevet.model.wire.Down;
import chevet.model.wire.Presence;
import chevet.model.wire.StreamId;
import chevet.model.wire.Topics;
import chevet.model.wire.WireCodec;
import chevet.ward.db.Databases;
import chevet.ward.db.Threads;
import chevet.ward.meal.House;
import chevet.ward.sync.Copy;
import chevet.ward.sync.SyncCore;
import chevet.ward.sync.SyncMeter;
import chevet.ward.sync.WardWire;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/**
 * A transfer that the hospital's feed tells: both terminals are told by the roads themselves, on
 * threads of their own as in a server, and nothing waits for a tick.
 */
final class FeedTransferTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void everythingOfThePatientIsAtTheNewBedAndNothingAtTheOldOne() throws Exception {
        try (Databases databases = Databases.sqlite()) {
            FeedHouse feed = new FeedHouse(House.withMenus(databases));
            feed.message("A01").of("a").in("210-P").accepted();
            StayId stay = feed.stay("210-P").orElseThrow();
            feed.house.healthy(stay);
            feed.house.tap(stay, House.DINNER, feed.house.defaults(House.DINNER));

            Beds beds = new Beds();
            try (SyncCore core = beds.over(feed.house)) {
                core.start();
                At door = beds.at("210-P");
                At window = beds.at("211-P");
                beds.await(() -> door.current);
                Map<String, String> all = Map.copyOf(door.knows(stay));
                assertThat(all).containsKeys("patient", "food-profile", "tray/" + House.DINNER);

                feed.later(1);
                feed.message("A02").of("a").in("211-P").accepted();
                beds.await(() -> window.knows(stay).equals(all));
                beds.await(() -> door.stay().isEmpty() && door.knows(stay).isEmpty());
                assertThat(window.stay()).contains(stay);

                feed.later(1);
                feed.message("A03").of("a").accepted();
                beds.await(() -> window.stay().isEmpty() && window.knows(stay).isEmpty());

                feed.later(1);
                feed.message("A13").of("a").in("211-P").accepted();
                beds.await(() -> window.knows(stay).equals(all));
                assertThat(door.knows(stay)).isEmpty();
            }
        }
    }

    /** The ends of all terminals: what comes is taken by the test's own thread. */
    private static final class Beds implements WardWire {
        private final LinkedBlockingQueue<Runnable> arrived = new LinkedBlockingQueue<>();
        private final Map<String, At> byTopic = new ConcurrentHashMap<>();
        private Optional<SyncCore> core = Optional.empty();

        SyncCore over(House house) {
            SyncCore over =
                    new SyncCore(
                            new SyncCore.Setup(
                                    house.database,
                                    house.log,
                                    house.keys,
                                    house.clock,
                                    Threads.OWN,
                                    this,
                                    house.stays.whereabouts(),
                                    List.of(),
                                    List.of(),
                                    SyncMeter.NONE));
            core = Optional.of(over);
            return over;
        }

        @Override
        public void publish(String topic, byte[] payload, int qos) {
            Optional.ofNullable(byTopic.get(topic))
                    .ifPresent(at -> arrived.add(() -> at.take(payload)));
        }

        At at(String bed) {
            TerminalId terminal = new TerminalId("t-" + bed);
            At at = new At(terminal, core.orElseThrow());
            byTopic.put(Topics.down(House.WARD, terminal), at);
            at.presence();
            return at;
        }

        /** Takes what comes until that holds. */
        void await(BooleanSupplier holds) throws InterruptedException {
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (!holds.getAsBoolean()) {
                Runnable next = arrived.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                assertThat(next).as("something came in time").isNotNull();
                Optional.ofNullable(next).ifPresent(Runnable::run);
            }
        }
    }

    /** One terminal's replica, which asks for a stay as soon as it is told of it. */
    private static final class At {
        private final TerminalId terminal;
        private final SyncCore core;
        private final Copy copy = new Copy();
        private Optional<StayId> lying = Optional.empty();
        private boolean current;

        At(TerminalId terminal, SyncCore core) {
            this.terminal = terminal;
            this.core = core;
        }

        void take(byte[] payload) {
            Down message = WireCodec.down(payload);
            copy.take(List.of(message));
            current |= message instanceof Down.Current;
            if (!stay().equals(lying)) {
                lying.ifPresent(gone -> copy.cursors.remove(StreamId.stay(gone)));
                lying = stay();
                presence();
            }
        }

        Optional<StayId> stay() {
            return Optional.ofNullable(copy.of(StreamId.terminal(terminal)).get("occupancy"))
                    .map(json -> WireCodec.lenient(new Body(json), BedOccupancy.class))
                    .flatMap(BedOccupancy::stay);
        }

        /** What it shows of the stay: nothing of one that does not lie here. */
        Map<String, String> knows(StayId stay) {
            return stay().equals(Optional.of(stay)) ? copy.of(StreamId.stay(stay)) : Map.of();
        }

        void presence() {
            Map<StreamId, Cursor> cursors = new HashMap<>(copy.cursors);
            cursors.putIfAbsent(StreamId.terminal(terminal), Cursor.NONE);
            lying.ifPresent(stay -> cursors.putIfAbsent(StreamId.stay(stay), Cursor.NONE));
            Presence presence = new Presence(terminal, 1, 1, true, Instant.EPOCH, "test", cursors);
            core.received(
                    Topics.presence(House.WARD, terminal), WireCodec.bytes(presence), () -> {});
        }
    }
}
