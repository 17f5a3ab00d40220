package chevet.terminal.meal;

import chevet.model.meal.DishId;
import java.util.Optional;

/** What the patient has decided for one course: a dish, or nothing on purpose. */
record Pick(Optional<DishId> dish) {
    static final Pick NOTHING = new Pick(Optional.empty());

    static Pick of(DishId dish) {
        return new Pick(Optional.of(dish));
    }
}
