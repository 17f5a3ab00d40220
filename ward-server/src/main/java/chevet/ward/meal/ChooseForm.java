package chevet.ward.meal;

import chevet.model.meal.Course;
import chevet.model.meal.DishId;
import chevet.model.meal.Verdict;
import chevet.model.place.BedId;
import chevet.model.stay.StayId;
import java.util.Map;
import java.util.Optional;

/**
 * Choosing for a patient.
 *
 * @param picked what is ticked, by course
 * @param fault why what was sent was refused
 */
public record ChooseForm(
        BedId bed, StayId stay, Offer offer, Map<Course, DishId> picked, Optional<String> fault) {
    public ChooseForm {
        picked = Map.copyOf(picked);
    }

    /** True where that dish may be ticked. */
    public static boolean offered(Offer.DishOffer dish) {
        return dish.verdict() instanceof Verdict.Offered;
    }

    public boolean isPicked(Course course, Offer.DishOffer dish) {
        return dish.dish().id().equals(picked.get(course));
    }

    @Override
    public String toString() {
        return "ChooseForm[" + bed + "]";
    }
}
