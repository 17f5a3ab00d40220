package chevet.terminal.link;

import static chevet.terminal.link.OneTerminal.OWN;
import static chevet.terminal.link.OneTerminal.STAY;
import static chevet.terminal.link.OneTerminal.STAY_STREAM;
import static chevet.terminal.link.OneTerminal.WARD;
import static chevet.terminal.link.OneTerminal.event;
import static chevet.terminal.link.OneTerminal.live;
import static chevet.terminal.link.OneTerminal.occupancy;
import static chevet.terminal.link.OneTerminal.page;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.stay.StayId;
import chevet.model.wire.Cursor;
import chevet.model.wire.Down;
import chevet.model.wire.Presence;
import chevet.model.wire.StreamId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LinkCoreDownTest {
    private final OneTerminal terminal = OneTerminal.inMemory();

    private String ward(String key) {
        return terminal.value(StreamId.Kind.WARD, key);
    }

    @Test
    void presenceSaysACursorForEveryStreamOfThePlace() {
        terminal.connected();
        Presence presence = terminal.wire.presences().getLast();
        assertThat(presence.cursors())
                .containsOnlyKeys(StreamId.HOUSE, StreamId.of("site/s1"), WARD, OWN)
                .containsEntry(WARD, Cursor.NONE);
        assertThat(presence.boot()).isEqualTo(1);
        assertThat(presence.online()).isTrue();
        assertThat(terminal.wire.will().online()).isFalse();
        assertThat(terminal.wire.will().connection()).isEqualTo(presence.connection());
    }

    @Test
    void pagesAndLiveEventsAreRead() {
        terminal.connected();
        terminal.say(page(WARD, 0, 4, true, event(WARD, 4, 0, "a", "\"old\"")));
        terminal.say(live(event(WARD, 5, 4, "a", "\"new\""), event(WARD, 6, 5, "b", "\"b\"")));
        assertThat(ward("a")).isEqualTo("new");
        assertThat(ward("b")).isEqualTo("b");
    }

    @Test
    void aTombstoneRemovesItsKey() {
        terminal.connected();
        terminal.say(page(WARD, 0, 1, true, event(WARD, 1, 0, "a", "\"a\"")));
        terminal.say(live(event(WARD, 2, 1, "a", "")));
        assertThat(terminal.link.all(StreamId.Kind.WARD, "", String.class)).isEmpty();
    }

    @Test
    void aRepeatedEventChangesNothing() {
        terminal.connected();
        terminal.say(page(WARD, 0, 1, true, event(WARD, 1, 0, "a", "\"one\"")));
        terminal.say(live(event(WARD, 2, 1, "a", "\"two\"")));
        terminal.say(live(event(WARD, 1, 0, "a", "\"one\"")));
        assertThat(ward("a")).isEqualTo("two");
    }

    @Test
    void aGapIsNotAppliedAndMakesItAsk() {
        terminal.connected();
        terminal.say(page(WARD, 0, 1, true, event(WARD, 1, 0, "a", "\"one\"")));
        terminal.sayCurrent(Map.of(WARD, new Cursor("e1", 1)));
        terminal.wire.presences();
        terminal.say(live(event(WARD, 3, 2, "a", "\"three\"")));
        assertThat(ward("a")).isEqualTo("one");
        terminal.time.run(Duration.ofSeconds(1));
        assertThat(terminal.wire.presences())
                .singleElement()
                .satisfies(p -> assertThat(p.cursors()).containsEntry(WARD, new Cursor("e1", 1)));
    }

    @Test
    void aHoleOfCompactionIsNoGap() {
        terminal.connected();
        terminal.say(page(WARD, 0, 1, true, event(WARD, 1, 0, "a", "\"one\"")));
        terminal.say(live(event(WARD, 9, 1, "a", "\"nine\"")));
        assertThat(ward("a")).isEqualTo("nine");
    }

    @Test
    void aPageThatContinuesElsewhereIsIgnored() {
        terminal.connected();
        terminal.say(page(WARD, 0, 1, true, event(WARD, 1, 0, "a", "\"one\"")));
        terminal.say(page(WARD, 5, 6, false, event(WARD, 6, 5, "a", "\"six\"")));
        assertThat(ward("a")).isEqualTo("one");
    }

    @Test
    void aPageThatBeginsBeforeBringsOnlyWhatIsNew() {
        terminal.connected();
        terminal.say(page(WARD, 0, 1, true, event(WARD, 1, 0, "a", "\"one\"")));
        terminal.say(live(event(WARD, 2, 1, "a", "\"two\"")));
        terminal.say(
                page(
                        WARD,
                        1,
                        3,
                        false,
                        event(WARD, 2, 1, "a", "\"wrong\""),
                        event(WARD, 3, 2, "b", "\"three\"")));
        assertThat(ward("a")).isEqualTo("two");
        assertThat(ward("b")).isEqualTo("three");
    }

    @Test
    void aResetDropsWhatWasThere() {
        terminal.connected();
        terminal.say(page(WARD, 0, 7, true, event(WARD, 7, 0, "gone", "\"x\"")));
        terminal.say(
                new Down.Page(
                        WARD, "e2", 0, 2, true, true, List.of(event(WARD, 2, 0, "a", "\"two\""))));
        assertThat(terminal.link.all(StreamId.Kind.WARD, "", String.class))
                .isEqualTo(Map.of("a", "two"));
        terminal.time.run(CatchUp.PERIOD);
        assertThat(terminal.wire.presences().getLast().cursors())
                .containsEntry(WARD, new Cursor("e2", 2));
    }

    @Test
    void anotherEpochOnTheLiveRoadMakesItAsk() {
        terminal.connected();
        terminal.say(page(WARD, 0, 1, true, event(WARD, 1, 0, "a", "\"one\"")));
        terminal.sayCurrent(Map.of(WARD, new Cursor("e1", 1)));
        terminal.wire.presences();
        terminal.say(new Down.Live("e2", List.of(event(WARD, 2, 1, "a", "\"two\""))));
        terminal.time.run(Duration.ofSeconds(1));
        assertThat(ward("a")).isEqualTo("one");
        assertThat(terminal.wire.presences()).hasSize(1);
    }

    @Test
    void anUnreadableMessageCostsNothing() {
        terminal.connected();
        terminal.wire.say("down", "{\"kind\":\"what\"}".getBytes(UTF_8));
        terminal.say(page(WARD, 0, 1, true, event(WARD, 1, 0, "a", "\"one\"")));
        assertThat(ward("a")).isEqualTo("one");
    }

    @Test
    void itIsCurrentOnlyWhenItHasReachedTheHeads() {
        List<Replica.LinkState> states = new ArrayList<>();
        terminal.connected();
        terminal.link.watchLink(states::add);
        terminal.sayCurrent(Map.of(WARD, new Cursor("e1", 1)));
        assertThat(states.getLast().connected()).isFalse();
        terminal.say(page(WARD, 0, 1, true, event(WARD, 1, 0, "a", "\"one\"")));
        terminal.sayCurrent(Map.of(WARD, new Cursor("e1", 1)));
        assertThat(states.getLast())
                .isEqualTo(new Replica.LinkState(true, Optional.of(OneTerminal.NOON), 0));
    }

    @Test
    void aLostLineIsSaidAndMadeAgain() {
        List<Replica.LinkState> states = new ArrayList<>();
        terminal.occupied();
        terminal.link.watchLink(states::add);
        terminal.sayCurrent(Map.of(OWN, new Cursor("e1", 1), STAY_STREAM, new Cursor("e1", 1)));
        terminal.wire.lose();
        terminal.time.run(Duration.ofSeconds(4));
        assertThat(states.getLast())
                .isEqualTo(new Replica.LinkState(false, Optional.of(OneTerminal.NOON), 0));
        assertThat(terminal.wire.opened()).isEqualTo(2);
    }

    @Test
    void presenceIsSaidEveryTwentySecondsAndSilenceEndsTheLine() {
        terminal.connected();
        for (int i = 0; i < 4; i++) {
            terminal.wire.presences();
            terminal.time.run(CatchUp.PERIOD);
            assertThat(terminal.wire.presences()).isNotEmpty();
            terminal.say(new Down.Live("e1", List.of()));
        }
        assertThat(terminal.wire.opened()).isEqualTo(1);
        terminal.time.run(CatchUp.PERIOD.multipliedBy(4));
        assertThat(terminal.wire.opened()).isEqualTo(2);
    }

    @Test
    void aStayThatArrivesIsAskedForAtOnce() {
        terminal.connected();
        terminal.wire.presences();
        terminal.say(page(OWN, 0, 1, true, occupancy(1, 0, Optional.of(STAY))));
        assertThat(terminal.wire.presences())
                .singleElement()
                .satisfies(p -> assertThat(p.cursors()).containsEntry(STAY_STREAM, Cursor.NONE));
        assertThat(terminal.link.snapshot().stay()).contains(STAY);
        assertThat(terminal.keys.stays()).containsExactly(STAY);
    }

    @Test
    void aStayThatLeavesTakesItsReplicaAndItsKeyAlong() {
        terminal.occupied();
        List<Optional<StayId>> seen = new ArrayList<>();
        terminal.link.watch(StreamId.Kind.STAY, _ -> seen.add(terminal.link.snapshot().stay()));
        terminal.say(live(occupancy(2, 1, Optional.empty())));
        assertThat(terminal.link.all(StreamId.Kind.STAY, "", String.class)).isEmpty();
        assertThat(terminal.keys.stays()).isEmpty();
        assertThat(seen).containsExactly(Optional.of(STAY), Optional.empty());
    }

    @Test
    void anotherPatientsEventsAreNotTaken() {
        terminal.occupied();
        StreamId other = StreamId.stay(new StayId("st-2"));
        terminal.say(page(other, 0, 1, true, event(other, 1, 0, "k", "\"secret\"")));
        assertThat(terminal.value(StreamId.Kind.STAY, "k")).isEqualTo("one");
    }

    @Test
    void aDroppedStreamIsForgotten() {
        terminal.connected();
        terminal.say(page(WARD, 0, 1, true, event(WARD, 1, 0, "a", "\"one\"")));
        terminal.say(new Down.Dropped(List.of(WARD)));
        assertThat(ward("a")).isEmpty();
    }

    @Test
    void aRestartKnowsWhatWasKnown() {
        terminal.occupied();
        OneTerminal again = new OneTerminal(terminal.store, terminal.keys).started();
        assertThat(again.link.snapshot().stay()).contains(STAY);
        assertThat(again.value(StreamId.Kind.STAY, "k")).isEqualTo("one");
        assertThat(again.wire.will().boot()).isEqualTo(2);
    }

    @Test
    void aReplicaWhoseKeyIsLostIsLoadedAnew() {
        terminal.occupied();
        OneTerminal again = new OneTerminal(terminal.store, new MemoryKeys()).connected();
        assertThat(again.link.all(StreamId.Kind.STAY, "", String.class)).isEmpty();
        assertThat(again.wire.presences().getLast().cursors())
                .containsEntry(STAY_STREAM, Cursor.NONE);
    }

    @Test
    void aKeyThatNobodyLiesForIsDestroyedAtTheStart() {
        terminal.keys.make(new StayId("st-old"));
        terminal.started();
        assertThat(terminal.keys.stays()).isEmpty();
    }
}
