package chevet.model.staff;

import java.time.Instant;

/**
 * The server has ended a session by itself; the body of the event {@code staff-session} of the
 * terminal's stream. Whoever shows that session hides it at once.
 *
 * @param session its id
 */
public record SessionEnd(String session, Why why, Instant at) {
    public static final String TYPE = "staff.session-end";

    /** Its key in the terminal's stream. */
    public static final String KEY = "staff-session";

    /** Why a session ended. */
    public enum Why {
        /** The card was taken away, or whoever held it said so. */
        CARD_OUT,
        IDLE,
        /** It lasted as long as a session may. */
        TIME,
        /** The patient lies elsewhere now, or has left. */
        MOVED,
        /** The card was withdrawn. */
        WITHDRAWN,
        /** What the person may do was changed. */
        CHANGED,
        /** The same terminal has a new session. */
        REPLACED
    }
}
