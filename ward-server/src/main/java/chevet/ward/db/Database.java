package chevet.ward.db;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * The door to the database: one writer that commits in groups, any number of readers. SQLite by
 * default; PostgreSQL behind the same stores.
 */
public interface Database extends AutoCloseable {
    /**
     * Runs {@code work} on the writer, in order of call. Completes after the commit is on disk;
     * completes exceptionally, with nothing of this work kept, when it throws. Work of others in
     * the same group is not touched.
     */
    <T> CompletableFuture<T> write(Function<Tx, T> work);

    /**
     * Runs {@code query} on a reader and sees all that was committed before. Not on the writer's
     * thread.
     */
    <T> T read(Function<Handle, T> query);

    @Override
    void close();
}
