package chevet.terminal.meal;

import chevet.model.meal.ChooseTray;
import chevet.model.meal.Dish;
import chevet.model.meal.DishId;
import chevet.model.meal.FoodProfile;
import chevet.model.meal.ServiceKey;
import chevet.model.meal.ServiceMenu;
import chevet.model.meal.Tray;
import chevet.model.stay.StayId;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the replica and the outbox held at one moment, as far as meals are concerned.
 *
 * @param stay who lies here; empty where nobody does
 * @param profile {@link FoodProfile#UNCONFIRMED} where the stay has none yet
 * @param menus in the order in which they are served
 * @param waiting choices without an outcome; the newest of each service
 */
record MealFacts(
        Optional<StayId> stay,
        FoodProfile profile,
        Map<DishId, Dish> dishes,
        NavigableMap<ServiceKey, ServiceMenu> menus,
        Map<ServiceKey, Tray> trays,
        Map<ServiceKey, Waiting> waiting) {
    /** Nothing is known and nobody lies here. */
    static final MealFacts NONE =
            new MealFacts(
                    Optional.empty(),
                    FoodProfile.UNCONFIRMED,
                    Map.of(),
                    new TreeMap<>(),
                    Map.of(),
                    Map.of());

    MealFacts {
        dishes = Map.copyOf(dishes);
        menus = Collections.unmodifiableNavigableMap(new TreeMap<>(menus));
        trays = Map.copyOf(trays);
        waiting = Map.copyOf(waiting);
    }

    /** A choice that is on its way, by the id of its command. */
    record Waiting(String command, ChooseTray choice) {
        @Override
        public String toString() {
            return "Waiting[" + command + "]";
        }
    }

    Optional<Dish> dish(DishId id) {
        return Optional.ofNullable(dishes.get(id));
    }

    @Override
    public String toString() {
        return "MealFacts[" + menus.size() + " menus]";
    }
}
