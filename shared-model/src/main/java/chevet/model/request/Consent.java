package chevet.model.request;

import java.time.Instant;

/**
 * Whether appointments may stand on the screen beside the bed, where others can read them: body of
 * the event {@code consent} of the stay's stream. While there is none they may not.
 */
public record Consent(boolean appointments, By by, Instant since) {
    public static final String TYPE = "care.consent";

    /** The key of its event in the stay's stream. */
    public static final String KEY = "consent";

    /** Who recorded it. */
    public enum By {
        /** The patient, on the screen. */
        PATIENT,
        /** The ward, as the patient told it. */
        WARD
    }
}
