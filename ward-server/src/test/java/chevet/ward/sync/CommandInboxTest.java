package chevet.ward.sync;

import static chevet.ward.sync.Roads.STAY;
import static chevet.ward.sync.Roads.T1;
import static chevet.ward.sync.Roads.T2;
import static chevet.ward.sync.Roads.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.stay.StayId;
import chevet.model.wire.Command;
import chevet.model.wire.Down;
import chevet.model.wire.Outcome;
import chevet.model.wire.Reason;
import chevet.model.wire.WireCodec;
import chevet.ward.db.BothDatabases;
import chevet.ward.db.Databases;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandInboxTest {
    @TempDir Path directory;

    /**
     * What is sent, as {@code id number oldest text}, and how each is answered: A accepted, R
     * refused, F failed, - not at all.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    in order                     | a 1 1 x; b 2 1 y            | A A   | x y
                    a repeat changes nothing     | a 1 1 x; a 1 1 x; a 1 1 z   | A A A | x
                    a refusal is repeated        | a 1 1 refuse; a 1 1 refuse  | R R   | refuse
                    a failure is repeated        | a 1 1 throw; a 1 1 throw    | F F   | throw
                    ahead of its turn            | b 2 1 y                     | -     |
                    reordered, then sent again   | b 2 1 y; a 1 1 x; b 2 1 y   | - A A | x y
                    one lost, then both again    | a 1 1 x; c 3 2 z; b 2 2 y; c 3 2 z | A - A A | x y z
                    nobody waits below oldest    | g 7 7 x; h 8 7 y            | A A   | x y
                    unknown id at an old number  | a 1 1 x; q 1 1 y            | A F   | x
                    known id at a new number     | a 1 1 x; a 2 2 x; b 3 2 y   | A A A | x y
                    a thrower blocks nobody      | a 1 1 throw; b 2 1 y        | F A   | throw y
                    bad SQL blocks nobody        | a 1 1 sql; b 2 1 y          | F A   | sql y
                    oldest above number          | a 1 2 x; b 2 1 y            | F A   | y
                    number zero                  | a 0 0 x; b 1 1 y            | - A   | y
                    """)
    void theRules(String what, String sent, String answers, String handled) {
        try (Databases on = Databases.sqlite()) {
            Roads roads = new Roads(on, directory);
            List<String> got = new ArrayList<>();
            for (String one : sent.split(";")) {
                String[] words = one.strip().split(" ");
                roads.sends(
                        roads.command(
                                words[0],
                                Long.parseLong(words[1]),
                                Long.parseLong(words[2]),
                                words[3]));
                List<Outcome> outcomes = outcomes(roads);
                got.add(outcomes.isEmpty() ? "-" : letter(outcomes.getFirst()));
                assertThat(outcomes)
                        .hasSizeLessThan(2)
                        .allSatisfy(outcome -> assertThat(outcome.command()).isEqualTo(words[0]));
            }
            assertThat(got).as(what).containsExactly(answers.split(" "));
            roads.handled.removeIf("done"::equals);
            assertThat(String.join(" ", roads.handled)).isEqualTo(handled == null ? "" : handled);
        }
    }

    @BothDatabases
    void theFirstOutcomeIsRepeatedToTheLetterAlsoAfterACrash(Databases on) {
        Roads roads = new Roads(on, directory);
        roads.sends(roads.command("a", 1, 1, "refuse"));
        Outcome first = outcomes(roads).getFirst();
        assertThat(first.reason()).contains(new Reason("note.no", Map.of("dish", "arachide")));
        roads.clock.advance(Duration.ofHours(1));
        roads.sends(roads.command("a", 1, 1, "refuse"));
        assertThat(outcomes(roads)).containsExactly(first);
        roads.crash();
        roads.sends(roads.command("a", 1, 1, "refuse"));
        assertThat(outcomes(roads)).containsExactly(first);
    }

    @BothDatabases
    void whatAHandlerDidIsUndoneWhenItFailsAndItsOutcomeStays(Databases on) {
        Roads roads = new Roads(on, directory);
        roads.sends(roads.command("a", 1, 1, "throw"));
        roads.sends(roads.command("b", 2, 1, "sql"));
        roads.sends(roads.command("c", 3, 1, "fine"));
        assertThat(
                        roads.database.<List<String>>read(
                                handle ->
                                        handle.createQuery("select item from sync_event")
                                                .mapTo(String.class)
                                                .list()))
                .containsExactly("note/c");
        assertThat(outcomes(roads))
                .extracting(outcome -> outcome.reason().map(Reason::code).orElse("ok"))
                .containsExactly("command.failed", "command.failed", "ok");
    }

    @BothDatabases
    void aCrashBeforeTheCommitLeavesNothingAndTheRepeatIsDoneOnce(Databases on) {
        Roads roads = new Roads(on, directory);
        roads.up(WireCodec.bytes(roads.command("a", 1, 1, "x")));
        roads.crash();
        assertThat(outcomes(roads)).isEmpty();
        roads.sends(roads.command("a", 1, 1, "x"));
        assertThat(outcomes(roads)).extracting(CommandInboxTest::letter).containsExactly("A");
        assertThat(roads.handled).containsExactly("x", "done");
    }

    @BothDatabases
    void aCrashBetweenCommitAndOutcomeIsHealedByTheRepeat(Databases on) {
        Roads roads = new Roads(on, directory);
        roads.up(WireCodec.bytes(roads.command("a", 1, 1, "x")));
        roads.database.commitWaiting();
        roads.crash();
        assertThat(roads.handled).containsExactly("x");
        assertThat(outcomes(roads)).isEmpty();
        roads.sends(roads.command("a", 1, 1, "x"));
        assertThat(outcomes(roads)).extracting(CommandInboxTest::letter).containsExactly("A");
        assertThat(roads.handled).containsExactly("x", "done");
    }

    @BothDatabases
    void theBrokerIsToldAfterTheCommitOnly(Databases on) {
        Roads roads = new Roads(on, directory);
        roads.up(WireCodec.bytes(roads.command("a", 1, 1, "x")));
        assertThat(roads.handled).isEmpty();
        roads.database.commitWaiting();
        assertThat(roads.handled).containsExactly("x");
        roads.database.announce();
        assertThat(roads.handled).containsExactly("x", "done");
    }

    @BothDatabases
    void outcomesOfOneGroupTravelTogether(Databases on) {
        Roads roads = new Roads(on, directory);
        for (int number = 1; number <= 5; number++) {
            roads.up(WireCodec.bytes(roads.command("c" + number, number, 1, "x")));
        }
        roads.drain();
        List<Down.Outcomes> messages = roads.post.to(T1, Down.Outcomes.class);
        assertThat(messages).hasSize(1);
        assertThat(messages.getFirst().outcomes())
                .extracting(Outcome::number)
                .containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    /** Minutes before now at which the stay left the bed, and at which it was tapped. */
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    10, 30, A
                    10, 11, A
                    10, 9, A
                    10, 5, R
                    10, 0, R
                    -1, 60, A
                    -1, 9999, A
                    """)
    void aCommandCountsOnlyIfItsStayLayThere(int left, int tapped, String answer) {
        try (Databases on = Databases.sqlite()) {
            Roads roads = new Roads(on, directory);
            Instant now = roads.clock.instant();
            if (left >= 0) {
                roads.beds.lays(STAY, T2, now.minus(Duration.ofMinutes(left)));
            }
            roads.sends(tapped(roads, "a", 1, STAY, now.minus(Duration.ofMinutes(tapped))));
            assertThat(outcomes(roads))
                    .extracting(CommandInboxTest::letter)
                    .containsExactly(answer);
        }
    }

    @BothDatabases
    void aCommandForAStayThatWasNeverHereIsRefusedAndBlocksNobody(Databases on) {
        Roads roads = new Roads(on, directory);
        Instant now = roads.clock.instant();
        roads.sends(tapped(roads, "a", 1, new StayId("st-9"), now));
        roads.sends(
                new Command(
                        "b",
                        T1,
                        "s",
                        2,
                        1,
                        Optional.empty(),
                        now,
                        "note.put",
                        WireCodec.body(new Roads.Note("x"))));
        roads.sends(roads.command("c", 3, 1, "y"));
        assertThat(outcomes(roads))
                .extracting(outcome -> outcome.reason().map(Reason::code).orElse("ok"))
                .containsExactly("stay.not-here", "stay.not-here", "ok");
        assertThat(roads.handled).containsExactly("done", "done", "y", "done");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    "body":{"text":"x"}     | "body":{"text":"x","more":1} | answered
                    "body":{"text":"x"}     | "body":{}                    | answered
                    "body":{"text":"x"}     | "body":{"text":"x"},"more":1 | answered
                    "type":"note.put"       | "type":"note.unheard"        | answered
                    "stay":"st-1"           | "stay":"../../etc"           | answered
                    "terminal":"t-1"        | "terminal":"t-2"             | answered
                    "tappedAt":"2026        | "tappedAt":"yesterday        | answered
                    "number":1              | "number":"one"               | dropped
                    "id":"a"                | "id":"Mme Martin"            | dropped
                    "series":"s"            | "series":"a/b"               | dropped
                    {"id"                   | Mme Martin{"id"              | dropped
                    """)
    void aMalformedCommandBlocksNobody(String good, String bad, String what) {
        try (Databases on = Databases.sqlite()) {
            Roads roads = new Roads(on, directory);
            String text =
                    new String(
                            WireCodec.bytes(roads.command("a", 1, 1, "x")), StandardCharsets.UTF_8);
            assertThat(text).contains(good);
            roads.up(utf8(text.replace(good, bad)));
            roads.drain();
            List<Outcome> outcomes = outcomes(roads);
            if (what.equals("answered")) {
                assertThat(outcomes).hasSize(1);
                assertThat(outcomes.getFirst().status()).isEqualTo(Outcome.Status.FAILED);
                assertThat(outcomes.getFirst().reason()).contains(Reason.of("command.malformed"));
                roads.sends(roads.command("b", 2, 1, "next"));
            } else {
                assertThat(outcomes).isEmpty();
                roads.sends(roads.command("b", 1, 1, "next"));
            }
            assertThat(roads.counted).containsEntry(SyncMeter.What.MESSAGE_REFUSED, 1L);
            assertThat(outcomes(roads)).extracting(CommandInboxTest::letter).containsExactly("A");
            assertThat(roads.handled).containsExactly("done", "next", "done");
        }
    }

    @BothDatabases
    void messagesOnNoTerminalsTopicAreCountedAndLeft(Databases on) {
        Roads roads = new Roads(on, directory);
        byte[] command = WireCodec.bytes(roads.command("a", 1, 1, "x"));
        for (String topic :
                List.of(
                        "chevet/1/w1/up/t-9",
                        "chevet/1/w2/up/t-1",
                        "chevet/2/w1/up/t-1",
                        "chevet/1/w1/down/t-1",
                        "chevet/1/w1/up/#",
                        "x",
                        "")) {
            roads.core.received(topic, command, () -> roads.handled.add("done"));
        }
        roads.drain();
        assertThat(roads.handled).hasSize(7).containsOnly("done");
        assertThat(roads.counted).containsEntry(SyncMeter.What.MESSAGE_REFUSED, 7L);
        assertThat(roads.post.count()).isZero();
    }

    @BothDatabases
    void anOutcomesReasonIsSealedInTheDatabaseAndGoneWithTheKey(Databases on) {
        Roads roads = new Roads(on, directory);
        roads.sends(roads.command("a", 1, 1, "refuse"));
        byte[] about =
                roads.database.read(
                        handle ->
                                handle.createQuery("select about from sync_outcome")
                                        .mapTo(byte[].class)
                                        .one());
        assertThat(new String(about, StandardCharsets.ISO_8859_1)).doesNotContain("arachide");
        outcomes(roads);
        roads.keys.destroy(STAY);
        roads.sends(roads.command("a", 1, 1, "refuse"));
        assertThat(outcomes(roads).getFirst().reason()).contains(Reason.of("note.no"));
    }

    @BothDatabases
    void outcomesAreForgottenAfterThirtyDays(Databases on) {
        Roads roads = new Roads(on, directory);
        roads.sends(roads.command("a", 1, 1, "x"));
        roads.clock.advance(Duration.ofDays(29));
        roads.core.tick();
        roads.drain();
        roads.sends(roads.command("b", 2, 2, "y"));
        roads.clock.advance(Duration.ofDays(2));
        roads.core.tick();
        roads.drain();
        assertThat(
                        roads.database.<List<String>>read(
                                handle ->
                                        handle.createQuery("select command from sync_outcome")
                                                .mapTo(String.class)
                                                .list()))
                .containsExactly("b");
        roads.post.clear();
        roads.sends(roads.command("a", 1, 1, "x"));
        assertThat(outcomes(roads).getFirst().reason())
                .contains(Reason.of("command.unknown-repeat"));
    }

    @BothDatabases
    void aNewSeriesBeginsAtOneBesideTheOld(Databases on) {
        Roads roads = new Roads(on, directory);
        roads.sends(roads.command("a", 1, 1, "x"));
        Command old = roads.command("b", 1, 1, "y");
        roads.sends(
                new Command(
                        old.id(),
                        T1,
                        "s2",
                        1,
                        1,
                        old.stay(),
                        old.tappedAt(),
                        old.type(),
                        old.body()));
        assertThat(outcomes(roads)).extracting(CommandInboxTest::letter).containsExactly("A", "A");
    }

    private static Command tapped(Roads roads, String id, long number, StayId stay, Instant at) {
        Command command = roads.command(id, number, 1, "x");
        return new Command(
                id, T1, "s", number, 1, Optional.of(stay), at, command.type(), command.body());
    }

    private static List<Outcome> outcomes(Roads roads) {
        return roads.post.to(T1, Down.Outcomes.class).stream()
                .flatMap(message -> message.outcomes().stream())
                .toList();
    }

    private static String letter(Outcome outcome) {
        return outcome.status().name().substring(0, 1);
    }
}
