package chevet.ward.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdbiDatabaseTest {
    @TempDir Path directory;

    @BothDatabases
    void whatIsWrittenIsRead(Databases on) {
        on.written(tx -> put(tx, "a", "1"));
        assertThat(value(on, "a")).containsExactly("1");
    }

    @BothDatabases
    void aThrowingWorkIsUndoneAloneAndFailsOnlyItsOwnFuture(Databases on) {
        JdbiDatabase database = on.database(Threads.BY_HAND);
        List<String> after = new ArrayList<>();
        CompletableFuture<Integer> first =
                database.write(
                        tx -> {
                            tx.afterCommit(() -> after.add("first"));
                            return put(tx, "first", "1");
                        });
        CompletableFuture<Integer> bad =
                database.write(
                        tx -> {
                            put(tx, "bad", "1");
                            tx.afterCommit(() -> after.add("bad"));
                            throw new IllegalStateException("no");
                        });
        CompletableFuture<Integer> wrong =
                database.write(tx -> tx.handle().execute("insert into nowhere values (1)"));
        CompletableFuture<Integer> last = database.write(tx -> put(tx, "last", "1"));
        database.drain();
        assertThat(first).isCompletedWithValue(1);
        assertThat(bad).isCompletedExceptionally();
        assertThat(wrong).isCompletedExceptionally();
        assertThat(last).isCompletedWithValue(1);
        assertThat(value(on, "first")).containsExactly("1");
        assertThat(value(on, "bad")).isEmpty();
        assertThat(value(on, "last")).containsExactly("1");
        assertThat(after).containsExactly("first");
    }

    @BothDatabases
    void aThrowingWorkAloneInItsGroupIsUndone(Databases on) {
        JdbiDatabase database = on.database(Threads.BY_HAND);
        CompletableFuture<Integer> bad =
                database.write(
                        tx -> {
                            put(tx, "bad", "1");
                            throw new IllegalStateException("no");
                        });
        database.drain();
        assertThat(bad).isCompletedExceptionally();
        assertThat(value(on, "bad")).isEmpty();
    }

    @BothDatabases
    void aPartFailsAloneWithWhatItWantedDoneAfterwards(Databases on) {
        List<String> after = new ArrayList<>();
        on.written(
                tx -> {
                    put(tx, "whole", "1");
                    assertThatThrownBy(
                                    () ->
                                            tx.part(
                                                    () -> {
                                                        put(tx, "part", "1");
                                                        tx.afterCommit(() -> after.add("part"));
                                                        return tx.handle().execute("broken");
                                                    }))
                            .isInstanceOf(RuntimeException.class);
                    tx.afterCommit(() -> after.add("whole"));
                    return put(tx, "rest", "1");
                });
        assertThat(value(on, "whole")).hasSize(1);
        assertThat(value(on, "part")).isEmpty();
        assertThat(value(on, "rest")).hasSize(1);
        assertThat(after).containsExactly("whole");
    }

    @BothDatabases
    void afterACommitComeItsActionsThenItsFuturesThenTheGroupsListeners(Databases on) {
        JdbiDatabase database = on.database(Threads.BY_HAND);
        List<String> order = new ArrayList<>();
        database.afterEachGroup(() -> order.add("group"));
        for (String name : List.of("1", "2")) {
            database.write(
                            tx -> {
                                tx.afterCommit(() -> order.add("action " + name));
                                return name;
                            })
                    .thenAccept(done -> order.add("future " + done));
        }
        database.drain();
        assertThat(order).containsExactly("action 1", "action 2", "future 1", "future 2", "group");
    }

    @BothDatabases
    void manyWritersShareOneThreadAndNothingIsLost(Databases on) {
        List<CompletableFuture<Integer>> all =
                IntStream.range(0, 3000)
                        .parallel()
                        .mapToObj(i -> on.database().write(tx -> put(tx, "k" + i, "1")))
                        .toList();
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
        assertThat(
                        on.<Integer>read(
                                handle ->
                                        handle.createQuery(
                                                        "select count(*) from meta where name like"
                                                                + " 'k%'")
                                                .mapTo(Integer.class)
                                                .one()))
                .isEqualTo(3000);
    }

    @BothDatabases
    void aCrashKeepsWhatIsCommittedAndNothingElse(Databases on) {
        JdbiDatabase database = on.database(Threads.BY_HAND);
        List<String> after = new ArrayList<>();
        database.write(
                tx -> {
                    tx.afterCommit(() -> after.add("too late"));
                    return put(tx, "committed", "1");
                });
        database.commitWaiting();
        database.write(tx -> put(tx, "waiting", "1"));
        String epoch = database.epoch();
        JdbiDatabase again = on.crashAndReopen();
        assertThat(value(on, "committed")).hasSize(1);
        assertThat(value(on, "waiting")).isEmpty();
        assertThat(after).isEmpty();
        assertThat(again.epoch()).isEqualTo(epoch);
    }

    @BothDatabases
    void aNewEpochIsAnotherAndStays(Databases on) {
        JdbiDatabase database = on.database(Threads.BY_HAND);
        String first = database.epoch();
        CompletableFuture<String> next = database.newEpoch();
        database.drain();
        assertThat(first).isNotEmpty().isNotEqualTo(next.join());
        assertThat(on.crashAndReopen().epoch()).isEqualTo(next.join());
    }

    @Test
    void aFullDiskFailsWhatDoesNotFitAndLaterWritesGoOn() {
        try (Databases on = Databases.sqlite()) {
            JdbiDatabase database = on.database(Threads.BY_HAND);
            on.written(tx -> put(tx, "before", "1"));
            on.written(tx -> tx.handle().execute("create table big (text text)"));
            List<CompletableFuture<Integer>> big = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                big.add(database.write(JdbiDatabaseTest::fill));
            }
            database.drain();
            assertThat(big).allSatisfy(each -> assertThat(each).isCompletedExceptionally());
            assertThat(database.fullSince()).isPresent();
            // Whoever frees the disk need not start the server again.
            database.write(
                    tx ->
                            tx.handle()
                                    .createQuery("pragma max_page_count = 100000")
                                    .mapTo(Long.class)
                                    .one());
            database.drain();
            database.breathe();
            database.drain();
            assertThat(database.fullSince()).isEmpty();
            on.written(tx -> put(tx, "after", "1"));
            assertThat(value(on, "before")).hasSize(1);
            assertThat(value(on, "after")).hasSize(1);
            assertThat(
                            on.<Integer>read(
                                    handle ->
                                            handle.createQuery("select count(*) from big")
                                                    .mapTo(Integer.class)
                                                    .one()))
                    .isZero();
        }
    }

    @Test
    void whoFillsTheDiskInAPartCannotWriteOutsideTheTransactionThatIsGone() {
        try (Databases on = Databases.sqlite()) {
            JdbiDatabase database = on.database(Threads.BY_HAND);
            on.written(tx -> tx.handle().execute("create table big (text text)"));
            CompletableFuture<Integer> beside = database.write(tx -> put(tx, "beside", "1"));
            CompletableFuture<Integer> full =
                    database.write(
                            tx -> {
                                assertThatThrownBy(() -> tx.part(() -> fill(tx)))
                                        .isInstanceOf(RuntimeException.class);
                                return put(tx, "outcome", "could not be done");
                            });
            database.drain();
            assertThat(full).isCompletedExceptionally();
            assertThat(beside).isCompletedExceptionally();
            assertThat(value(on, "outcome")).isEmpty();
            assertThat(value(on, "beside")).isEmpty();
        }
    }

    @Test
    void aStatementThatFailedOnAFullDiskIsPreparedAnew() {
        Prepared rows = new Prepared("insert into big select value || ? from wide");
        try (Databases on = Databases.sqlite()) {
            JdbiDatabase database = on.database(Threads.BY_HAND);
            on.written(tx -> tx.handle().execute("create table big (text text not null)"));
            on.written(tx -> tx.handle().execute("create table wide (value text)"));
            for (int row = 0; row < 3; row++) {
                on.written(
                        tx ->
                                tx.handle()
                                        .execute(
                                                "insert into wide values (?)", "x".repeat(20_000)));
            }
            // With several rows SQLite undoes the statement alone, and the transaction lives on.
            CompletableFuture<Integer> full =
                    database.write(
                            tx -> {
                                pages(tx, 1);
                                return insert(rows, tx);
                            });
            CompletableFuture<Integer> beside = database.write(tx -> put(tx, "beside", "1"));
            database.drain();
            assertThat(full).isCompletedExceptionally();
            assertThat(beside).isDone();
            on.written(tx -> pages(tx, 100_000));
            assertThat(on.<Integer>written(tx -> insert(rows, tx))).isEqualTo(3);
        }
    }

    @Test
    void nothingIsDecidedForWantOfSpace() {
        try (Databases on = Databases.sqlite()) {
            JdbiDatabase database = on.database(Threads.BY_HAND);
            on.written(tx -> tx.handle().execute("create table big (text text not null)"));
            on.written(tx -> tx.handle().execute("create table wide (value text)"));
            on.written(
                    tx -> tx.handle().execute("insert into wide values (?)", "x".repeat(90_000)));
            Prepared rows = new Prepared("insert into big select value || ? from wide");
            CompletableFuture<Integer> decided =
                    database.write(
                            tx -> {
                                pages(tx, 1);
                                assertThatThrownBy(() -> tx.part(() -> insert(rows, tx)))
                                        .isInstanceOf(RuntimeException.class);
                                return put(tx, "outcome", "could not be done");
                            });
            database.drain();
            assertThat(decided).isCompletedExceptionally();
            assertThat(value(on, "outcome")).isEmpty();
        }
    }

    private static long pages(Tx tx, int most) {
        return tx.handle().createQuery("pragma max_page_count = " + most).mapTo(Long.class).one();
    }

    private static int insert(Prepared rows, Tx tx) {
        try {
            PreparedStatement statement = rows.on(tx.handle());
            statement.setString(1, "-");
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseException("rows", e);
        }
    }

    private static int fill(Tx tx) {
        tx.handle().createQuery("pragma max_page_count = 1").mapTo(Long.class).one();
        return tx.handle().execute("insert into big values (?)", "x".repeat(100_000));
    }

    @Test
    @Tag("slow")
    void aLostConnectionFailsItsGroupAndIsOpenedAnew() {
        try (Databases on = Databases.postgres()) {
            JdbiDatabase database = on.database(Threads.BY_HAND);
            int pid =
                    on.written(
                            tx ->
                                    tx.handle()
                                            .createQuery("select pg_backend_pid()")
                                            .mapTo(Integer.class)
                                            .one());
            on.read(
                    handle ->
                            handle.createQuery("select pg_terminate_backend(:pid, 5000)")
                                    .bind("pid", pid)
                                    .mapTo(Boolean.class)
                                    .one());
            CompletableFuture<Integer> first = database.write(tx -> put(tx, "first", "1"));
            CompletableFuture<Integer> second = database.write(tx -> put(tx, "second", "1"));
            database.drain();
            assertThat(first).isCompletedExceptionally();
            assertThat(second).isCompletedExceptionally();
            on.written(tx -> put(tx, "third", "1"));
            assertThat(value(on, "third")).hasSize(1);
        }
    }

    @BothDatabases
    void worksAfterTheEndAreRefused(Databases on) {
        JdbiDatabase database = on.database();
        database.close();
        assertThat(database.write(tx -> put(tx, "late", "1"))).isCompletedExceptionally();
    }

    @Test
    void aBackupOfSqliteIsWholeWhileWritesGoOn() {
        try (Databases on = Databases.sqlite()) {
            on.written(tx -> put(tx, "before", "1"));
            Path copy = directory.resolve("copy.db");
            on.database().backup(copy);
            on.written(tx -> put(tx, "after", "1"));
            try (JdbiDatabase restored = JdbiDatabase.sqlite(copy, on.clock, Threads.BY_HAND)) {
                assertThat(names(restored)).contains("before").doesNotContain("after");
                assertThat(restored.epoch()).isEqualTo(on.database().epoch());
            }
            assertThatThrownBy(() -> on.database().backup(copy))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("exists");
        }
    }

    @Test
    @Tag("slow")
    void aBackupOfPostgresNamesItsTool() {
        try (Databases on = Databases.postgres()) {
            assertThatThrownBy(() -> on.database().backup(directory.resolve("x")))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("pg_dump");
        }
    }

    @Test
    void whatIsDeletedIsGoneFromTheFilesOnceSettled() throws Exception {
        Path file = directory.resolve("ward.db");
        try (JdbiDatabase database =
                JdbiDatabase.sqlite(
                        file, new chevet.ward.HandClock("2026-11-21T11:30:00Z"), Threads.OWN)) {
            database.write(tx -> put(tx, "canary", "KANARIENVOGEL")).join();
            database.settle().join();
            assertThat(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1))
                    .contains("KANARIENVOGEL");
            database.write(tx -> tx.handle().execute("delete from meta where name = 'canary'"))
                    .join();
            database.settle().join();
            try (var files = Files.list(directory)) {
                for (Path each : files.toList()) {
                    assertThat(Files.readString(each, java.nio.charset.StandardCharsets.ISO_8859_1))
                            .doesNotContain("KANARIENVOGEL");
                }
            }
        }
    }

    private static int put(Tx tx, String name, String value) {
        return tx.handle()
                .createUpdate("insert into meta (name, value) values (:name, :value)")
                .bind("name", name)
                .bind("value", value)
                .execute();
    }

    private static List<String> value(Databases on, String name) {
        return on.read(
                handle ->
                        handle.createQuery("select value from meta where name = :name")
                                .bind("name", name)
                                .mapTo(String.class)
                                .list());
    }

    private static List<String> names(Database database) {
        return database.read(
                handle -> handle.createQuery("select name from meta").mapTo(String.class).list());
    }
}
