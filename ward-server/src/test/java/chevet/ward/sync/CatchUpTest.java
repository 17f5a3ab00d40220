package chevet.ward.sync;

import static chevet.ward.sync.Roads.STAY;
import static chevet.ward.sync.Roads.T1;
import static chevet.ward.sync.Roads.T2;
import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.stay.StayId;
import chevet.model.wire.Cursor;
import chevet.model.wire.Down;
import chevet.model.wire.StreamId;
import chevet.ward.db.BothDatabases;
import chevet.ward.db.Databases;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

class CatchUpTest {
    private static final StreamId S = StreamId.stay(STAY);
    private static final StreamId HOUSE = StreamId.HOUSE;

    @TempDir Path directory;
    private final Copy copy = new Copy();

    @BothDatabases
    void aNewTerminalGetsEverythingItMayHaveAndThenCurrent(Databases on) {
        Roads roads = new Roads(on, directory);
        roads.put(HOUSE, "dish/1", note("1"));
        roads.put(S, "patient", note("1"));
        roads.keys.make(new StayId("st-2"));
        roads.put(StreamId.stay(new StayId("st-2")), "patient", note("other"));
        connect(roads);
        assertThat(copy.of(HOUSE)).containsOnlyKeys("dish/1");
        assertThat(copy.of(S)).containsOnlyKeys("patient");
        assertThat(copy.cursors)
                .containsOnlyKeys(
                        HOUSE,
                        StreamId.site(Beds.SITE),
                        StreamId.ward(Beds.WARD),
                        StreamId.terminal(T1),
                        S);
        assertThat(copy.currents).isEqualTo(1);
        assertThat(copy.gap).isFalse();
    }

    @BothDatabases
    void whoIsCurrentIsToldSoInOneMessage(Databases on) {
        Roads roads = new Roads(on, directory);
        roads.put(S, "patient", note("1"));
        connect(roads);
        roads.says(T1, 1, true, copy.cursors);
        roads.drain();
        List<Down> messages = roads.post.to(T1);
        assertThat(messages)
                .singleElement()
                .isInstanceOfSatisfying(
                        Down.Current.class,
                        current -> {
                            assertThat(current.answers()).isEqualTo("1/1");
                            assertThat(current.heads()).isEqualTo(copy.cursors);
                        });
    }

    @BothDatabases
    void aLostMessageIsFoundAtTheNextPresence(Databases on) {
        Roads roads = new Roads(on, directory);
        connect(roads);
        roads.put(S, "a", note("1"));
        roads.drain();
        roads.post.clear();
        roads.put(S, "b", note("1"));
        roads.drain();
        copy.take(roads.post.to(T1));
        assertThat(copy.gap).isTrue();
        assertThat(copy.of(S)).isEmpty();
        roads.says(T1, 1, true, copy.cursors);
        roads.drain();
        copy.take(roads.post.to(T1));
        assertThat(copy.of(S)).containsOnlyKeys("a", "b");
        assertThat(copy.gap).isFalse();
    }

    @BothDatabases
    void tombstonesReachWhoWasAway(Databases on) {
        Roads roads = new Roads(on, directory);
        roads.put(S, "a", note("1"));
        roads.put(S, "b", note("1"));
        connect(roads);
        roads.write(tx -> roads.log.remove(tx, S, "a"));
        roads.drain();
        roads.post.clear();
        connect(roads);
        assertThat(copy.of(S)).containsOnlyKeys("b");
        assertThat(copy.pages.getLast().reset()).isFalse();
    }

    @BothDatabases
    void whoWasAwayForLongerThanTombstonesLiveLoadsAnew(Databases on) {
        Roads roads = new Roads(on, directory);
        roads.put(S, "a", note("1"));
        roads.put(S, "b", note("1"));
        connect(roads);
        roads.write(tx -> roads.log.remove(tx, S, "a"));
        roads.clock.advance(Duration.ofDays(31));
        roads.core.tick();
        roads.drain();
        roads.post.clear();
        connect(roads);
        assertThat(copy.pages.getLast().reset()).isTrue();
        assertThat(copy.of(S)).containsOnlyKeys("b");
    }

