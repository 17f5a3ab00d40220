package chevet.model.meal;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * "As yesterday": an earlier tray laid onto another menu. It is a proposal that passes the rule,
 * not yet an order.
 *
 * @param dishes what can be had again
 * @param left the courses that this patient still has to choose
 */
public record Repeat(SortedMap<Course, DishId> dishes, SortedSet<Course> left) {
    public Repeat {
        dishes = Collections.unmodifiableSortedMap(new TreeMap<>(dishes));
        left = Collections.unmodifiableSortedSet(new TreeSet<>(left));
    }

    /**
     * Takes every dish that is on the menu again and offered. Where they are over a limit together,
     * the last courses are left to choose, the dessert first.
     */
    public static Repeat of(
            Map<Course, DishId> earlier,
            ServiceMenu menu,
            Function<DishId, Optional<Dish>> catalogue,
            FoodProfile profile) {
        TreeMap<Course, DishId> again = new TreeMap<>(earlier);
        MealRule.judgeEach(earlier, catalogue, profile, menu)
                .forEach(
                        (course, verdict) -> {
                            if (verdict instanceof Verdict.Refused) {
                                again.remove(course);
                            }
                        });
        while (MealRule.judgeTray(again, catalogue, profile, menu) instanceof Verdict.Refused
                && !again.isEmpty()) {
            again.pollLastEntry();
        }
        SortedSet<Course> left = new TreeSet<>(MealRule.needed(menu, catalogue, profile));
        left.removeAll(again.keySet());
        return new Repeat(again, left);
    }

    /** True when nothing is left to choose. */
    public boolean whole() {
        return left.isEmpty() && !dishes.isEmpty();
    }

    /** Says nothing of the patient: what has a toString ends in a log. */
    @Override
    public String toString() {
        return "Repeat[]";
    }
}
