package chevet.terminal.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import chevet.model.stay.StayId;
import chevet.model.wire.Cursor;
import chevet.model.wire.StreamId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;

/**
 * The terminal's store in one SQLite file: write-ahead log, {@code synchronous=FULL} (NORMAL loses
 * acknowledged rows at a power cut), {@code secure_delete}. The schema is brought up by numbered
 * files; their count is the file's {@code user_version}.
 */
public final class SqliteStore implements TerminalStore {
    private static final List<String> MIGRATIONS =
            List.of("0001-outbox-and-replica.sql", "0002-farewell.sql");
    private final Apart apart;
    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    /**
     * Opens the file, makes it where it is not there, and brings its schema up.
     *
     * @throws StoreException when it cannot, or when the file was written by a newer program
     */
    public SqliteStore(Path file) {
        this(file, Apart.ANYWHERE);
    }

    /**
     * As above.
     *
     * @param apart asked at each touch of the file
     */
    public SqliteStore(Path file, Apart apart) {
        this.apart = apart;
        apart.check();
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        config.setBusyTimeout(2_000);
        try {
            Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
            connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
            migrate();
        } catch (SQLException | IOException e) {
            throw new StoreException("open the terminal's store", e);
        }
    }

    /** True where the file is no database, or one that is broken. */
    static boolean damaged(StoreException fault) {
        if (!(fault.getCause() instanceof SQLException cause)) {
            return false;
        }
        int code = cause.getErrorCode() & 0xff;
        return code == SQLiteErrorCode.SQLITE_CORRUPT.code
                || code == SQLiteErrorCode.SQLITE_NOTADB.code;
    }

    private void migrate() throws SQLException {
        int version = (int) number("pragma user_version");
        if (version > MIGRATIONS.size()) {
            throw new StoreException(
                    "the store is of version " + version + ", newer than this program", null);
        }
        for (String name : MIGRATIONS.subList(version, MIGRATIONS.size())) {
            int next = ++version;
            whole(
                    "migrate the terminal's store",
                    () -> {
                        for (String sql : read(name).split(";\\s*\\n")) {
                            execute(sql);
                        }
                        execute("pragma user_version = " + next);
                        return next;
                    });
        }
    }

