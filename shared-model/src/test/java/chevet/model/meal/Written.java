package chevet.model.meal;

import chevet.model.meal.FoodProfile.Fasting;
import chevet.model.text.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Dishes, profiles and menus written in a line of {@code key=value}, so that tables of cases can be
 * read. What a line does not say is harmless: a dish is free of all, suits all and can be made at
 * all levels of food; a profile is confirmed and restricts nothing.
 */
final class Written {
    static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    static final Instant SERVED = Instant.parse("2026-11-21T17:30:00Z");
    static final Instant CUT_OFF = Instant.parse("2026-11-21T13:00:00Z");
    static final Instant OPENS = Instant.parse("2026-11-18T05:00:00Z");

    private final Map<String, String> words = new HashMap<>();

    private Written(String line) {
        for (String word : line.strip().split(" +")) {
            if (!word.isEmpty()) {
                String[] pair = word.split("=", 2);
                words.put(pair[0], pair[1]);
            }
        }
    }

    static Dish dish(String id, String line) {
        Written w = new Written(line);
        Map<Allergen, AllergenStatus> allergens = new EnumMap<>(Allergen.class);
        EnumSet.allOf(Allergen.class).forEach(a -> allergens.put(a, AllergenStatus.FREE));
        w.set("contains", Allergen.class).forEach(a -> allergens.put(a, AllergenStatus.CONTAINS));
        w.set("may", Allergen.class).forEach(a -> allergens.put(a, AllergenStatus.MAY_CONTAIN));
        w.set("unknown", Allergen.class).forEach(a -> allergens.put(a, AllergenStatus.UNKNOWN));
        w.set("unsaid", Allergen.class).forEach(allergens::remove);
        Set<Diet> suits = EnumSet.allOf(Diet.class);
        suits.removeAll(w.set("unsuited", Diet.class));
        return new Dish(
                new DishId(id),
                Texts.french(id),
                Texts.french(""),
                allergens,
                suits,
                w.foodLevels("food", "34567"),
                w.drinkLevels("drink", ""),
                new Nutrition(
                        100,
                        5,
                        Double.parseDouble(w.words.getOrDefault("carb", "10")),
                        2,
                        Optional.empty(),
                        Integer.parseInt(w.words.getOrDefault("fluid", "0"))),
                w.list("of"),
                Optional.empty());
    }

    static FoodProfile profile(String line) {
        Written w = new Written(line);
        return new FoodProfile(
                !w.words.containsKey("unconfirmed"),
                w.set("diets", Diet.class),
                w.set("allergies", Allergen.class),
                w.foodLevels("food", "7").iterator().next(),
                w.drinkLevels("drink", "0").iterator().next(),
                Optional.ofNullable(w.words.get("fasting"))
                        .map(
                                hours -> {
                                    String[] span = hours.split("\\.\\.", 2);
                                    return new Fasting(
                                            at(span[0]),
                                            span[1].isEmpty()
                                                    ? Optional.empty()
                                                    : Optional.of(at(span[1])));
                                }),
                w.list("dislikes"),
                Optional.ofNullable(w.words.get("carb")).map(Integer::valueOf),
                Optional.ofNullable(w.words.get("fluid")).map(Integer::valueOf));
    }

    /** A course of {@code default|dish,dish|replacement}, each part may be empty. */
    static ServiceMenu.CourseMenu course(Course course, String line) {
        String[] parts = line.split("\\|", -1);
        return new ServiceMenu.CourseMenu(
                course, ids(parts[1]), ids(parts[2]), ids(parts[0]).stream().findFirst());
    }

    static ServiceMenu menu(ServiceMenu.CourseMenu... courses) {
        return new ServiceMenu(
                new ServiceKey(DAY, MealService.DINNER),
                OPENS,
                CUT_OFF,
                SERVED,
                List.of(courses),
                false);
    }

    static Function<DishId, Optional<Dish>> catalogue(Dish... dishes) {
        Map<DishId, Dish> byId =
                Arrays.stream(dishes).collect(Collectors.toMap(Dish::id, Function.identity()));
        return id -> Optional.ofNullable(byId.get(id));
    }

    /** {@code offered}, or the reasons as {@code CODE:about}, for they print nothing themselves. */
    static String told(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Offered _ -> "offered";
            case Verdict.Refused refused -> told(refused.reasons());
        };
    }

    static String told(List<Refusal> reasons) {
        return reasons.stream()
                .map(r -> r.code() + r.about().map(about -> ":" + about).orElse(""))
                .collect(Collectors.joining(" "));
    }

    private static List<DishId> ids(String list) {
        return list.isBlank()
                ? List.of()
                : Arrays.stream(list.strip().split(",")).map(DishId::new).toList();
    }

    private static Instant at(String hour) {
        return Instant.parse(DAY + "T" + hour + ":00Z");
    }

    private Set<String> list(String key) {
        return words.containsKey(key)
                ? Arrays.stream(words.get(key).split(","))
                        .map(word -> word.replace('_', ' '))
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private <E extends Enum<E>> Set<E> set(String key, Class<E> type) {
        return list(key).stream()
                .map(word -> Enum.valueOf(type, word.replace(' ', '_')))
                .collect(Collectors.toSet());
    }

    private Set<FoodTexture> foodLevels(String key, String otherwise) {
        String levels = words.getOrDefault(key, otherwise);
        return EnumSet.allOf(FoodTexture.class).stream()
                .filter(texture -> levels.contains(String.valueOf(texture.level())))
                .collect(Collectors.toSet());
    }

    private Set<DrinkThickness> drinkLevels(String key, String otherwise) {
        String levels = words.getOrDefault(key, otherwise);
        return EnumSet.allOf(DrinkThickness.class).stream()
                .filter(thickness -> levels.contains(String.valueOf(thickness.level())))
                .collect(Collectors.toSet());
    }
}
