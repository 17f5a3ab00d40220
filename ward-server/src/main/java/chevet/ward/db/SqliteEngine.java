package chevet.ward.db;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;

/** One file, write-ahead log, everything on disk before a commit returns. */
final class SqliteEngine implements Engine {
    private static final int READERS = 4;

    /** Some thousands of orders; less is full soon again. */
    private static final long ROOM = 2 << 20;

    /**
     * So many pages (64 MiB) of the log make the writer itself move the last of them: it begins the
     * log anew only where all is moved, which {@link #tidy} does not reach under a steady load.
     */
    private static final int LONGEST_LOG = 16_384;

    private static final Logger log = LoggerFactory.getLogger(SqliteEngine.class);

    private final Prepared lock = new Prepared("update meta set value = value where name = ''");
    private final Path file;
    private final BlockingQueue<Slot> readers = new ArrayBlockingQueue<>(READERS);

    /** Two who move the log at a time fail, and one of them at once. */
    private final Lock moving = new ReentrantLock();

    /** A reader's place; its connection is opened at first use. */
    private static final class Slot {
        private @Nullable Handle handle;

        /** The driver may have closed statements that the cache still believes in. */
        void empty() {
            try (Handle _ = handle) {
                handle = null;
            } catch (RuntimeException e) {
                log.debug("close of a reader: {}", e.toString());
            }
        }
    }

    SqliteEngine(Path file) {
        this.file = file;
        for (int i = 0; i < READERS; i++) {
            readers.add(new Slot());
        }
    }

    static boolean whole(Path file) {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + file);
        try (Connection connection = source.getConnection();
                Statement check = connection.createStatement();
                ResultSet row = check.executeQuery("pragma quick_check(1)")) {
            return row.next() && "ok".equals(row.getString(1));
        } catch (SQLException e) {
            log.debug("check of {}: {}", file.getFileName(), e.toString());
            return false;
        }
    }

    @Override
    public Connection writer() throws SQLException {
        Connection connection = source().getConnection();
        try (Statement only = connection.createStatement()) {
            only.execute("pragma wal_autocheckpoint = " + LONGEST_LOG);
        }
        connection.setAutoCommit(false);
        return connection;
    }

    @Override
    public void begin(Handle writer) throws SQLException {
        // The driver begins deferred; a read that is later upgraded to a write fails at once where
        // another process has written in between, instead of waiting.
        lock.on(writer).executeUpdate();
    }

    @Override
    public <T> T read(Function<Handle, T> query) {
        Slot slot;
        try {
            slot = readers.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseException("interrupted while waiting for a reader", e);
        }
        boolean done = false;
        try {
            Handle handle = slot.handle;
            if (handle == null) {
                handle = reader();
                slot.handle = handle;
            }
            T result;
            try {
                result = query.apply(handle);
            } finally {
                handle.getConnection().rollback();
            }
            done = true;
            return result;
        } catch (SQLException e) {
            throw new DatabaseException("cannot read " + file.getFileName(), e);
        } finally {
            if (!done) {
                slot.empty();
            }
            readers.add(slot);
        }
    }

    private Handle reader() throws SQLException {
        Jdbi jdbi =
                Jdbi.create(
                        () -> {
                            Connection connection = source().getConnection();
                            try (Statement only = connection.createStatement()) {
                                only.execute("pragma query_only = on");
                            }
                            connection.setAutoCommit(false);
                            return connection;
                        });
        jdbi.setStatementBuilderFactory(StatementCache::new);
        return jdbi.open();
    }

    private SQLiteDataSource source() {
        return source(SQLiteConfig.TransactionMode.DEFERRED);
    }

    private SQLiteDataSource source(SQLiteConfig.TransactionMode mode) {
        SQLiteConfig config = new SQLiteConfig();
        config.setTransactionMode(mode);
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        // NORMAL was measured to lose acknowledged rows at a power cut.
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(10_000);
        config.enforceForeignKeys(true);
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "on");
        // The driver would look through each statement's text for them; we ask with "returning".
        config.setGetGeneratedKeys(false);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    @Override
    public FluentConfiguration migrations(FluentConfiguration flyway) {
        // A migration reads before it writes; begun deferred it fails at once, whatever the time to
        // wait, where its own history was written in between.
        return flyway.dataSource(source(SQLiteConfig.TransactionMode.IMMEDIATE));
    }

    @Override
    public Map<String, String> words() {
        return Map.of("bytes", "blob");
    }

    @Override
    public void backup(Path target) {
        if (Files.exists(target)) {
            throw new DatabaseException(target + " exists already");
        }
        try (Connection connection = source().getConnection();
                PreparedStatement copy = connection.prepareStatement("vacuum into ?")) {
            copy.setString(1, target.toString());
            copy.execute();
            try (FileChannel written = FileChannel.open(target, StandardOpenOption.WRITE)) {
                written.force(true);
            }
        } catch (SQLException | IOException e) {
            throw new DatabaseException("cannot write the copy to " + target, e);
        }
    }

    @Override
    public boolean full(SQLException failure) {
        return (failure.getErrorCode() & 0xff) == SQLiteErrorCode.SQLITE_FULL.code;
    }

    @Override
    public boolean room() {
        try {
            return Files.getFileStore(file).getUsableSpace() >= ROOM;
        } catch (IOException e) {
            log.debug("space beside {}: {}", file.getFileName(), e.toString());
            return true;
        }
    }

    @Override
    public void tidy() throws SQLException {
        // What nobody else may wait for is left to the next time.
        move("passive");
    }

    @Override
    public void settle(Connection writer) throws SQLException {
        if (!move("truncate")) {
            throw new SQLException("a reader kept the log from being emptied");
        }
    }

    /** On a connection of its own: a checkpoint cannot run inside the writer's transaction. */
    private boolean move(String how) throws SQLException {
        moving.lock();
        try {
            try (Connection connection = source().getConnection();
                    Statement checkpoint = connection.createStatement();
                    ResultSet row = checkpoint.executeQuery("pragma wal_checkpoint(" + how + ")")) {
                return row.next() && row.getInt(1) == 0;
            }
        } finally {
            moving.unlock();
        }
    }

    @Override
    public void close() {
        for (int i = 0; i < READERS; i++) {
            Slot slot = readers.poll();
            if (slot != null) {
                slot.empty();
            }
        }
    }
}
