package chevet.ward.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Function;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** A PostgreSQL named by its JDBC URL, with user and password in it or in the usual places. */
final class PostgresEngine implements Engine {
    /** PostgreSQL's documentation, appendix A: {@code disk_full}. */
    private static final String DISK_FULL = "53100";

    private final String url;
    private final HikariDataSource pool;
    private final Jdbi readers;

    PostgresEngine(String url) {
        this.url = url;
        HikariConfig config = new HikariConfig();
        config.setPoolName("readers");
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(8);
        config.setMinimumIdle(1);
        config.setReadOnly(true);
        config.setAutoCommit(false);
        config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        try {
            this.pool = new HikariDataSource(config);
        } catch (RuntimeException e) {
            throw new DatabaseException("cannot open the PostgreSQL database", e);
        }
        this.readers = Jdbi.create(pool);
    }

    @Override
    public Connection writer() throws SQLException {
        Connection connection = DriverManager.getConnection(url);
        connection.setAutoCommit(false);
        return connection;
    }

    @Override
    public void begin(Handle writer) {
        // Row locks wait for one another; nothing to take first.
    }

    @Override
    public <T> T read(Function<Handle, T> query) {
        try (Handle handle = readers.open()) {
            try {
                return query.apply(handle);
            } finally {
                handle.rollback();
            }
        }
    }

    @Override
    public FluentConfiguration migrations(FluentConfiguration flyway) {
        return flyway.dataSource(url, null, null);
    }

    @Override
    public Map<String, String> words() {
        return Map.of("bytes", "bytea");
    }

    @Override
    public void backup(Path target) {
        throw new DatabaseException(
                "this database is a PostgreSQL: back it up with pg_dump, or with what your"
                        + " database's administrators use");
    }

    @Override
    public boolean room() {
        return true;
    }

    @Override
    public boolean full(SQLException failure) {
        return DISK_FULL.equals(failure.getSQLState());
    }

    @Override
    public void tidy() {
        // Its own checkpointer does it.
    }

    @Override
    public void settle(Connection writer) {
        // Its own vacuum does it.
    }

    @Override
    public void close() {
        pool.close();
    }
}
