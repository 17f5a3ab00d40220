package chevet.ward.meal;

import chevet.model.meal.Course;
import chevet.model.meal.Dish;
import chevet.model.meal.DishId;
import chevet.model.meal.DrinkThickness;
import chevet.model.meal.FoodTexture;
import chevet.model.meal.Served;
import chevet.model.meal.ServiceMenu;
import chevet.model.meal.ServiceMenu.CourseMenu;
import chevet.model.meal.Tray;
import chevet.ward.meal.KitchenSheet.BedTray;
import chevet.ward.meal.KitchenSheet.Line;
import chevet.ward.meal.KitchenSheet.Tally;
import chevet.ward.meal.MealStore.Portions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Counts trays: pure. Only what is chosen or comes by default is produced. */
final class Counting {
    private Counting() {}

    static Tally tally(List<BedTray> trays) {
        Map<Tray.State, Integer> counts = new EnumMap<>(Tray.State.class);
        trays.forEach(tray -> counts.merge(tray.tray().state(), 1, Integer::sum));
        return new Tally(
                counts.getOrDefault(Tray.State.CHOSEN, 0),
                counts.getOrDefault(Tray.State.DEFAULT, 0),
                counts.getOrDefault(Tray.State.HELD, 0),
                counts.getOrDefault(Tray.State.FASTING, 0),
                counts.getOrDefault(Tray.State.UNCHOSEN, 0));
    }

    /** Whether the kitchen makes a tray in that state. */
    static boolean made(Tray.State state) {
        return switch (state) {
            case CHOSEN, DEFAULT -> true;
            case UNCHOSEN, HELD, FASTING -> false;
        };
    }

    /** How one dish of a tray is made; -1 where there is nothing to chew or nothing flows. */
    private record Level(int texture, int thickness) implements Comparable<Level> {
        @Override
        public int compareTo(Level other) {
            return Comparator.comparingInt(Level::texture)
                    .reversed()
                    .thenComparingInt(Level::thickness)
                    .compare(this, other);
        }
    }

    private record Item(Course course, DishId dish) {}

    /** Portions by course and dish in the order of the menu, then by level, highest first. */
    static List<Portions> portions(ServiceMenu menu, List<BedTray> trays, Catalogue catalogue) {
        Map<Item, Map<Level, Integer>> counts = new LinkedHashMap<>();
        for (CourseMenu course : menu.courses()) {
            inOrder(course).forEach(d -> counts.put(new Item(course.course(), d), new TreeMap<>()));
        }
        for (BedTray tray : trays) {
            if (made(tray.tray().state())) {
                tray.tray()
                        .dishes()
                        .forEach(
                                (course, id) ->
                                        catalogue
                                                .dish(id)
                                                .flatMap(dish -> Served.of(dish, tray.profile()))
                                                .map(Counting::level)
                                                .ifPresent(
                                                        level ->
                                                                counts.computeIfAbsent(
                                                                                new Item(
                                                                                        course, id),
                                                                                _ ->
                                                                                        new TreeMap<>())
                                                                        .merge(
                                                                                level,
                                                                                1,
                                                                                Integer::sum)));
            }
        }
        List<Portions> portions = new ArrayList<>();
        counts.forEach(
                (item, levels) ->
                        catalogue
                                .dish(item.dish())
                                .ifPresent(
                                        dish ->
                                                levels.forEach(
                                                        (level, count) ->
                                                                portions.add(
                                                                        new Portions(
                                                                                item.course(),
                                                                                dish,
                                                                                replaces(
                                                                                        menu, item),
                                                                                level.texture(),
                                                                                level.thickness(),
                                                                                count)))));
        return portions;
    }

    private static Stream<DishId> inOrder(CourseMenu course) {
        return Stream.concat(
                        Stream.concat(course.dishes().stream(), course.byDefault().stream()),
                        course.replacements().stream())
                .distinct();
    }

    private static boolean replaces(ServiceMenu menu, Item item) {
        return menu.courses().stream()
                .filter(course -> course.course() == item.course())
                .anyMatch(
                        course ->
                                course.replacements().contains(item.dish())
                                        && !course.dishes().contains(item.dish()));
    }

    private static Level level(Served served) {
        return new Level(
                served.texture().map(FoodTexture::level).orElse(-1),
                served.thickness().map(DrinkThickness::level).orElse(-1));
    }

    /** One line a dish, from its portions at each level. */
    static List<Line> lines(List<Portions> portions) {
        Map<Item, List<Portions>> byDish = new LinkedHashMap<>();
        portions.forEach(
                p ->
                        byDish.computeIfAbsent(
                                        new Item(p.course(), p.dish().id()), _ -> new ArrayList<>())
                                .add(p));
        return byDish.values().stream().map(Counting::line).toList();
    }

    private static Line line(List<Portions> portions) {
        Map<FoodTexture, Integer> textures = new EnumMap<>(FoodTexture.class);
        Map<DrinkThickness, Integer> thicknesses = new EnumMap<>(DrinkThickness.class);
        int total = 0;
        for (Portions p : portions) {
            texture(p.texture()).ifPresent(t -> textures.merge(t, p.count(), Integer::sum));
            thickness(p.thickness()).ifPresent(t -> thicknesses.merge(t, p.count(), Integer::sum));
            total += p.count();
        }
        Portions first = portions.getFirst();
        Dish dish = first.dish();
        return new Line(first.course(), dish, first.replacement(), textures, thicknesses, total);
    }

    private static Optional<FoodTexture> texture(int level) {
        return Arrays.stream(FoodTexture.values()).filter(t -> t.level() == level).findFirst();
    }

    private static Optional<DrinkThickness> thickness(int level) {
        return Arrays.stream(DrinkThickness.values()).filter(t -> t.level() == level).findFirst();
    }
}
