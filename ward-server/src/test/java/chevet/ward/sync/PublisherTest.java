package chevet.ward.sync;

import static chevet.ward.sync.Roads.STAY;
import static chevet.ward.sync.Roads.T1;
import static chevet.ward.sync.Roads.T2;
import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.wire.Down;
import chevet.model.wire.Event;
import chevet.model.wire.StreamId;
import chevet.model.wire.Topics;
import chevet.ward.db.BothDatabases;
import chevet.ward.db.Databases;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

class PublisherTest {
    private static final StreamId S = StreamId.stay(STAY);

    @TempDir Path directory;

    @BothDatabases
    void eachStreamGoesOutWhereItBelongs(Databases on) {
        Roads roads = new Roads(on, directory);
        roads.put(StreamId.HOUSE, "a", note("1"));
        roads.put(StreamId.site(Beds.SITE), "a", note("1"));
        roads.put(StreamId.ward(Beds.WARD), "a", note("1"));
        roads.put(StreamId.terminal(T2), "occupancy", note("1"));
        roads.put(S, "patient", note("1"));
        roads.drain();
        assertThat(roads.post.topics())
                .containsExactlyInAnyOrder(
                        "chevet/1/house",
                        "chevet/1/site/site-1",
                        "chevet/1/w1/ward",
                        "chevet/1/w1/down/t-2",
                        "chevet/1/w1/down/t-1");
        Event event = live(roads, Topics.down(Beds.WARD, T1)).getFirst();
        assertThat(event.body()).contains(Roads.json("{\"text\":\"1\"}"));
        assertThat(event.stream()).isEqualTo(S);
    }

    @BothDatabases
    void whatIsNotCommittedIsNotSentAndAStayInNoBedGoesNowhere(Databases on) {
        Roads roads = new Roads(on, directory);
        roads.database.write(
                tx -> {
                    roads.log.put(tx, StreamId.HOUSE, "a", "t", note("1"));
                    throw new IllegalStateException();
                });
        roads.beds.leaves(STAY, roads.clock.instant());
        roads.put(S, "patient", note("1"));
        roads.drain();
        assertThat(roads.post.count()).isZero();
    }

    @BothDatabases
    void aStaysEventsFollowItToItsNewBed(Databases on) {
        Roads roads = new Roads(on, directory);
        roads.write(
                tx -> {
                    // Beds tell the new place only when the commit is followed up, as the stay
                    // feature does; the event of the same transaction must not reach the old bed.
                    tx.afterCommit(() -> roads.beds.lays(STAY, T2, roads.clock.instant()));
                    roads.log.put(tx, S, "patient", "t", note("1"));
                });
        roads.drain();
        assertThat(roads.post.topics()).containsExactly("chevet/1/w1/down/t-2");
    }

    @BothDatabases
    void eventsThatGatheredTravelInOneMessageAndInOrder(Databases on) {
        Roads roads = new Roads(on, directory);
        for (int i = 1; i <= 5; i++) {
            roads.put(S, "k" + i, note("" + i));
        }
        roads.drain();
        assertThat(roads.post.count()).isEqualTo(1);
        assertThat(live(roads, Topics.down(Beds.WARD, T1)))
                .extracting(Event::number, Event::after)
                .containsExactly(tuple(1, 0), tuple(2, 1), tuple(3, 2), tuple(4, 3), tuple(5, 4));
    }

    @BothDatabases
    void afterSpansTheHolesThatCompactionLeft(Databases on) {
        Roads roads = new Roads(on, directory);
        roads.put(S, "a", note("1"));
        roads.drain();
        roads.post.clear();
        roads.put(S, "b", note("1"));
        roads.put(S, "b", note("2"));
        roads.put(S, "c", note("1"));
        roads.put(S, "b", note("3"));
        roads.drain();
        assertThat(live(roads, Topics.down(Beds.WARD, T1)))
                .extracting(Event::number, Event::after)
                .containsExactly(tuple(4, 1), tuple(5, 4));
    }

    @BothDatabases
    void manyEventsAreCutIntoMessagesOfTheirSize(Databases on) {
        Roads roads = new Roads(on, directory);
        roads.write(
                tx -> {
                    for (int i = 0; i < 700; i++) {
                        roads.log.put(tx, StreamId.HOUSE, "dish/" + i, "t", note("x".repeat(1500)));
                    }
                });
        roads.drain();
        assertThat(roads.post.longest()).isLessThan(256 * 1024);
        assertThat(roads.post.count()).isBetween(5, 12);
        List<Event> events = live(roads, Topics.HOUSE);
        assertThat(events).hasSize(700);
        assertThat(events.getLast().number()).isEqualTo(700);
    }

    @BothDatabases
    void aCrashBetweenCommitAndPublicationLosesNothing(Databases on) {
        Roads roads = new Roads(on, directory);
        roads.put(S, "a", note("1"));
        roads.put(S, "b", note("1"));
        roads.drain();
        roads.clock.advance(Duration.ofSeconds(1));
        roads.core.tick();
        roads.drain();
        roads.post.clear();
        roads.put(S, "c", note("1"));
        roads.database.write(
                tx -> {
                    roads.log.put(tx, S, "a", "t", note("2"));
                    return true;
                });
        roads.database.commitWaiting();
        roads.crash();
        roads.drain();
        assertThat(live(roads, Topics.down(Beds.WARD, T1)))
                .extracting(Event::number, Event::after)
                .containsExactly(tuple(3, 2), tuple(4, 3));
    }

    @BothDatabases
    void aCrashSoonAfterPublicationSendsAgainWithTheTruePredecessor(Databases on) {
        Roads roads = new Roads(on, directory);
        roads.put(S, "a", note("1"));
        roads.drain();
        roads.core.tick();
        roads.drain();
        roads.put(S, "b", note("1"));
        roads.put(S, "b", note("2"));
        roads.drain();
        roads.post.clear();
        roads.crash();
        roads.drain();
        assertThat(live(roads, Topics.down(Beds.WARD, T1)))
                .extracting(Event::number, Event::after)
                .containsExactly(tuple(3, 1));
    }

    @BothDatabases
    void whatCannotBeOpenedBlocksNothing(Databases on) {
        Roads roads = new Roads(on, directory);
        roads.put(S, "a", note("1"));
        roads.keys.putAway(STAY);
        roads.put(StreamId.HOUSE, "b", note("1"));
        roads.drain();
        assertThat(roads.post.topics()).containsExactly("chevet/1/house");
        assertThat(roads.counted).containsEntry(SyncMeter.What.EVENT_UNREADABLE, 1L);
    }

    private static List<Event> live(Roads roads, String topic) {
        return roads.post.on(topic).stream()
                .flatMap(message -> ((Down.Live) message).events().stream())
                .toList();
    }

    private static Roads.Note note(String text) {
        return new Roads.Note(text);
    }

    private static org.assertj.core.groups.Tuple tuple(long number, long after) {
        return org.assertj.core.groups.Tuple.tuple(number, after);
    }
}
