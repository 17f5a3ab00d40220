package chevet.model.meal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What stands before a patient when nobody chooses: of each course its default, or else the first
 * of the proposed dishes, or else of the replacements that the rule offers, such that the whole
 * tray passes the rule.
 */
public sealed interface DefaultTray {
    /**
     * A tray that passes.
     *
     * @param dishes what is on it, at least one
     * @param without courses that are not on it since nothing in them fits, with every reason
     */
    record Fits(SortedMap<Course, DishId> dishes, SortedMap<Course, List<Refusal>> without)
            implements DefaultTray {
        public Fits {
            dishes = Collections.unmodifiableSortedMap(new TreeMap<>(dishes));
            without = Collections.unmodifiableSortedMap(new TreeMap<>(without));
        }

        /** Says nothing of the patient: what has a toString ends in a log. */
        @Override
        public String toString() {
            return "Fits[]";
        }
    }

    /**
     * Nothing that could be called a meal passes: the ward and the dietitian have to be told.
     *
     * @param reasons the gravest first, at least one where the menu has dishes at all
     */
    record NothingFits(List<Refusal> reasons) implements DefaultTray {
        public NothingFits {
            reasons = List.copyOf(reasons);
        }

        /** Says nothing of the patient: what has a toString ends in a log. */
        @Override
        public String toString() {
            return "NothingFits[]";
        }
    }

    /**
     * Looks for it. A tray without its main dish is no meal, nor is one without anything; another
     * course in which nothing fits is left out and said. Where limits forbid the first dishes
     * together, later ones are tried, the last course first.
     *
     * @param catalogue finds a dish; what it does not know is passed over
     */
    static DefaultTray of(
            ServiceMenu menu, Function<DishId, Optional<Dish>> catalogue, FoodProfile profile) {
        SortedMap<Course, List<Dish>> offered = new TreeMap<>();
        SortedMap<Course, List<Refusal>> without = new TreeMap<>();
        for (ServiceMenu.CourseMenu course : menu.courses()) {
            List<Dish> fitting = new ArrayList<>();
            List<Refusal> reasons = new ArrayList<>();
            for (DishId id : MealRule.candidates(course)) {
                Optional<Dish> dish = catalogue.apply(id);
                if (dish.isEmpty()) {
                    reasons.add(Refusal.of(Refusal.Code.NOT_ON_THE_MENU, id));
                    continue;
                }
                switch (MealRule.judge(dish.get(), profile, course.course(), menu)) {
                    case Verdict.Offered _ -> fitting.add(dish.get());
                    case Verdict.Refused refused -> reasons.addAll(refused.reasons());
                }
            }
            if (fitting.isEmpty()) {
                without.put(course.course(), MealRule.ordered(reasons));
            } else {
                offered.put(course.course(), List.copyOf(fitting));
            }
        }
        if (offered.isEmpty() || without.containsKey(Course.MAIN)) {
            return new NothingFits(
                    MealRule.ordered(without.values().stream().flatMap(List::stream).toList()));
        }
        return within(offered, profile)
                .<DefaultTray>map(dishes -> new Fits(dishes, without))
                .orElseGet(() -> overTheLimit(offered, catalogue, profile, menu));
    }

    private static Optional<SortedMap<Course, DishId>> within(
            SortedMap<Course, List<Dish>> offered, FoodProfile profile) {
        SortedMap<Course, DishId> chosen = new TreeMap<>();
        Budget budget =
                new Budget(
                        profile.carbohydrateLimit()
                                .map(limit -> limit * 10L)
                                .orElse(Long.MAX_VALUE),
                        profile.fluidLimit().map(Long::valueOf).orElse(Long.MAX_VALUE));
        boolean found = choose(List.copyOf(offered.entrySet()), 0, budget, chosen);
        return found ? Optional.of(chosen) : Optional.empty();
    }

    /**
     * Walks the courses in order and goes back where what is left over does not do for the rest.
     */
    private static boolean choose(
            List<Map.Entry<Course, List<Dish>>> courses,
            int next,
            Budget budget,
            SortedMap<Course, DishId> chosen) {
        if (next == courses.size()) {
            return true;
        }
        Map.Entry<Course, List<Dish>> course = courses.get(next);
        for (Dish dish : course.getValue()) {
            Budget left = budget.without(dish.portion());
            if (left.does(courses.subList(next + 1, courses.size()))) {
                chosen.put(course.getKey(), dish.id());
                if (choose(courses, next + 1, left, chosen)) {
                    return true;
                }
                chosen.remove(course.getKey());
            }
        }
        return false;
    }

    private static DefaultTray overTheLimit(
            SortedMap<Course, List<Dish>> offered,
            Function<DishId, Optional<Dish>> catalogue,
            FoodProfile profile,
            ServiceMenu menu) {
        SortedMap<Course, DishId> first = new TreeMap<>();
        offered.forEach((course, dishes) -> first.put(course, dishes.getFirst().id()));
        return switch (MealRule.judgeTray(first, catalogue, profile, menu)) {
            case Verdict.Refused refused -> new NothingFits(refused.reasons());
            case Verdict.Offered _ ->
                    throw new IllegalStateException("a tray within the limits was not found");
        };
    }

    /** What the limits still leave: tenths of a gram of carbohydrate, and millilitres. */
    record Budget(long carbohydrateTenths, long fluid) {
        private Budget without(Nutrition portion) {
            return new Budget(
                    carbohydrateTenths - MealRule.carbohydrateTenths(portion),
                    fluid - portion.fluid());
        }

        /** Whether the least of each course still to come is within it. */
        private boolean does(List<Map.Entry<Course, List<Dish>>> courses) {
            long leastCarbohydrate = 0;
            long leastFluid = 0;
            for (Map.Entry<Course, List<Dish>> course : courses) {
                List<Nutrition> portions = course.getValue().stream().map(Dish::portion).toList();
                leastCarbohydrate +=
                        portions.stream().mapToLong(MealRule::carbohydrateTenths).min().orElse(0);
                leastFluid += portions.stream().mapToLong(Nutrition::fluid).min().orElse(0);
            }
            return leastCarbohydrate <= carbohydrateTenths && leastFluid <= fluid;
        }
    }
}
