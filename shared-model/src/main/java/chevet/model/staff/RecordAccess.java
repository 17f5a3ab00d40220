package chevet.model.staff;

import chevet.model.text.Texts;
import java.time.Instant;
import java.util.List;

/**
 * Who opened this patient's record at the bed, for the patient: by trade and time, without names;
 * the body of the event {@code record-access} of the stay's stream.
 *
 * @param openings the newest first, at most {@link #MOST}
 */
public record RecordAccess(List<Opening> openings) {
    public static final String TYPE = "staff.record-access";

    /** Its key in the stay's stream. */
    public static final String KEY = "record-access";

    /** Older ones are in the audit only. */
    public static final int MOST = 50;

    public RecordAccess {
        openings = List.copyOf(openings);
    }

    /**
     * One session that read the record.
     *
     * @param trade of whoever opened it
     * @param emergency the glass was broken for it
     */
    public record Opening(Texts trade, Instant at, boolean emergency) {}

    @Override
    public String toString() {
        return "RecordAccess[" + openings.size() + "]";
    }
}
