package chevet.terminal.link;

import static chevet.terminal.link.OneTerminal.STAY;
import static chevet.terminal.link.OneTerminal.accepted;
import static chevet.terminal.link.OneTerminal.live;
import static chevet.terminal.link.OneTerminal.occupancy;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chevet.model.stay.StayId;
import chevet.model.wire.Answer;
import chevet.model.wire.Command;
import chevet.model.wire.Down;
import chevet.model.wire.Outcome;
import chevet.model.wire.WireCodec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class LinkCoreUpTest {
    private final OneTerminal terminal = OneTerminal.inMemory();

    /** A store whose disk is full when the test says so. */
    private static final class FullDisk implements TerminalStore {
        private final TerminalStore store = new MemoryStore();
        private boolean full;

        @Override
        public Contents open(String freshSeries) {
            if (full) {
                throw new StoreException("full", null);
            }
            return store.open(freshSeries);
        }

        @Override
        public void commit(List<Write> writes) {
            if (full) {
                throw new StoreException("full", null);
            }
            store.commit(writes);
        }

        @Override
        public void wipe() {
            store.wipe();
        }

        @Override
        public void close() {
            store.close();
        }
    }

    @Test
    void aTapIsKeptAndSentWithItsStayAndNumber() {
        terminal.occupied();
        Commands.Sending sending = terminal.tap("soup");
        assertThat(sending.kept()).isCompleted();
        assertThat(sending.outcome()).isNotDone();
        assertThat(terminal.wire.commands())
                .singleElement()
                .satisfies(
                        c -> {
                            assertThat(c.id()).isEqualTo(sending.id());
                            assertThat(c.number()).isEqualTo(1);
                            assertThat(c.oldest()).isEqualTo(1);
                            assertThat(c.stay()).contains(STAY);
                            assertThat(c.tappedAt()).isEqualTo(OneTerminal.NOON);
                            assertThat(c.body().json()).isEqualTo("\"soup\"");
                        });
    }

    @Test
    void itLeavesTheOutboxOnItsOutcomeOnly() {
        terminal.occupied();
        List<Outcome> told = new ArrayList<>();
        terminal.link.onOutcome((_, outcome) -> told.add(outcome));
        Commands.Sending sending = terminal.tap("soup");
        Command command = terminal.wire.commands().getFirst();
        assertThat(terminal.link.waiting("test.tap")).hasSize(1);
        terminal.accept(command);
        terminal.accept(command);
        assertThat(terminal.link.waiting("test.tap")).isEmpty();
        assertThat(sending.outcome()).isCompletedWithValue(accepted(command));
        assertThat(told).containsExactly(accepted(command));
    }

    @Test
    void anOutcomeOfAnotherSeriesIsNotOurs() {
        terminal.occupied();
        terminal.tap("soup");
        Outcome ours = accepted(terminal.wire.commands().getFirst());
        terminal.say(
                new Down.Outcomes(
                        List.of(
                                new Outcome(
                                        ours.command(),
                                        "other",
                                        1,
                                        ours.status(),
                                        ours.reason(),
                                        ours.at()))));
        assertThat(terminal.link.waiting("test.tap")).hasSize(1);
    }

    @Test
    void noMoreThanTheServerTakesAreUnderWay() {
        terminal.started();
        terminal.wire.connect(4);
        terminal.time.settle();
        for (int i = 0; i < 5; i++) {
            terminal.tap("tap " + i);
        }
        List<Command> first = terminal.wire.commands();
        assertThat(first).extracting(Command::number).containsExactly(1L, 2L, 3L);
        terminal.accept(first.get(0));
        assertThat(terminal.wire.commands())
                .singleElement()
                .satisfies(
                        c -> {
                            assertThat(c.number()).isEqualTo(4);
                            assertThat(c.oldest()).isEqualTo(2);
                        });
    }

    @Test
    void whatWasTappedOfflineGoesInOrderOnceTheLineIsUp() {
        terminal.started();
        for (int i = 0; i < 12; i++) {
            terminal.tap("tap " + i);
        }
        terminal.wire.connect(100);
        terminal.time.settle();
        assertThat(terminal.wire.commands())
                .extracting(Command::number)
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
    }

    @Test
    void withoutAnOutcomeItGoesAgainLessAndLessOften() {
        terminal.occupied();
        terminal.tap("soup");
        terminal.wire.commands();
        terminal.time.run(Duration.ofSeconds(8));
        assertThat(terminal.wire.commands()).hasSize(1);
        terminal.time.run(Duration.ofMillis(9_999));
        terminal.say(live());
        terminal.time.run(Duration.ofSeconds(5));
        assertThat(terminal.wire.commands()).hasSize(1);
    }

    @Test
    void aSilentServerIsTriedWithTheOldestAloneUntilItAnswers() {
        terminal.occupied();
        terminal.tap("soup");
        terminal.tap("fish");
        List<Command> first = terminal.wire.commands();
        terminal.time.run(Duration.ofSeconds(8));
        assertThat(terminal.wire.commands()).extracting(Command::number).containsExactly(1L, 2L);
        for (int silence = 0; silence < 2; silence++) {
            // Twice the first patience and its jitter, each time: no longer, however long it lasts.
            terminal.time.run(Duration.ofSeconds(15));
            assertThat(terminal.wire.commands())
                    .isNotEmpty()
                    .allSatisfy(c -> assertThat(c.number()).isEqualTo(1));
        }
        terminal.tap("bread");
        assertThat(terminal.wire.commands()).isEmpty();
        terminal.accept(first.getFirst());
        assertThat(terminal.wire.commands()).extracting(Command::number).containsExactly(2L, 3L);
    }

    @Test
    void aNewLineSendsAgainFromTheOldest() {
        terminal.occupied();
        terminal.tap("soup");
        terminal.tap("fish");
        terminal.wire.commands();
        terminal.wire.lose();
        terminal.time.run(Duration.ofSeconds(4));
        terminal.wire.connect(100);
        terminal.time.settle();
        assertThat(terminal.wire.commands()).extracting(Command::number).containsExactly(1L, 2L);
    }

    @Test
    void whatTheWireDoesNotTakeIsTriedAgain() {
        terminal.occupied();
        terminal.wire.refuse(true);
        terminal.tap("soup");
        terminal.wire.refuse(false);
        terminal.time.run(Duration.ofMillis(200));
        assertThat(terminal.wire.commands()).hasSize(1);
    }

    @Test
    void aTapThatTheDiskDoesNotTakeFailsAtOnceAndIsNotSent() {
        FullDisk disk = new FullDisk();
        OneTerminal here = new OneTerminal(disk, new MemoryKeys()).occupied();
        disk.full = true;
        Commands.Sending lost = here.tap("soup");
        assertThat(lost.kept()).isCompletedExceptionally();
        assertThat(lost.outcome()).isCompletedExceptionally();
        disk.full = false;
        here.tap("fish");
        assertThat(here.wire.commands())
                .singleElement()
                .satisfies(c -> assertThat(c.number()).isEqualTo(1));
    }

    @Test
    void aTerminalThatStartsOnAFullDiskBeginsOnceThereIsSpace() {
        FullDisk disk = new FullDisk();
        disk.full = true;
        OneTerminal here = new OneTerminal(disk, new MemoryKeys()).started();
        Commands.Sending early = here.link.send(Optional.empty(), "test.tap", "soup");
        here.time.run(Duration.ofSeconds(12));
        assertThat(early.kept()).isCompletedExceptionally();
        assertThat(here.wire.opened()).isZero();
        disk.full = false;
        here.time.run(Duration.ofSeconds(6));
        assertThat(here.wire.opened()).isEqualTo(1);
        here.wire.connect(100);
        here.time.settle();
        here.link.send(Optional.empty(), "test.tap", "fish");
        here.time.settle();
        assertThat(here.wire.commands()).extracting(Command::number).containsExactly(1L);
    }

    @Test
    void anOutcomeThatTheDiskDoesNotTakeIsToldOnceTheDiskDoes() {
        FullDisk disk = new FullDisk();
        OneTerminal here = new OneTerminal(disk, new MemoryKeys()).occupied();
        Commands.Sending sending = here.tap("soup");
        Command command = here.wire.commands().getFirst();
        disk.full = true;
        here.accept(command);
        assertThat(sending.outcome()).isNotDone();
        disk.full = false;
        here.accept(command);
        assertThat(sending.outcome()).isCompleted();
    }

    @Test
    void aTapForAPatientWhoHasLeftIsNotKept() {
        terminal.occupied();
        terminal.say(live(occupancy(2, 1, Optional.of(new StayId("st-2")))));
        Commands.Sending sending = terminal.link.send(Optional.of(STAY), "test.tap", "soup");
        terminal.time.settle();
        assertThatThrownBy(sending.kept()::join)
                .cause()
                .isInstanceOfSatisfying(
                        Commands.NotKept.class,
                        e -> assertThat(e.why()).isEqualTo(Commands.NotKept.Why.STAY_LEFT));
        assertThat(terminal.wire.commands()).isEmpty();
    }

    @Test
    void aRestartSendsWhatWaited() {
        terminal.occupied();
        terminal.tap("soup");
        Command before = terminal.wire.commands().getFirst();
        OneTerminal again = new OneTerminal(terminal.store, terminal.keys).connected();
        assertThat(again.wire.commands()).containsExactly(before);
        assertThat(again.link.waiting("test.tap")).hasSize(1);
        again.tap("fish");
        assertThat(again.wire.commands().getFirst().number()).isEqualTo(2);
    }

    @Test
    void whatWaitsForAStayThatLeftStillGoesOutAndThenItsKeyGoes() {
        terminal.occupied();
        Commands.Sending sending = terminal.tap("soup");
        Command command = terminal.wire.commands().getFirst();
        terminal.say(live(occupancy(2, 1, Optional.empty())));
        assertThat(terminal.link.waiting("test.tap")).isEmpty();
        assertThat(terminal.keys.stays()).containsExactly(STAY);
        terminal.accept(command);
        assertThat(sending.outcome()).isCompletedWithValue(accepted(command));
        assertThat(terminal.keys.stays()).isEmpty();
    }

    @Test
    void aStayThatLeftIsForgottenAfterHalfAMinuteWhateverWaits() {
        terminal.occupied();
        Commands.Sending sending = terminal.tap("soup");
        terminal.say(live(occupancy(2, 1, Optional.empty())));
        terminal.time.run(Farewells.LEAVE);
        assertThat(terminal.keys.stays()).isEmpty();
        assertThat(sending.outcome()).isCompletedExceptionally();
        terminal.wire.commands();
        terminal.link.send(Optional.empty(), "test.tap", "next");
        terminal.time.settle();
        assertThat(terminal.wire.commands())
                .singleElement()
                .satisfies(c -> assertThat(c.oldest()).isEqualTo(2));
    }

    @Test
    void aStayThatComesBackInTimeKeepsItsKey() {
        terminal.occupied();
        terminal.tap("soup");
        terminal.say(live(occupancy(2, 1, Optional.empty())));
        terminal.say(live(occupancy(3, 2, Optional.of(STAY))));
        terminal.time.run(Farewells.LEAVE);
        assertThat(terminal.keys.stays()).containsExactly(STAY);
        assertThat(terminal.link.waiting("test.tap")).hasSize(1);
    }

    @Test
    void anAskIsRepeatedEachSecondAndEndsAfterFive() {
        terminal.connected();
        CompletableFuture<Answer> answer = terminal.link.ask("test.ask", "what");
        terminal.time.run(Duration.ofMillis(4_500));
        assertThat(terminal.wire.asks()).isEqualTo(5);
        assertThat(answer).isNotDone();
        terminal.time.run(Duration.ofSeconds(1));
        assertThatThrownBy(answer::join).hasCauseInstanceOf(TimeoutException.class);
    }

    @Test
    void anAnswerEndsTheAsk() {
        terminal.connected();
        CompletableFuture<Answer> answer = terminal.link.ask("test.ask", "what");
        terminal.time.settle();
        String id = terminal.wire.lastAsk().id();
        Answer said = new Answer(id, Optional.of(WireCodec.body("that")), Optional.empty());
        terminal.wire.say("chevet/1/w1/answer/t-1", WireCodec.bytes(said));
        terminal.time.run(Duration.ofSeconds(6));
        assertThat(answer).isCompletedWithValue(said);
        assertThat(terminal.wire.asks()).isEqualTo(1);
    }

    @Test
    void withoutAConnectionAnAskFailsAtOnce() {
        terminal.started();
        CompletableFuture<Answer> answer = terminal.link.ask("test.ask", "what");
        terminal.time.settle();
        assertThat(answer).isCompletedExceptionally();
    }

    @Test
    void rubbishOnTheAnswerTopicCostsNothing() {
        terminal.connected();
        terminal.wire.say("chevet/1/w1/answer/t-1", "{".getBytes(UTF_8));
        terminal.time.settle();
        assertThat(terminal.wire.closed()).isFalse();
    }
}
