package chevet.ward.db;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** One write transaction, alive on the writer's thread only. Stores run their SQL on its handle. */
public interface Tx {
    Handle handle();

    /** The instant at which this transaction happens; the same for all that it writes. */
    Instant now();

    /** Runs after the commit, in order; not at all when the transaction is undone. */
    void afterCommit(Runnable action);
}
