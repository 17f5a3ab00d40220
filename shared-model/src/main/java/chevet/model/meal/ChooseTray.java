package chevet.model.meal;

import java.util.Map;

/**
 * Body of the command {@code meal.choose}: this is what the patient wants on that tray, in place of
 * what was there.
 */
public record ChooseTray(ServiceKey key, Map<Course, DishId> dishes) {
    public static final String TYPE = "meal.choose";

    public ChooseTray {
        dishes = Ordered.copy(dishes);
    }

    /** Names the service alone: what has a toString ends in a log. */
    @Override
    public String toString() {
        return "ChooseTray[" + key + "]";
    }
}
