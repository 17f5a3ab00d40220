package chevet.ward.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * A statement of the hot path, prepared once for a connection and run without the mapping that
 * other statements enjoy. Its result sets must be closed.
 */
public final class Prepared {
    private final String sql;
    private @Nullable Connection connection;
    private @Nullable PreparedStatement statement;

    public Prepared(String sql) {
        this.sql = sql;
    }

    /** What is done with the statement; all its parameters are to be set. */
    public interface Use<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    /**
     * Runs it on a writer's or a reader's handle, by that handle's thread.
     *
     * @throws DatabaseException when it fails
     */
    public <T> T use(Handle handle, Use<T> use) {
        try {
            if (handle.getStatementBuilder() instanceof StatementCache cache) {
                // Not given back where it fails: the driver may have closed it.
                PreparedStatement taken = cache.take(handle.getConnection(), sql);
                T result = use.of(taken);
                cache.give(sql, taken);
                return result;
            }
            try (PreparedStatement once = handle.getConnection().prepareStatement(sql)) {
                return use.of(once);
            }
        } catch (SQLException e) {
            throw new DatabaseException(sql.strip().lines().findFirst().orElse(""), e);
        }
    }

    /** The statement on the writer's handle, with the parameters of its last use. */
    public PreparedStatement on(Handle handle) throws SQLException {
        PreparedStatement known = statement;
        if (known == null || !handle.getConnection().equals(connection)) {
            known = handle.getConnection().prepareStatement(sql);
            statement = known;
            connection = handle.getConnection();
        }
        return known;
    }
}
