package chevet.ward.sync;

import chevet.ward.db.Tx;

/** Where everything that staff reach or try to reach is written down, for good. */
public interface AuditLog {
    /** Appends within a transaction: what is undone was never noted. On the writer's thread. */
    void note(Tx tx, AuditEntry entry);

    /** Appends, and returns when it is on disk. Never on the writer's thread. */
    void note(AuditEntry entry);
}
