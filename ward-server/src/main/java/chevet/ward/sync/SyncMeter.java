package chevet.ward.sync;

/** Counts what happens on the roads; never with an id or a name. Safe for all threads. */
public interface SyncMeter {
    /** Counts nothing. */
    SyncMeter NONE = (what, times) -> {};

    /** What is counted. */
    enum What {
        COMMAND_ACCEPTED,
        COMMAND_REFUSED,
        COMMAND_FAILED,
        /** Answered with its first outcome. */
        COMMAND_REPEATED,
        /** Came before its turn and was left for the terminal to send again. */
        COMMAND_AHEAD,
        /** Could not be written; the terminal sends it again. */
        COMMAND_NOT_KEPT,
        /** Not of this protocol, of an unknown terminal, or not what the topic says. */
        MESSAGE_REFUSED,
        EVENT_PUBLISHED,
        /** Left out: its stay's key is gone, or it is damaged. */
        EVENT_UNREADABLE,
        PAGE_SENT,
        CURRENT_SENT,
        ASK_ANSWERED,
        ASK_REPEATED,
        ASK_FAILED
    }

    void count(What what, long times);

    default void count(What what) {
        count(what, 1);
    }
}
