package chevet.bench;

import chevet.model.wire.Command;
import chevet.model.wire.Cursor;
import chevet.model.wire.Down;
import chevet.model.wire.Event;
import chevet.model.wire.Outcome;
import chevet.model.wire.Presence;
import chevet.model.wire.StreamId;
import chevet.model.wire.Topics;
import chevet.model.wire.WireCodec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * What every terminal of the bench remembers: its numbers, what waits, how far it has heard; as the
 * protocol asks.
 */
final class Bedsides {
    private static final Duration PRESENCE = Duration.ofSeconds(20);

    private final BenchWard ward;
    private final InstantSource clock = InstantSource.system();
    private final List<Bedside> all = new ArrayList<>();
    private final AtomicInteger notAccepted = new AtomicInteger();
    private final AtomicLong next = new AtomicLong();
    private final AtomicInteger connection = new AtomicInteger();

    private static final class Bedside {
        private final AtomicLong number = new AtomicLong();
        private final Map<Long, String> waiting = new ConcurrentHashMap<>();
        private final Map<StreamId, Cursor> cursors = new ConcurrentHashMap<>();
    }

    Bedsides(BenchWard ward, int count) {
        this.ward = ward;
        for (int i = 0; i < count; i++) {
            all.add(new Bedside());
        }
    }

    long next() {
        return next.get();
    }

    /** Taps that were answered with anything but "accepted"; they make a run worthless. */
    int notAccepted() {
        return notAccepted.get();
    }

    /** What came down to a terminal. */
    void heard(int place, byte[] bytes, Load load) {
        Bedside bedside = all.get(place);
        switch (WireCodec.down(bytes)) {
            case Down.Outcomes outcomes -> {
                for (Outcome outcome : outcomes.outcomes()) {
                    if (outcome.status() != Outcome.Status.ACCEPTED) {
                        notAccepted.incrementAndGet();
                    }
                    bedside.waiting.remove(outcome.number());
                    load.answered(outcome.command());
                }
            }
            case Down.Live live -> {
                ward.learn(place, live.events());
                for (Event event : live.events()) {
                    bedside.cursors.put(event.stream(), new Cursor(live.epoch(), event.number()));
                }
            }
            case Down.Page page -> {
                ward.learn(place, page.events());
                bedside.cursors.put(page.stream(), new Cursor(page.epoch(), page.through()));
            }
            case Down.Dropped dropped -> dropped.streams().forEach(bedside.cursors::remove);
            case Down.Current current -> bedside.cursors.putAll(current.heads());
        }
    }

    /** Lets every terminal find out who lies there, and one of them what is on the menu. */
    void arrive(Fleet fleet) {
        connection.incrementAndGet();
        if (ward.known()) {
            return;
        }
        presence(fleet, 0);
        await(() -> all.getFirst().cursors.containsKey(StreamId.HOUSE));
        for (int place = 1; place < all.size(); place++) {
            // The catalogue is the same for all; thousands of copies of it are no part of what is
            // measured.
            for (StreamId shared :
                    List.of(
                            StreamId.HOUSE,
                            StreamId.site(ward.site()),
                            StreamId.ward(ward.ward()))) {
                Cursor known = all.getFirst().cursors.get(shared);
                if (known != null) {
                    all.get(place).cursors.put(shared, known);
                }
            }
            presence(fleet, place);
        }
        await(ward::known);
    }

    /** Says every terminal's presence every 20 s, spread evenly, until closed. */
    ScheduledExecutorService presences(Fleet fleet) {
        ScheduledExecutorService beats = Executors.newSingleThreadScheduledExecutor();
        AtomicInteger turn = new AtomicInteger();
        long pause = PRESENCE.toNanos() / all.size();
        beats.scheduleAtFixedRate(
                () -> presence(fleet, Math.floorMod(turn.getAndIncrement(), all.size())),
                pause,
                pause,
                TimeUnit.NANOSECONDS);
        return beats;
    }

    private void presence(Fleet fleet, int place) {
        Presence presence =
                new Presence(
                        ward.terminal(place),
                        1,
                        connection.get(),
                        true,
                        clock.instant(),
                        "bench",
                        all.get(place).cursors);
        fleet.publish(
                place,
                Topics.presence(ward.ward(), ward.terminal(place)),
                WireCodec.bytes(presence));
    }

    private interface Condition {
        boolean holds();
    }

    private static void await(Condition condition) {
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        "the terminals never learnt who lies there and what is on the menu");
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    /** Taps of one terminal after the other, over this fleet. */
    Load.Tap through(Fleet fleet) {
        all.forEach(bedside -> bedside.waiting.clear());
        return new Load.Tap() {
            private Command prepared = tap(0, 0, 0);

            @Override
            public String prepare(long number) {
                next.set(number + 1);
                int place = (int) (number % all.size());
                Bedside bedside = all.get(place);
                long own = bedside.number.incrementAndGet();
                long oldest =
                        bedside.waiting.keySet().stream()
                                .mapToLong(Long::longValue)
                                .min()
                                .orElse(own);
                prepared = tap(place, own, oldest);
                bedside.waiting.put(own, prepared.id());
                return prepared.id();
            }

            @Override
            public void send(long number) {
                int place = (int) (number % all.size());
                fleet.publish(
                        place,
                        Topics.up(ward.ward(), ward.terminal(place)),
                        WireCodec.bytes(prepared));
            }
        };
    }

    private Command tap(int place, long number, long oldest) {
        Instant now = clock.instant();
        return ward.tap(place, number, oldest, now);
    }
}
