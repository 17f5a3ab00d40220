package chevet.ward.db;

import java.time.Instant;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** One write transaction, alive on the writer's thread only. Stores run their SQL on its handle. */
public interface Tx {
    Handle handle();

    /**
     * The instant at which this transaction happens, in whole milliseconds; the same for all that
     * it writes.
     */
    Instant now();

    /** Runs after the commit, in order; not at all when the transaction is undone. */
    void afterCommit(Runnable action);

    /**
     * Runs a part that may fail alone: when it throws, what it wrote and what it wanted done after
     * the commit is undone, the throw comes out here, and the transaction can go on.
     */
    <T> T part(Supplier<T> part);
}