    @BothDatabases
    void aNewEpochMakesEveryoneLoadAnew(Databases on) {
        Roads roads = new Roads(on, directory);
        roads.put(S, "a", note("1"));
        roads.put(HOUSE, "a", note("1"));
        connect(roads);
        copy.haunt(S);
        roads.database.newEpoch();
        roads.database.drain();
        roads.restart();
        roads.drain();
        roads.post.clear();
        int before = copy.pages.size();
        connect(roads);
        assertThat(copy.pages.subList(before, copy.pages.size()))
                .hasSize(5)
                .allSatisfy(page -> assertThat(page.reset()).isTrue());
        assertThat(copy.of(S)).containsOnlyKeys("a");
    }

    @BothDatabases
    void aCursorAheadOfTheHeadLoadsAnew(Databases on) {
        Roads roads = new Roads(on, directory);
        roads.put(S, "a", note("1"));
        connect(roads);
        copy.haunt(S);
        copy.cursors.put(S, new Cursor(roads.database.epoch(), 99));
        connect(roads);
        assertThat(copy.of(S)).containsOnlyKeys("a");
    }

    @BothDatabases
    void aBigStreamComesInPagesThatEachFitAMessage(Databases on) {
        Roads roads = new Roads(on, directory);
        fill(roads, HOUSE, 900);
        roads.connects(T1, copy.cursors);
        roads.drain();
        assertThat(roads.post.longest()).isBetween(100_000, 256 * 1024);
        copy.take(roads.post.to(T1));
        assertThat(copy.of(HOUSE)).hasSize(900);
        List<Down.Page> house =
                copy.pages.stream().filter(page -> page.stream().equals(HOUSE)).toList();
        assertThat(house).hasSizeGreaterThan(3);
        assertThat(house.getFirst().reset()).isTrue();
        assertThat(house.subList(1, house.size())).noneMatch(Down.Page::reset);
        assertThat(house.getLast().last()).isTrue();
        assertThat(house.subList(0, house.size() - 1)).noneMatch(Down.Page::last);
        assertThat(copy.gap).isFalse();
    }

    @BothDatabases
    void liveEventsOfAStreamWaitBehindItsPages(Databases on) {
        Roads roads = new Roads(on, directory);
        fill(roads, S, 600);
        roads.connects(T1, copy.cursors);
        int[] written = {0};
        // An event is committed while the pages go out; it comes with them and not before.
        roads.core.presences().onChange(terminal -> written[0]++);
        roads.put(S, "k0", note("new"));
        roads.drain();
        copy.take(roads.post.to(T1));
        assertThat(written[0]).isEqualTo(1);
        assertThat(copy.of(S)).hasSize(600).containsEntry("k0", "{\"text\":\"new\"}");
        assertThat(copy.gap).isFalse();
    }

    @BothDatabases
    void streamsThatItMayNoLongerHaveAreDropped(Databases on) {
        Roads roads = new Roads(on, directory);
        roads.put(S, "patient", note("1"));
        connect(roads);
        roads.write(
                tx -> {
                    tx.afterCommit(() -> roads.beds.lays(STAY, T2, roads.clock.instant()));
                    roads.log.put(tx, StreamId.terminal(T1), "occupancy", "t", note("empty"));
                    roads.log.put(tx, StreamId.terminal(T2), "occupancy", "t", note("st-1"));
                });
        roads.drain();
        List<Down> messages = roads.post.to(T1);
        assertThat(messages).contains(new Down.Dropped(List.of(S)));
        copy.take(messages);
        assertThat(copy.of(S)).isEmpty();
        Copy second = new Copy();
        roads.connects(T2, Map.of());
        roads.drain();
        second.take(roads.post.to(T2));
        assertThat(second.of(S)).containsOnlyKeys("patient");
    }

