package chevet.ward.db;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Function;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jdbi.v3.core.Handle;

/** What SQLite and PostgreSQL do each in their own way. */
interface Engine extends AutoCloseable {
    /** A new connection for the writer, in a transaction. */
    Connection writer() throws SQLException;

    /**
     * The first statement of a group: takes the write lock where waiting for it later could fail.
     */
    void begin(Handle writer) throws SQLException;

    <T> T read(Function<Handle, T> query);

    FluentConfiguration migrations(FluentConfiguration flyway);

    /** What the portable migrations call by other names: {@code ${bytes}}. */
    Map<String, String> words();

    /**
     * Writes a whole, consistent copy while others read and write.
     *
     * @throws DatabaseException when {@code target} exists or cannot be written, or when this
     *     database has tools of its own for it
     */
    void backup(Path target);

    /** Whether it failed for want of space, which passes without anybody's touching the server. */
    boolean full(SQLException failure);

    /** Whether there is so much space that writing has a future. Always so where nobody knows. */
    boolean room();

    /** Moves what is committed into the main file, as far as nobody has to wait for it. */
    void tidy() throws SQLException;

    /** Moves all that is committed into the main file and empties the log beside it. */
    void settle(Connection writer) throws SQLException;

    @Override
    void close();
}