    private static String read(String migration) {
        try (InputStream in = SqliteStore.class.getResourceAsStream(migration)) {
            return new String(Objects.requireNonNull(in, migration).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Contents open(String freshSeries) {
        return whole(
                "read the terminal's store",
                () -> {
                    run(
                            """
                            insert into meta (only_row, boot, series, last_number) values (1, 1, ?, 0)
                            on conflict (only_row) do update set boot = boot + 1""",
                            freshSeries);
                    Contents meta = meta();
                    return new Contents(
                            meta.boot(),
                            meta.series(),
                            meta.lastNumber(),
                            meta.current(),
                            outbox(),
                            cursors(),
                            replica(),
                            farewells());
                });
    }

    private Contents meta() throws SQLException {
        try (ResultSet row =
                prepared("select boot, series, last_number, current_at from meta").executeQuery()) {
            row.next();
            long at = row.getLong(4);
            Optional<Instant> current =
                    row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(at));
            return new Contents(
                    row.getLong(1),
                    row.getString(2),
                    row.getLong(3),
                    current,
                    List.of(),
                    Map.of(),
                    List.of(),
                    Map.of());
        }
    }

    private Map<StayId, Integer> farewells() throws SQLException {
        Map<StayId, Integer> farewells = new TreeMap<>();
        try (ResultSet row = prepared("select stay, unsent from farewell").executeQuery()) {
            while (row.next()) {
                farewells.put(new StayId(row.getString(1)), row.getInt(2));
            }
        }
        return farewells;
    }

    private List<KeptCommand> outbox() throws SQLException {
        List<KeptCommand> commands = new ArrayList<>();
        try (ResultSet row =
                prepared(
                                "select number, id, stay, tapped_at, type, body from outbox order by number")
                        .executeQuery()) {
            while (row.next()) {
                commands.add(
                        new KeptCommand(
                                row.getLong(1),
                                row.getString(2),
                                Optional.ofNullable(row.getString(3)).map(StayId::new),
                                Instant.ofEpochMilli(row.getLong(4)),
                                row.getString(5),
                                Bytes.of(row.getBytes(6))));
            }
        }
        return commands;
    }

    private Map<StreamId, Cursor> cursors() throws SQLException {
        Map<StreamId, Cursor> cursors = new TreeMap<>();
        try (ResultSet row = prepared("select stream, epoch, number from cursor").executeQuery()) {
            while (row.next()) {
                cursors.put(
                        StreamId.of(row.getString(1)),
                        new Cursor(row.getString(2), row.getLong(3)));
            }
        }
        return cursors;
    }

    private List<KeptEvent> replica() throws SQLException {
        List<KeptEvent> events = new ArrayList<>();
        try (ResultSet row =
                prepared("select stream, key, type, number, body from replica").executeQuery()) {
            while (row.next()) {
                events.add(
                        new KeptEvent(
                                StreamId.of(row.getString(1)),
                                row.getString(2),
                                row.getString(3),
                                row.getLong(4),
                                Bytes.of(row.getBytes(5))));
            }
        }
        return events;
    }

    @Override
    public void commit(List<Write> writes) {
        whole(
                "write the terminal's store",
                () -> {
                    for (Write write : writes) {
                        run(write);
                    }
                    return writes.size();
                });
    }

    private void run(Write write) throws SQLException {
        switch (write) {
            case Write.AddCommand(KeptCommand c) -> add(c);
            case Write.RemoveCommand(long number) ->
                    run("delete from outbox where number = ?", number);
            case Write.PutEvent(KeptEvent e) ->
                    run(
                            """
                            insert into replica (stream, key, type, number, body)
                            values (?, ?, ?, ?, ?) on conflict (stream, key) do update set
                            type = excluded.type, number = excluded.number, body = excluded.body""",
                            e.stream().toString(),
                            e.key(),
                            e.type(),
                            e.number(),
                            e.body().array());
            case Write.RemoveEvent(StreamId stream, String key) ->
                    run("delete from replica where stream = ? and key = ?", stream.toString(), key);
            case Write.DropStream(StreamId stream) -> {
                run("delete from replica where stream = ?", stream.toString());
                run("delete from cursor where stream = ?", stream.toString());
            }
            case Write.SetCursor(StreamId stream, Cursor cursor) ->
                    run(
                            """
                            insert into cursor (stream, epoch, number) values (?, ?, ?)
                            on conflict (stream) do update set
                            epoch = excluded.epoch, number = excluded.number""",
                            stream.toString(),
                            cursor.epoch(),
                            cursor.number());
            case Write.SetCurrent(Instant at) ->
                    run("update meta set current_at = ?", at.toEpochMilli());
            case Write.BeginFarewell(StayId stay, int unsent) ->
                    run(
                            """
                            insert into farewell (stay, unsent) values (?, ?)
                            on conflict (stay) do nothing""",
                            stay.value(),
                            unsent);
            case Write.EndFarewell(StayId stay) ->
                    run("delete from farewell where stay = ?", stay.value());
        }
    }

    private void add(KeptCommand command) throws SQLException {
        // A row of this number can be there only when an earlier commit reached the disk although
        // it reported a fault; that tap was told "not kept", so this one takes its place.
        run(
                """
                insert into outbox (number, id, stay, tapped_at, type, body)
                values (?, ?, ?, ?, ?, ?) on conflict (number) do update set
                id = excluded.id, stay = excluded.stay, tapped_at = excluded.tapped_at,
                type = excluded.type, body = excluded.body""",
                command.number(),
                command.id(),
                command.stay().map(StayId::value).orElse(null),
                command.tappedAt().toEpochMilli(),
                command.type(),
                command.body().array());
        run("update meta set last_number = ?", command.number());
    }

    @Override
    public void wipe() {
        try {
            // A checkpoint writes pages that secure_delete has zeroed; TRUNCATE empties the log.
            execute("pragma wal_checkpoint(TRUNCATE)");
        } catch (SQLException e) {
            throw new StoreException("wipe the terminal's store", e);
        }
    }

    @Override
    public void close() {
        apart.check();
        try {
            connection.close();
        } catch (SQLException e) {
            throw new StoreException("close the terminal's store", e);
        }
    }

    /** Makes the file full at that many pages, as a full disk would. */
    void limitPages(int pages) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma max_page_count = " + pages);
        } catch (SQLException e) {
            throw new StoreException("limit the terminal's store", e);
        }
    }

    private interface Work<T> {
        T run() throws SQLException;
    }

    private <T> T whole(String what, Work<T> work) {
        boolean committed = false;
        try {
            // Said by hand: after a full disk SQLite has rolled back by itself, and the driver's
            // own book of transactions is wrong from then on.
            execute("begin immediate");
            T result = work.run();
            execute("commit");
            committed = true;
            return result;
        } catch (SQLException e) {
            throw new StoreException(what, e);
        } finally {
            if (!committed) {
                undo();
            }
        }
    }

    private void undo() {
        // The driver closes a statement that failed, and does not say so.
        statements.clear();
        try {
            execute("rollback");
        } catch (SQLException _) {
            // Nothing was begun, or SQLite has rolled back by itself; the fault that led here is
            // the one to tell.
        }
    }

    private void execute(String sql) throws SQLException {
        apart.check();
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void run(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = prepared(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.executeUpdate();
    }

    private long number(String sql) throws SQLException {
        try (ResultSet row = prepared(sql).executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        apart.check();
        PreparedStatement known = statements.get(sql);
        if (known == null) {
            known = connection.prepareStatement(sql);
            statements.put(sql, known);
        }
        return known;
    }
}