    @BothDatabases
    void whoWasAwayWhenItsStayLeftIsToldWhenItComesBack(Databases on) {
        Roads roads = new Roads(on, directory);
        roads.put(S, "patient", note("1"));
        connect(roads);
        roads.says(T1, 1, false, Map.of());
        roads.drain();
        roads.beds.leaves(STAY, roads.clock.instant());
        roads.write(tx -> roads.log.end(tx, S));
        roads.drain();
        assertThat(roads.post.count()).isZero();
        connect(roads);
        assertThat(copy.cursors).doesNotContainKey(S);
        assertThat(copy.of(S)).isEmpty();
    }

    @BothDatabases
    void anEndedStreamIsDroppedAtOnceAndBeginsAnewIfItComesBack(Databases on) {
        Roads roads = new Roads(on, directory);
        roads.put(S, "patient", note("1"));
        roads.put(S, "old", note("1"));
        connect(roads);
        Cursor stale = copy.cursors.get(S);
        roads.write(tx -> roads.log.end(tx, S));
        roads.drain();
        assertThat(roads.post.to(T1)).contains(new Down.Dropped(List.of(S)));
        roads.put(S, "patient", note("2"));
        roads.drain();
        roads.post.clear();
        copy.cursors.put(S, stale);
        connect(roads);
        assertThat(copy.of(S)).containsExactly(Map.entry("patient", "{\"text\":\"2\"}"));
        assertThat(copy.gap).isFalse();
    }

    @BothDatabases
    void aNewConnectionBeginsItsCatchUpAnew(Databases on) {
        Roads roads = new Roads(on, directory);
        roads.put(S, "patient", note("1"));
        roads.says(T1, 1, true, Map.of());
        roads.says(T1, 2, true, Map.of());
        roads.drain();
        copy.take(roads.post.to(T1));
        assertThat(copy.of(S)).containsOnlyKeys("patient");
        assertThat(copy.gap).isFalse();
    }

    @BothDatabases
    void manyThatComeBackAtOnceAreServedNoFasterThanTheFlow(Databases on) {
        Roads roads = new Roads(on, directory);
        fill(roads, HOUSE, 400);
        for (int i = 0; i < 100; i++) {
            var terminal = new chevet.model.place.TerminalId("many-" + i);
            roads.beds.with(terminal);
            roads.says(terminal, 1, true, Map.of());
        }
        roads.drain();
        long first = roads.counted.getOrDefault(SyncMeter.What.CURRENT_SENT, 0L);
        assertThat(first).isBetween(10L, 40L);
        for (int second = 0; second < 5; second++) {
            roads.clock.advance(Duration.ofSeconds(1));
            roads.core.tick();
            roads.drain();
        }
        assertThat(roads.counted).containsEntry(SyncMeter.What.CURRENT_SENT, 100L);
    }

    @BothDatabases
    void malformedPresencesAreCounted(Databases on) {
        Roads roads = new Roads(on, directory);
        roads.core.received("chevet/1/w1/presence/t-1", Roads.utf8("{}"), () -> {});
        roads.core.received(
                "chevet/1/w1/presence/t-1",
                chevet.model.wire.WireCodec.bytes(
                        new chevet.model.wire.Presence(
                                T2, 1, 1, true, roads.clock.instant(), "1", Map.of())),
                () -> {});
        roads.drain();
        assertThat(roads.counted).containsEntry(SyncMeter.What.MESSAGE_REFUSED, 2L);
        assertThat(roads.post.count()).isZero();
    }

    private void connect(Roads roads) {
        roads.drain();
        roads.connects(T1, copy.cursors);
        roads.drain();
        copy.take(roads.post.to(T1));
        roads.post.clear();
    }

    /** So many keys of a kilobyte each, told to nobody. */
    private static void fill(Roads roads, StreamId stream, int keys) {
        roads.write(
                tx -> {
                    for (int i = 0; i < keys; i++) {
                        roads.log.put(tx, stream, "k" + i, "t", note("x".repeat(1000)));
                    }
                });
        roads.drain();
        roads.post.clear();
    }

    private static Roads.Note note(String text) {
        return new Roads.Note(text);
    }
}
