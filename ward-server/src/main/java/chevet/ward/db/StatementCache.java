package chevet.ward.db;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Keeps the prepared statements of one connection: SQLite has no cache of its own, and preparing
 * costs as much as running. Used by the thread that has the connection.
 */
final class StatementCache implements StatementBuilder {
    private static final int MOST = 200;

    private final StatementBuilder plain;
    private final Map<String, PreparedStatement> idle = new HashMap<>();

    StatementCache(Connection connection) {
        this.plain = DefaultStatementBuilder.FACTORY.createStatementBuilder(connection);
    }

    /** A statement that nobody uses now, or a new one. */
    PreparedStatement take(Connection connection, String sql) throws SQLException {
        PreparedStatement known = idle.remove(sql);
        return known == null ? connection.prepareStatement(sql) : known;
    }

    /** Keeps a statement that was taken; its parameters are to be set anew at the next use. */
    void give(String sql, PreparedStatement statement) throws SQLException {
        if (idle.size() < MOST && !idle.containsKey(sql)) {
            idle.put(sql, statement);
        } else {
            statement.close();
        }
    }

    @Override
    public Statement create(Connection connection, StatementContext context) throws SQLException {
        return plain.create(connection, context);
    }

    @Override
    public PreparedStatement create(Connection connection, String sql, StatementContext context)
            throws SQLException {
        // Taken out while in use: the same text may run again inside its own result.
        PreparedStatement known = context.isReturningGeneratedKeys() ? null : idle.remove(sql);
        return known == null ? plain.create(connection, sql, context) : known;
    }

    @Override
    public CallableStatement createCall(Connection connection, String sql, StatementContext context)
            throws SQLException {
        return plain.createCall(connection, sql, context);
    }

    @Override
    public void close(Connection connection, String sql, Statement statement) throws SQLException {
        if (statement instanceof PreparedStatement prepared
                && !(statement instanceof CallableStatement)
                && idle.size() < MOST
                && !idle.containsKey(sql)) {
            prepared.clearParameters();
            prepared.clearBatch();
            idle.put(sql, prepared);
        } else {
            plain.close(connection, sql, statement);
        }
    }

    @Override
    public void close(Connection connection) {
        idle.clear();
        plain.close(connection);
    }
}
