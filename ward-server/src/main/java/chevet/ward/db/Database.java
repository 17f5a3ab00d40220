package chevet.ward.db;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
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
     * the same group is not touched. What hangs on the future runs on the writer's thread: keep it
     * short, and never wait on that thread for another write.
     */
    <T> CompletableFuture<T> write(Function<Tx, T> work);

    /**
     * Runs {@code work} as {@link #write} does and waits until its commit is on disk. Not on the
     * writer's thread.
     *
     * @throws java.util.concurrent.CompletionException around what the work threw
     */
    default void change(Consumer<Tx> work) {
        write(
                        tx -> {
                            work.accept(tx);
                            return true;
                        })
                .join();
    }

    /**
     * Runs {@code query} on a reader and sees all that was committed before, as of one moment. Not
     * on the writer's thread.
     */
    <T> T read(Function<Handle, T> query);

    /**
     * Calls {@code listener} on the writer's thread after each group: its commit is on disk and all
     * its {@link Tx#afterCommit} actions have run.
     */
    void afterEachGroup(Runnable listener);

    /**
     * Moves all that is committed into the main file and empties the log beside it, so that nothing
     * deleted survives there: when a stay's data is erased, and from time to time. Completes
     * exceptionally where a long read was in the way; to be tried again then.
     */
    CompletableFuture<Void> settle();

    /**
     * Since when nothing can be written for want of space on the disk; empty while there is some.
     * Reading goes on all the time.
     */
    Optional<Instant> fullSince();

    /**
     * The name of this life of the data: a restore, or a move to another database, begins a new
     * one, and cursors of another are worthless.
     */
    String epoch();

    @Override
    void close();
}
