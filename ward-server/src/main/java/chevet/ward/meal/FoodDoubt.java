package chevet.ward.meal;

import chevet.model.meal.FoodSheet;
import chevet.model.meal.SourcedFood;
import chevet.model.place.BedId;
import chevet.model.stay.StayId;
import java.time.Instant;

/**
 * A line about somebody's food that no rule understood: the stay gets only what is safe for all
 * until a dietitian has seen it.
 *
 * @param source which system says it
 * @param since when the source last said something new
 */
public record FoodDoubt(
        StayId stay, BedId bed, String source, SourcedFood.Unclear line, Instant since) {
    /** As staff at the bed see it. */
    FoodSheet.Doubt atBed() {
        return new FoodSheet.Doubt(source, line, since);
    }

    /** Says nothing of the patient: what has a toString ends in a log. */
    @Override
    public String toString() {
        return "FoodDoubt[" + bed + "]";
    }
}
