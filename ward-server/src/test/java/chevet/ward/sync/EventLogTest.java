package chevet.ward.sync;

import static chevet.ward.sync.Roads.STAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chevet.model.wire.StreamId;
import chevet.ward.db.BothDatabases;
import chevet.ward.db.Databases;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventLogTest {
    private static final StreamId S = StreamId.stay(STAY);

    @TempDir Path directory;

    @BothDatabases
    void eachStreamCountsFromOneAndOfEachKeyTheNewestSurvives(Databases on) {
        Roads roads = new Roads(on, directory);
        roads.put(StreamId.HOUSE, "a", note("1"));
        roads.put(StreamId.HOUSE, "b", note("1"));
        roads.put(StreamId.HOUSE, "a", note("2"));
        roads.put(StreamId.ward(Beds.WARD), "a", note("1"));
        assertThat(kept(roads))
                .containsExactly("house b 2 body", "house a 3 body", "ward/w1 a 1 body");
    }

    @BothDatabases
    void whatIsUndoneTakesNoNumber(Databases on) {
        Roads roads = new Roads(on, directory);
        assertThatThrownBy(
                        () ->
                                roads.write(
                                        tx -> {
                                            roads.log.put(tx, StreamId.HOUSE, "a", "t", note("1"));
                                            throw new IllegalStateException();
                                        }))
                .hasCauseInstanceOf(IllegalStateException.class);
        roads.put(StreamId.HOUSE, "b", note("1"));
        assertThat(kept(roads)).containsExactly("house b 1 body");
    }

    @BothDatabases
    void removingLeavesATombstoneAndOnlyOne(Databases on) {
        Roads roads = new Roads(on, directory);
        roads.put(StreamId.HOUSE, "a", note("1"));
        roads.write(tx -> roads.log.remove(tx, StreamId.HOUSE, "a"));
        roads.write(tx -> roads.log.remove(tx, StreamId.HOUSE, "a"));
        roads.write(tx -> roads.log.remove(tx, StreamId.HOUSE, "never"));
        assertThat(kept(roads)).containsExactly("house a 2 gone");
        roads.put(StreamId.HOUSE, "a", note("2"));
        assertThat(kept(roads)).containsExactly("house a 3 body");
    }

    @BothDatabases
    void tombstonesLiveThirtyDays(Databases on) {
        Roads roads = new Roads(on, directory);
        roads.put(StreamId.HOUSE, "a", note("1"));
        roads.write(tx -> roads.log.remove(tx, StreamId.HOUSE, "a"));
        roads.put(StreamId.HOUSE, "b", note("1"));
        roads.clock.advance(Duration.ofDays(29));
        roads.core.tick();
        roads.drain();
        assertThat(kept(roads)).containsExactly("house a 2 gone", "house b 3 body");
        roads.clock.advance(Duration.ofDays(2));
        roads.core.tick();
        roads.drain();
        assertThat(kept(roads)).containsExactly("house b 3 body");
    }

    @BothDatabases
    void anEndedStreamIsErasedAndItsNumbersGoOn(Databases on) {
        Roads roads = new Roads(on, directory);
        roads.put(S, "a", note("1"));
        roads.put(S, "b", note("1"));
        roads.write(tx -> roads.log.end(tx, S));
        assertThat(kept(roads)).isEmpty();
        roads.put(S, "a", note("2"));
        assertThat(kept(roads)).containsExactly("stay/st-1 a 4 body");
    }

    @BothDatabases
    void aBodyThatFitsNoMessageIsRefused(Databases on) {
        Roads roads = new Roads(on, directory);
        assertThatThrownBy(() -> roads.put(StreamId.HOUSE, "a", note("x".repeat(300_000))))
                .hasCauseInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> roads.put(StreamId.HOUSE, "x".repeat(121), note("1")))
                .hasCauseInstanceOf(IllegalArgumentException.class);
    }

    @BothDatabases
    void aStaysBodyIsSealedInTheTable(Databases on) {
        Roads roads = new Roads(on, directory);
        roads.put(S, "patient", note("KANARIENVOGEL"));
        byte[] body =
                roads.database.read(
                        handle ->
                                handle.createQuery("select body from sync_event")
                                        .mapTo(byte[].class)
                                        .one());
        assertThat(new String(body, StandardCharsets.ISO_8859_1)).doesNotContain("KANARIEN");
    }

    @Test
    void aStaysBodyIsNowhereInTheFilesInTheClear() throws Exception {
        Path file = directory.resolve("raw.db");
        try (var database =
                chevet.ward.db.JdbiDatabase.sqlite(
                        file,
                        new chevet.ward.HandClock("2026-11-21T11:30:00Z"),
                        chevet.ward.db.Threads.OWN)) {
            var keys = new chevet.ward.keys.FileStayKeys(directory.resolve("keys"));
            keys.make(STAY);
            EventLog log = new EventLog(database, keys, SyncMeter.NONE);
            database.write(
                            tx -> {
                                log.put(tx, S, "patient", "t", note("KANARIENVOGEL"));
                                log.put(tx, StreamId.HOUSE, "dish", "t", note("POULETROTI"));
                                return true;
                            })
                    .join();
            String all = "";
            try (Stream<Path> files = Files.list(directory)) {
                for (Path each : files.filter(Files::isRegularFile).toList()) {
                    all += Files.readString(each, StandardCharsets.ISO_8859_1);
                }
            }
            assertThat(all).contains("POULETROTI").doesNotContain("KANARIEN");
        }
    }

    private static Roads.Note note(String text) {
        return new Roads.Note(text);
    }

    private static List<String> kept(Roads roads) {
        return roads.database.read(
                handle ->
                        handle.createQuery(
                                        """
                                        select stream || ' ' || item || ' ' || number || ' ' ||
                                            case when body is null then 'gone' else 'body' end
                                        from sync_event order by stream, number
                                        """)
                                .mapTo(String.class)
                                .list());
    }
}
