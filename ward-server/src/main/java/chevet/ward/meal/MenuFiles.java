package chevet.ward.meal;

import chevet.config.Row;
import chevet.config.RowFaults;
import chevet.config.RowFile;
import chevet.model.meal.Allergen;
import chevet.model.meal.AllergenStatus;
import chevet.model.meal.Course;
import chevet.model.meal.Diet;
import chevet.model.meal.Dish;
import chevet.model.meal.DishId;
import chevet.model.meal.DrinkThickness;
import chevet.model.meal.FoodTexture;
import chevet.model.meal.MealService;
import chevet.model.meal.Nutrition;
import chevet.model.meal.ServiceMenu.CourseMenu;
import chevet.model.pack.ObjectRef;
import chevet.model.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the kitchen's files. A dish is a row with {@code id}, {@code fr} and what else is known; a
 * row of the cycle is one course of one service of one day.
 */
final class MenuFiles {
    /** A cycle of eight weeks is the longest that was ever met; ten are allowed. */
    static final int LONGEST_CYCLE = 70;

    private static final Map<String, AllergenStatus> STATUS =
            inOrder(
                    Map.entry("contains", AllergenStatus.CONTAINS),
                    Map.entry("may", AllergenStatus.MAY_CONTAIN),
                    Map.entry("free", AllergenStatus.FREE));
    static final Map<String, FoodTexture> TEXTURES =
            Arrays.stream(FoodTexture.values())
                    .collect(ordered(texture -> String.valueOf(texture.level())));
    static final Map<String, DrinkThickness> THICKNESSES =
            Arrays.stream(DrinkThickness.values())
                    .collect(ordered(thickness -> String.valueOf(thickness.level())));
    private static final List<String> DISH =
            List.of("id", "fr", "textures", "thicknesses", "kcal", "carbohydrate", "fluid");
    private static final List<String> DISH_TOO =
            Stream.concat(
                            Stream.of(
                                    "en",
                                    "ar",
                                    "detail_fr",
                                    "detail_en",
                                    "detail_ar",
                                    "diets",
                                    "protein",
                                    "fat",
                                    "salt",
                                    "ingredients",
                                    "picture"),
                            Arrays.stream(Allergen.values()).map(MenuFiles::column))
                    .toList();
    private static final List<String> CYCLE =
            List.of("day", "service", "course", "default", "dishes");
    private static final List<String> CYCLE_TOO = List.of("replacements");

    private MenuFiles() {}

    /** One course of one service of one day of the cycle. */
    record CycleLine(int day, MealService service, CourseMenu course) {}

    static String column(Allergen allergen) {
        return allergen.name().toLowerCase(Locale.ROOT);
    }

    static Map<DishId, Dish> dishes(
            String file, byte[] content, DishPictures pictures, RowFaults faults) {
        Map<DishId, Dish> dishes = new LinkedHashMap<>();
        Map<DishId, Integer> seen = new HashMap<>();
        for (Row row : RowFile.read(file, content, "dish", DISH, DISH_TOO, faults)) {
            Optional<DishId> id =
                    row.required("id").flatMap(_ -> row.value("id", "not-an-id", DishId::new));
            id.ifPresent(one -> once(one, row, seen, faults));
            Optional<String> name = row.required("fr");
            DishId known = id.orElse(NO_DISH);
            Dish dish = dish(row, known, name.orElse(""), pictures.of(row, known));
            if (row.cell("textures").isEmpty() && row.cell("thicknesses").isEmpty()) {
                faults.at(row.cell("textures"), "missing");
            }
            if (id.isPresent()) {
                dishes.put(known, dish);
            }
        }
        return dishes;
    }

    private static final DishId NO_DISH = new DishId("none");

    private static void once(DishId id, Row row, Map<DishId, Integer> seen, RowFaults faults) {
        Integer before = seen.putIfAbsent(id, row.line());
        if (before != null) {
            faults.at(row.cell("id"), "twice", id.value(), before);
        }
    }

