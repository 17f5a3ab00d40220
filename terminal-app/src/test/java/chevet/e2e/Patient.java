package chevet.e2e;

import chevet.model.meal.ChooseTray;
import chevet.model.meal.Course;
import chevet.model.meal.Dish;
import chevet.model.meal.DishId;
import chevet.model.meal.FoodProfile;
import chevet.model.meal.MealRule;
import chevet.model.meal.ServiceMenu;
import chevet.model.meal.Verdict;
import chevet.model.stay.StayId;
import chevet.model.wire.StreamId;
import chevet.terminal.link.Replica;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Somebody who chooses meals out of what a replica knows: mostly what may be had, now and then what
 * may not. For one thread.
 */
final class Patient {
    /** A wish and whom it is for. */
    record Wish(StayId stay, ChooseTray choice) {}

    private static final double LEFT_OUT = 0.2;
    private static final double UNFIT = 0.03;

    private final Random chance;
    private Map<DishId, Dish> dishes = Map.of();
    private List<ServiceMenu> menus = List.of();

    Patient(long seed) {
        this.chance = new Random(seed);
    }

    /** Empty while the terminal knows too little, or where nothing may be had. */
    Optional<Wish> wish(Replica replica) {
        Replica.Snapshot now = replica.snapshot();
        // Neither changes during a trial, and reading them all costs what a real terminal never
        // pays.
        if (dishes.isEmpty() || menus.isEmpty()) {
            dishes = new HashMap<>();
            now.all(StreamId.Kind.HOUSE, "dish/", Dish.class)
                    .values()
                    .forEach(dish -> dishes.put(dish.id(), dish));
            menus = List.copyOf(now.all(StreamId.Kind.WARD, "menu/", ServiceMenu.class).values());
        }
        Optional<FoodProfile> profile =
                now.one(StreamId.Kind.STAY, "food-profile", FoodProfile.class);
        Instant at = Instant.now();
        List<ServiceMenu> open =
                menus.stream()
                        .filter(m -> !at.isBefore(m.opens()) && at.isBefore(m.cutOff()))
                        .toList();
        if (now.stay().isEmpty() || profile.isEmpty() || open.isEmpty()) {
            return Optional.empty();
        }
        ServiceMenu menu = open.get(chance.nextInt(open.size()));
        Map<Course, DishId> tray = new EnumMap<>(Course.class);
        for (ServiceMenu.CourseMenu course : menu.courses()) {
            List<DishId> fit = fit(course, profile.get(), menu);
            if (!fit.isEmpty() && chance.nextDouble() >= LEFT_OUT) {
                tray.put(course.course(), fit.get(chance.nextInt(fit.size())));
            }
        }
        return tray.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Wish(now.stay().get(), new ChooseTray(menu.key(), Map.copyOf(tray))));
    }

    private List<DishId> fit(ServiceMenu.CourseMenu course, FoodProfile profile, ServiceMenu menu) {
        List<DishId> all = new ArrayList<>(course.dishes());
        all.addAll(course.replacements());
        if (chance.nextDouble() < UNFIT) {
            return all;
        }
        return all.stream()
                .filter(
                        id ->
                                Optional.ofNullable(dishes.get(id))
                                        .map(d -> MealRule.judge(d, profile, course.course(), menu))
                                        .filter(Verdict.Offered.class::isInstance)
                                        .isPresent())
                .toList();
    }
}
