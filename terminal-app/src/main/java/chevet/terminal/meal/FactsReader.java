package chevet.terminal.meal;

import chevet.model.meal.ChooseTray;
import chevet.model.meal.Dish;
import chevet.model.meal.DishId;
import chevet.model.meal.FoodProfile;
import chevet.model.meal.ServiceKey;
import chevet.model.meal.ServiceMenu;
import chevet.model.meal.Tray;
import chevet.model.wire.Command;
import chevet.model.wire.StreamId;
import chevet.model.wire.WireCodec;
import chevet.model.wire.WireException;
import chevet.terminal.link.Outbox;
import chevet.terminal.link.Replica;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads the replica and the outbox, only what has changed since the last time. Not for the JavaFX
 * thread: one worker calls it.
 */
final class FactsReader {
    private final Replica replica;
    private final Outbox outbox;
    private MealFacts last = MealFacts.NONE;

    FactsReader(Replica replica, Outbox outbox) {
        this.replica = replica;
        this.outbox = outbox;
    }

    /**
     * The facts after those kinds of streams have changed; what waits in the outbox is read each
     * time.
     */
    MealFacts read(Set<StreamId.Kind> changed) {
        Replica.Snapshot now = replica.snapshot();
        boolean stay = changed.contains(StreamId.Kind.STAY) || !now.stay().equals(last.stay());
        last =
                new MealFacts(
                        now.stay(),
                        stay ? profile(now) : last.profile(),
                        changed.contains(StreamId.Kind.HOUSE) ? dishes(now) : last.dishes(),
                        changed.contains(StreamId.Kind.WARD) ? menus(now) : last.menus(),
                        stay ? trays(now) : last.trays(),
                        waiting(now));
        return last;
    }

    private static FoodProfile profile(Replica.Snapshot now) {
        return now.one(StreamId.Kind.STAY, "food-profile", FoodProfile.class)
                .orElse(FoodProfile.UNCONFIRMED);
    }

    private static Map<DishId, Dish> dishes(Replica.Snapshot now) {
        Map<DishId, Dish> dishes = new HashMap<>();
        now.all(StreamId.Kind.HOUSE, "dish/", Dish.class)
                .values()
                .forEach(dish -> dishes.put(dish.id(), dish));
        return dishes;
    }

    private static NavigableMap<ServiceKey, ServiceMenu> menus(Replica.Snapshot now) {
        NavigableMap<ServiceKey, ServiceMenu> menus = new TreeMap<>();
        now.all(StreamId.Kind.WARD, "menu/", ServiceMenu.class)
                .values()
                .forEach(menu -> menus.put(menu.key(), menu));
        return menus;
    }

    private static Map<ServiceKey, Tray> trays(Replica.Snapshot now) {
        Map<ServiceKey, Tray> trays = new HashMap<>();
        now.all(StreamId.Kind.STAY, "tray/", Tray.class)
                .values()
                .forEach(tray -> trays.put(tray.key(), tray));
        return trays;
    }

    /** The outbox may know of a newer stay than the snapshot: what is not this stay's is left. */
    private Map<ServiceKey, MealFacts.Waiting> waiting(Replica.Snapshot now) {
        Map<ServiceKey, MealFacts.Waiting> waiting = new HashMap<>();
        for (Command command : outbox.waiting(ChooseTray.TYPE)) {
            if (command.stay().equals(now.stay())) {
                choice(command)
                        .ifPresent(
                                choice ->
                                        waiting.put(
                                                choice.key(),
                                                new MealFacts.Waiting(command.id(), choice)));
            }
        }
        return waiting;
    }

    /** The choice in a command; empty where an older program wrote another shape. */
    static Optional<ChooseTray> choice(Command command) {
        try {
            return Optional.of(WireCodec.lenient(command.body(), ChooseTray.class));
        } catch (WireException _) {
            return Optional.empty();
        }
    }
}
