package chevet.model.meal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What will stand before one patient at one service; the body of the event {@code
 * tray/<date>/<service>} of the stay's stream.
 *
 * @param dishes what is on it; empty where fasting or unchosen
 * @param by who chose; empty for a default tray
 * @param since when it came into this state
 * @param held why it may not be plated; empty unless the state is {@link State#HELD}
 */
public record Tray(
        ServiceKey key,
        State state,
        Map<Course, DishId> dishes,
        Optional<ChosenBy> by,
        Instant since,
        List<Refusal> held) {
    public Tray {
        dishes = Ordered.copy(dishes);
        held = List.copyOf(held);
    }

    /**
     * Chosen + default + held + fasting (+ unchosen while the service is open) = patients, always.
     */
    public enum State {
        /** Nobody has chosen yet and the cut-off has not come. */
        UNCHOSEN,
        CHOSEN,
        /** The cut-off has come and nobody chose: the default tray, through the same rule. */
        DEFAULT,
        /**
         * Something on it no longer fits, or nothing fits at all: it is not plated until somebody
         * decides.
         */
        HELD,
        FASTING
    }

    public enum ChosenBy {
        PATIENT,
        /** An aide or a dietitian, from the console, for the patient. */
        STAFF
    }

    /** Names the service alone: what has a toString ends in a log. */
    @Override
    public String toString() {
        return "Tray[" + key + "]";
    }
}
