package chevet.ward.meal;

import chevet.model.meal.Course;
import chevet.model.meal.Refusal;
import chevet.model.meal.ServiceKey;
import chevet.model.place.BedId;
import chevet.model.stay.StayId;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Somebody must decide for this bed.
 *
 * @param cutOff of the service
 * @param reasons why the rule refuses; empty where {@link Kind#NO_TRAY} or {@link Kind#INCOMPLETE}
 * @param without the courses in which nothing fits, each with its reasons; empty but where {@link
 *     Kind#INCOMPLETE}
 */
public record MealWarning(
        Kind kind,
        BedId bed,
        StayId stay,
        ServiceKey key,
        Instant cutOff,
        List<Refusal> reasons,
        SortedMap<Course, List<Refusal>> without) {
    public MealWarning {
        reasons = List.copyOf(reasons);
        without = Collections.unmodifiableSortedMap(new TreeMap<>(without));
    }

    /** Says nothing of the patient: what has a toString ends in a log. */
    @Override
    public String toString() {
        return "MealWarning[" + kind + " " + bed + "]";
    }

    public enum Kind {
        /** The tray no longer fits and is not plated until somebody decides. */
        HELD,
        /** Nobody has chosen, and no default fits: it will be held at the cut-off. */
        NOTHING_FITS,
        /** Nobody has chosen, and the default tray leaves out courses in which nothing fits. */
        INCOMPLETE,
        /** The service was closed before the patient came: no tray is made for this bed. */
        NO_TRAY,
        /** It was plated and no longer fits: the tray on its way must not be given. */
        PLATED
    }
}
