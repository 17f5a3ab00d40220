package chevet.ward.meal;

import chevet.model.meal.Dish;
import chevet.model.meal.DishId;
import chevet.model.meal.FoodProfile;
import chevet.model.meal.ServiceMenu;
import chevet.model.meal.Tray;
import chevet.model.place.BedId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The meals' part of a bed's panel.
 *
 * @param trays of the next services, soonest first
 * @param warnings of this bed that no line of a tray says
 */
public record BedMeals(
        BedId bed,
        FoodProfile profile,
        List<Line> trays,
        List<MealWarning> warnings,
        Map<DishId, Dish> dishes) {
    public BedMeals {
        warnings = List.copyOf(warnings);
        trays = List.copyOf(trays);
        dishes = Map.copyOf(dishes);
    }

    /**
     * One tray.
     *
     * @param incomplete the default tray leaves courses out
     * @param choosable staff may choose it now
     */
    public record Line(
            ServiceMenu menu, Tray tray, Optional<MealWarning> incomplete, boolean choosable) {}

    @Override
    public String toString() {
        return "BedMeals[" + bed + "]";
    }
}
