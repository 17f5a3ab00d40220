package chevet.ward.meal;

import chevet.model.meal.FoodProfile;
import chevet.model.place.BedId;
import chevet.model.place.WardId;
import java.time.Instant;
import java.util.List;

/**
 * Somebody's food as far as a person has to look at it.
 *
 * @param doubts what no rule understood and nobody has seen
 * @param held trays that no longer fit, the soonest service first
 */
public record DietLine(
        WardId ward,
        BedId bed,
        FoodProfile profile,
        List<FoodDoubt> doubts,
        List<MealWarning> held) {
    public DietLine {
        doubts = List.copyOf(doubts);
        held = List.copyOf(held);
    }

    /** There is something to be done. */
    boolean open() {
        return !profile.confirmed() || !doubts.isEmpty() || !held.isEmpty();
    }

    /** When choosing ends for the first held tray; far away where none is held. */
    Instant until() {
        return held.stream().map(MealWarning::cutOff).min(Instant::compareTo).orElse(Instant.MAX);
    }

    /** Says nothing of the patient: what has a toString ends in a log. */
    @Override
    public String toString() {
        return "DietLine[" + bed + "]";
    }
}
