package chevet.model.record;

import java.time.Instant;
import java.util.List;

/**
 * One section as the source answered: the answer to {@link RecordRead}.
 *
 * @param at when the source was asked
 * @param source its name, as the site calls it
 * @param items what there is, what matters most first; empty unless {@link State#PRESENT} or {@link
 *     State#NONE}
 * @param unreadable how many entries the source gave besides that could not be read or did not
 *     belong there; they are said, never passed over
 * @param more the source holds more than is shown
 */
public record RecordPart(
        RecordSection section,
        State state,
        Instant at,
        String source,
        List<RecordItem> items,
        int unreadable,
        boolean more) {
    public RecordPart {
        items = List.copyOf(items);
    }

    /** How it stands. Nothing but {@link #NONE} may be shown as "none". */
    public enum State {
        /** There is something. */
        PRESENT,
        /** The source says itself that there is none ("no known allergy"); its words are items. */
        NONE,
        /** The source answered and holds nothing about it: nobody knows. */
        MISSING,
        /** No answer in time. */
        LATE,
        /** An answer that cannot be read, or an error. */
        UNREADABLE,
        /** The source does not know this patient, or the stay has no number to ask by. */
        UNKNOWN_PATIENT
    }

    /** A section without items. */
    public static RecordPart empty(RecordSection section, State state, Instant at, String source) {
        return new RecordPart(section, state, at, source, List.of(), 0, false);
    }

    /** Says nothing of the patient: what has a toString ends in a log. */
    @Override
    public String toString() {
        return "RecordPart[" + section + " " + state + "]";
    }
}
