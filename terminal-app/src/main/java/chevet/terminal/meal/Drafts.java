package chevet.terminal.meal;

import chevet.model.meal.Course;
import chevet.model.meal.Dish;
import chevet.model.meal.DishId;
import chevet.model.meal.Refusal;
import chevet.model.meal.Repeat;
import chevet.model.meal.ServiceKey;
import chevet.model.meal.Tray;
import chevet.model.text.Texts;
import chevet.terminal.meal.MealModel.LeftOut;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the patient has in hand, service by service. On the JavaFX thread. */
final class Drafts {
    private final Map<ServiceKey, Draft> drafts = new HashMap<>();

    Draft of(Sitting sitting) {
        return drafts.computeIfAbsent(sitting.menu().key(), _ -> Draft.of(sitting));
    }

    void put(ServiceKey key, Draft draft) {
        drafts.put(key, draft);
    }

    void forget() {
        drafts.clear();
    }

    /** Follows the facts again, with the same course open. */
    void release(Sitting sitting) {
        put(sitting.menu().key(), of(sitting).holding(sitting.start(), false));
    }

    /**
     * Fits a draft to new facts.
     *
     * @return the dishes that it lost, each with the gravest reason
     */
    List<LeftOut> fit(Sitting sitting) {
        Draft draft = of(sitting);
        Map<Course, DishId> before = Sitting.dishes(draft.picks());
        List<LeftOut> leftOut = leftOut(sitting, before, List.of());
        if (!draft.touched() || !sitting.choosable()) {
            release(sitting);
        } else {
            Map<Course, Pick> kept = new EnumMap<>(Course.class);
            draft.picks()
                    .forEach(
                            (course, pick) -> {
                                if (sitting.course(course).isPresent()
                                        && pick.dish()
                                                .map(d -> sitting.offered(course, d))
                                                .orElse(true)) {
                                    kept.put(course, pick);
                                }
                            });
            put(sitting.menu().key(), draft.holding(kept, true));
        }
        reopen(sitting);
        return leftOut;
    }

    /** Opens a course that exists, where the one that was open is gone. */
    private void reopen(Sitting sitting) {
        Draft draft = of(sitting);
        if (draft.course().flatMap(sitting::course).isEmpty()) {
            put(
                    sitting.menu().key(),
                    new Draft(draft.picks(), draft.touched(), Draft.of(sitting).course()));
        }
    }

    /**
     * Takes up another tray as far as it may be had; what is decided already for other courses
     * stays.
     *
     * @return the dishes that may not be had, each with the gravest reason
     */
    List<LeftOut> takeUp(Sitting sitting, Tray other) {
        Repeat repeat =
                Repeat.of(
                        other.dishes(),
                        sitting.menu(),
                        sitting.facts()::dish,
                        sitting.facts().profile());
        Draft draft = of(sitting);
        for (Map.Entry<Course, DishId> entry : repeat.dishes().entrySet()) {
            draft = draft.with(entry.getKey(), Pick.of(entry.getValue()));
        }
        put(sitting.menu().key(), draft);
        Map<Course, DishId> lost = new EnumMap<>(Course.class);
        lost.putAll(other.dishes());
        lost.keySet().removeAll(repeat.dishes().keySet());
        return leftOut(sitting, lost, sitting.refusals(other.dishes()));
    }

    /**
     * @param together why the dishes may not be had together, for one that could be had by itself
     */
    private static List<LeftOut> leftOut(
            Sitting sitting, Map<Course, DishId> dishes, List<Refusal> together) {
        List<LeftOut> leftOut = new ArrayList<>();
        Map<Course, DishId> inOrder = new EnumMap<>(Course.class);
        inOrder.putAll(dishes);
        inOrder.forEach(
                (course, id) -> {
                    List<Refusal> own = sitting.refusals(course, id);
                    List<Refusal> reasons = own.isEmpty() ? together : own;
                    Optional<Texts> name = sitting.facts().dish(id).map(Dish::name);
                    if (!reasons.isEmpty() && name.isPresent()) {
                        leftOut.add(new LeftOut(name.get(), reasons.getFirst()));
                    }
                });
        return List.copyOf(leftOut);
    }
}
