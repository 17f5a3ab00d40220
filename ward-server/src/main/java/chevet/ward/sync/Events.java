package chevet.ward.sync;

import chevet.model.wire.Cursor;
import chevet.model.wire.StreamId;
import chevet.ward.db.Tx;

/** Where features write what terminals shall know. The event goes out after the commit. */
public interface Events {
    /**
     * Appends an event that replaces the key's older one.
     *
     * @param body a record of shared-model
     */
    void put(Tx tx, StreamId stream, String key, String type, Object body);

    /** Appends a tombstone: the key is gone. Does nothing where the stream never had it. */
    void remove(Tx tx, StreamId stream, String key);

    /** Where the stream stands with what this transaction has appended. */
    Cursor head(Tx tx, StreamId stream);

    /**
     * Ends a stream: its events are erased, and terminals that still hold it are told to drop it.
     */
    void end(Tx tx, StreamId stream);
}
