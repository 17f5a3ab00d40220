package chevet.terminal.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chevet.model.stay.StayId;
import chevet.model.wire.Cursor;
import chevet.model.wire.StreamId;
import chevet.terminal.link.TerminalStore.KeptCommand;
import chevet.terminal.link.TerminalStore.KeptEvent;
import chevet.terminal.link.TerminalStore.Write;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest {
    private static final StreamId WARD = StreamId.of("ward/w1");
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00.123Z");
    @TempDir Path directory;

    private static KeptCommand command(long number) {
        return new KeptCommand(
                number,
                "id-" + number,
                number % 2 == 0 ? Optional.of(new StayId("st-1")) : Optional.empty(),
                NOON,
                "test.tap",
                Bytes.of("body " + number));
    }

    private static KeptEvent event(String key, String body) {
        return new KeptEvent(WARD, key, "test.text", 7, Bytes.of(body));
    }

    private Path file() {
        return directory.resolve("terminal.db");
    }

    @Test
    void whatWasCommittedIsThereAfterAClose() {
        try (SqliteStore store = new SqliteStore(file())) {
            assertThat(store.open("series-1").boot()).isEqualTo(1);
            store.commit(
                    List.of(
                            new Write.AddCommand(command(1)),
                            new Write.AddCommand(command(2)),
                            new Write.PutEvent(event("a", "old")),
                            new Write.PutEvent(event("a", "new")),
                            new Write.PutEvent(event("b", "gone")),
                            new Write.RemoveEvent(WARD, "b"),
                            new Write.SetCursor(WARD, new Cursor("e1", 7)),
                            new Write.SetCurrent(NOON)));
            store.commit(List.of(new Write.RemoveCommand(1)));
        }
        try (SqliteStore store = new SqliteStore(file())) {
            assertThat(store.open("series-2"))
                    .isEqualTo(
                            new TerminalStore.Contents(
                                    2,
                                    "series-1",
                                    2,
                                    Optional.of(NOON),
                                    List.of(command(2)),
                                    Map.of(WARD, new Cursor("e1", 7)),
                                    List.of(event("a", "new")),
                                    Map.of()));
        }
    }

    @Test
    void aDroppedStreamLeavesNoRowAndNoCursor() {
        try (SqliteStore store = new SqliteStore(file())) {
            store.open("s");
            store.commit(
                    List.of(
                            new Write.PutEvent(event("a", "x")),
                            new Write.SetCursor(WARD, new Cursor("e1", 7)),
                            new Write.DropStream(WARD)));
            TerminalStore.Contents contents = store.open("s");
            assertThat(contents.replica()).isEmpty();
            assertThat(contents.cursors()).isEmpty();
        }
    }

    @Test
    void aNumberIsNeverGivenTwiceThoughTheOutboxIsEmpty() {
        try (SqliteStore store = new SqliteStore(file())) {
            store.open("s");
            store.commit(List.of(new Write.AddCommand(command(1)), new Write.RemoveCommand(1)));
        }
        try (SqliteStore store = new SqliteStore(file())) {
            assertThat(store.open("s").lastNumber()).isEqualTo(1);
        }
    }

    @Test
    void aCommitThatFailsKeepsNothing() {
        try (SqliteStore store = new SqliteStore(file())) {
            store.open("s");
            KeptCommand bad =
                    new KeptCommand(
                            2, "id", Optional.empty(), NOON, "t", Bytes.of(new byte[1 << 20]));
            store.limitPages(30);
            assertThatThrownBy(
                            () ->
                                    store.commit(
                                            List.of(
                                                    new Write.AddCommand(command(1)),
                                                    new Write.AddCommand(bad))))
                    .isInstanceOf(TerminalStore.StoreException.class);
            assertThat(store.open("s").outbox()).isEmpty();
            assertThat(store.open("s").lastNumber()).isZero();
            store.commit(List.of(new Write.AddCommand(command(1))));
            assertThat(store.open("s").outbox()).hasSize(1);
        }
    }

    @Test
    void aFileOfANewerProgramIsNotTouched() throws Exception {
        new SqliteStore(file()).close();
        try (var connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + file());
                var statement = connection.createStatement()) {
            statement.execute("pragma user_version = 99");
        }
        assertThatThrownBy(() -> new SqliteStore(file()))
                .isInstanceOf(TerminalStore.StoreException.class)
                .hasMessageContaining("newer");
    }

    @Test
    void aFileThatIsNoDatabaseIsPutAside() throws IOException {
        Files.writeString(file(), "no database ".repeat(1000));
        try (TerminalStore store = Links.store(file(), Apart.ANYWHERE)) {
            assertThat(store.open("s").boot()).isEqualTo(1);
        }
        assertThat(directory.resolve("terminal.db.damaged")).exists();
    }

    /** Commits commands one after the other and says each number once it is on disk. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] args) {
            SqliteStore store = new SqliteStore(Path.of(args[0]));
            long last = store.open("s").lastNumber();
            while (true) {
                last++;
                store.commit(List.of(new Write.AddCommand(command(last))));
                System.out.println(last);
            }
        }
    }

    @Test
    void whatAKilledProgramHadKeptIsThere() throws Exception {
        long told = 0;
        for (int round = 0; round < 3; round++) {
            told = writeAndKill(told + 40);
            try (SqliteStore store = new SqliteStore(file())) {
                TerminalStore.Contents contents = store.open("s");
                assertThat(contents.lastNumber()).isGreaterThanOrEqualTo(told);
                assertThat(contents.outbox())
                        .extracting(KeptCommand::number)
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(1, contents.lastNumber()).boxed().toList());
            }
        }
    }

    private long writeAndKill(long atLeast) throws IOException, InterruptedException {
        String path =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-Djava.io.tmpdir=" + file().getParent(),
                                "-cp",
                                path,
                                Writer.class.getName(),
                                file().toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        long told = 0;
        try (BufferedReader out = process.inputReader()) {
            String line = out.readLine();
            while (line != null) {
                told = Long.parseLong(line);
                if (told >= atLeast) {
                    // By its handle: the process's own method closes what it said last.
                    process.toHandle().destroyForcibly();
                }
                line = out.readLine();
            }
        }
        process.waitFor();
        return told;
    }
}
