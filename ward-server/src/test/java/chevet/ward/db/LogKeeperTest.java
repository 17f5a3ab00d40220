package chevet.ward.db;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import chevet.ward.HandClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogKeeperTest {
    private static final String CANARY = "KANARIENVOGEL";

    @TempDir Path directory;

    @Test
    void whatIsCommittedReachesTheMainFileWhileTheWriterGoesOn() throws IOException {
        Path file = directory.resolve("ward.db");
        try (JdbiDatabase database =
                JdbiDatabase.sqlite(file, new HandClock("2026-11-21T11:30:00Z"), Threads.BY_HAND)) {
            database.write(
                    tx ->
                            tx.handle()
                                    .execute(
                                            "insert into meta (name, value) values ('x', ?)",
                                            CANARY));
            database.drain();
            assertThat(Files.readString(file, ISO_8859_1)).doesNotContain(CANARY);
            SqliteEngine engine = new SqliteEngine(file);
            try (LogKeeper keeper = new LogKeeper(engine, Duration.ofMillis(1))) {
                keeper.written();
                long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
                while (!Files.readString(file, ISO_8859_1).contains(CANARY)) {
                    assertThat(System.nanoTime()).isLessThan(end);
                    Thread.onSpinWait();
                }
            } finally {
                engine.close();
            }
        }
    }

    @Test
    void itEndsWhileNothingIsWritten() {
        SqliteEngine engine = new SqliteEngine(directory.resolve("none.db"));
        new LogKeeper(engine, Duration.ofHours(1)).close();
        new LogKeeper(engine, Duration.ofMillis(1)).close();
        engine.close();
        assertThat(directory.resolve("none.db")).doesNotExist();
    }
}
