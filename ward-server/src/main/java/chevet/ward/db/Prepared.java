package chevet.ward.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * A statement of the hot path, prepared once for the writer's connection. For the writer's thread
 * only; its result sets must be closed.
 */
public final class Prepared {
    private final String sql;
    private @Nullable Connection connection;
    private @Nullable PreparedStatement statement;

    public Prepared(String sql) {
        this.sql = sql;
    }

    /** The statement, with the parameters of its last use. */
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
