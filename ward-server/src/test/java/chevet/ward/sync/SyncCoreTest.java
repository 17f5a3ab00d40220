package chevet.ward.sync;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.place.TerminalId;
import chevet.model.stay.StayId;
import chevet.model.wire.Command;
import chevet.model.wire.Down;
import chevet.model.wire.Outcome;
import chevet.model.wire.StreamId;
import chevet.model.wire.Topics;
import chevet.model.wire.WireCodec;
import chevet.ward.db.Database;
import chevet.ward.db.JdbiDatabase;
import chevet.ward.db.Threads;
import chevet.ward.db.Tx;
import chevet.ward.keys.FileStayKeys;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The roads on threads of their own, as in a server. */
class SyncCoreTest {
    private static final int TERMINALS = 300;
    private static final int TAPS = 10;

    @TempDir Path directory;

    record Tap(int number) {}

    @Test
    void threeThousandTapsFromManyThreadsAreEachAnsweredOnceAndInOrder() throws Exception {
        InstantSource clock = InstantSource.system();
        Beds beds = new Beds();
        List<TerminalId> terminals =
                IntStream.range(0, TERMINALS).mapToObj(i -> new TerminalId("t-" + i)).toList();
        Map<String, AtomicInteger> answered = new ConcurrentHashMap<>();
        Map<StreamId, AtomicInteger> shown = new ConcurrentHashMap<>();
        AtomicInteger wrong = new AtomicInteger();
        CountDownLatch all = new CountDownLatch(TERMINALS * TAPS);
        CountDownLatch acknowledged = new CountDownLatch(TERMINALS * TAPS);
        try (Database database =
                JdbiDatabase.sqlite(directory.resolve("ward.db"), clock, Threads.OWN)) {
            FileStayKeys keys = new FileStayKeys(directory.resolve("keys"));
            EventLog log = new EventLog(database, keys, SyncMeter.NONE);
            for (TerminalId terminal : terminals) {
                StayId stay = new StayId("s-" + terminal);
                keys.make(stay);
                beds.with(terminal).lays(stay, terminal, Instant.EPOCH);
            }
            WardWire wire =
                    (topic, payload, qos) -> {
                        switch (WireCodec.down(payload)) {
                            case Down.Outcomes(List<Outcome> outcomes) -> {
                                for (Outcome outcome : outcomes) {
                                    int before =
                                            answered.computeIfAbsent(
                                                            topic, t -> new AtomicInteger())
                                                    .getAndIncrement();
                                    if (outcome.status() != Outcome.Status.ACCEPTED
                                            || outcome.number() != before + 1) {
                                        wrong.incrementAndGet();
                                    }
                                    all.countDown();
                                }
                            }
                            case Down.Live live ->
                                    live.events()
                                            .forEach(
                                                    event ->
                                                            shown.computeIfAbsent(
                                                                            event.stream(),
                                                                            s ->
                                                                                    new AtomicInteger())
                                                                    .set((int) event.number()));
                            default -> {}
                        }
                    };
            try (SyncCore core =
                    new SyncCore(
                            new SyncCore.Setup(
                                    database,
                                    log,
                                    keys,
                                    clock,
                                    Threads.OWN,
                                    wire,
                                    beds,
                                    List.of(new Taps(log)),
                                    List.of(),
                                    SyncMeter.NONE))) {
                core.start();
                terminals.parallelStream()
                        .forEach(
                                terminal -> {
                                    for (int number = 1; number <= TAPS; number++) {
                                        core.received(
                                                Topics.up(Beds.WARD, terminal),
                                                WireCodec.bytes(tap(terminal, number)),
                                                acknowledged::countDown);
                                    }
                                });
                assertThat(all.await(30, TimeUnit.SECONDS)).isTrue();
                assertThat(acknowledged.await(5, TimeUnit.SECONDS)).isTrue();
                Instant limit = Instant.now().plus(Duration.ofSeconds(10));
                while (shown.values().stream().mapToInt(AtomicInteger::get).sum() < TERMINALS * TAPS
                        && Instant.now().isBefore(limit)) {
                    Thread.onSpinWait();
                }
            }
        }
        assertThat(wrong).hasValue(0);
        assertThat(shown).hasSize(TERMINALS);
        assertThat(shown.values()).allSatisfy(number -> assertThat(number).hasValue(TAPS));
    }

    private static Command tap(TerminalId terminal, int number) {
        return new Command(
                terminal + "-" + number,
                terminal,
                "s",
                number,
                1,
                Optional.of(new StayId("s-" + terminal)),
                Instant.now(),
                "tap",
                WireCodec.body(new Tap(number)));
    }

    private record Taps(EventLog log) implements CommandHandler<Tap> {
        @Override
        public String type() {
            return "tap";
        }

        @Override
        public Class<Tap> bodyType() {
            return Tap.class;
        }

        @Override
        public Decision handle(Command command, Tap tap, Tx tx) {
            log.put(
                    tx,
                    StreamId.stay(command.stay().orElseThrow()),
                    "tap",
                    "test.tap",
                    new Tap(tap.number()));
            return new Decision.Accepted();
        }
    }
}
