package chevet.ward.meal;

import chevet.model.meal.Refusal;
import chevet.model.meal.ServiceKey;
import chevet.model.place.BedId;
import chevet.model.stay.StayId;
import java.time.Instant;
import java.util.List;

/**
 * Somebody must decide for this bed.
 *
 * @param cutOff of the service
 * @param reasons why the rule refuses; empty where {@link Kind#NO_TRAY}
 */
public record MealWarning(
        Kind kind, BedId bed, StayId stay, ServiceKey key, Instant cutOff, List<Refusal> reasons) {
    public MealWarning {
        reasons = List.copyOf(reasons);
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
        /** The service was closed before the patient came: no tray is made for this bed. */
        NO_TRAY,
        /** It was plated and no longer fits: the tray on its way must not be given. */
        PLATED
    }
}