    private static Dish dish(Row row, DishId id, String name, Optional<ObjectRef> picture) {
        Map<Allergen, AllergenStatus> allergens = new EnumMap<>(Allergen.class);
        for (Allergen allergen : Allergen.values()) {
            row.one(column(allergen), STATUS).ifPresent(status -> allergens.put(allergen, status));
        }
        row.required("kcal");
        row.required("carbohydrate");
        row.required("fluid");
        return new Dish(
                id,
                new Texts(name, row.optional("en"), row.optional("ar")),
                new Texts(
                        row.text("detail_fr"),
                        row.optional("detail_en"),
                        row.optional("detail_ar")),
                allergens,
                row.words("diets", Diet.class),
                row.several("textures", TEXTURES),
                row.several("thicknesses", THICKNESSES),
                new Nutrition(
                        row.decimal("kcal").orElse(0.0),
                        row.decimal("protein").orElse(0.0),
                        row.decimal("carbohydrate").orElse(0.0),
                        row.decimal("fat").orElse(0.0),
                        row.decimal("salt"),
                        row.whole("fluid", 0, 5000).orElse(0)),
                new LinkedHashSet<>(row.phrases("ingredients")),
                picture);
    }

    /**
     * @param catalogue the dishes that there are; any other is a fault
     */
    static List<CycleLine> cycle(
            String file, byte[] content, Set<DishId> catalogue, RowFaults faults) {
        List<CycleLine> lines = new ArrayList<>();
        Map<List<Object>, Integer> seen = new HashMap<>();
        Map<String, DishId> known = catalogue.stream().sorted().collect(ordered(DishId::value));
        for (Row row : RowFile.read(file, content, "menu", CYCLE, CYCLE_TOO, faults)) {
            Optional<Integer> day =
                    row.required("day").flatMap(_ -> row.whole("day", 1, LONGEST_CYCLE));
            Optional<MealService> service = row.requiredWord("service", MealService.class);
            Optional<Course> course = row.requiredWord("course", Course.class);
            List<DishId> dishes = dishes(row, "dishes", known, faults);
            List<DishId> replacements = dishes(row, "replacements", known, faults);
            Optional<DishId> byDefault = dishes(row, "default", known, faults).stream().findFirst();
            if (row.cell("dishes").isEmpty() && row.cell("default").isEmpty()) {
                faults.at(row.cell("dishes"), "no-dish");
            }
            if (day.isPresent() && service.isPresent() && course.isPresent()) {
                Integer before =
                        seen.putIfAbsent(
                                List.of(day.get(), service.get(), course.get()), row.line());
                if (before != null) {
                    faults.at(row.cell("course"), "twice", row.text("course"), before);
                }
                lines.add(
                        new CycleLine(
                                day.get(),
                                service.get(),
                                new CourseMenu(course.get(), dishes, replacements, byDefault)));
            }
        }
        return lines;
    }

    private static List<DishId> dishes(
            Row row, String column, Map<String, DishId> known, RowFaults faults) {
        List<DishId> dishes = new ArrayList<>();
        for (String word : row.list(column)) {
            DishId dish = known.get(word);
            if (dish != null) {
                dishes.add(dish);
            } else {
                unknown(row.cell(column), word, known.keySet(), faults);
            }
        }
        return dishes;
    }

    private static void unknown(
            Row.Cell cell, String word, Collection<String> known, RowFaults faults) {
        RowFaults.nearest(word, known)
                .ifPresentOrElse(
                        near -> faults.at(cell, "dish-near", word, near),
                        () -> faults.at(cell, "no-such-dish", word));
    }

    private static <T> java.util.stream.Collector<T, ?, Map<String, T>> ordered(
            java.util.function.Function<T, String> word) {
        return Collectors.toMap(word, value -> value, (one, _) -> one, LinkedHashMap::new);
    }

    @SafeVarargs
    private static <T> Map<String, T> inOrder(Map.Entry<String, T>... entries) {
        Map<String, T> all = new LinkedHashMap<>();
        for (Map.Entry<String, T> entry : entries) {
            all.put(entry.getKey(), entry.getValue());
        }
        return all;
    }
}
