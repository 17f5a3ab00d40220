package chevet.model.meal;

import chevet.model.meal.Refusal.Code;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The one rule that decides what a patient is offered. Terminal and ward server both ask it; the
 * server asks again when an order arrives and when it is plated. Every reason is told, in the order
 * of {@link Code}, and within one code by allergen, diet or word, so that the same question has the
 * same answer everywhere.
 *
 * <p>What it refuses:
 *
 * <ul>
 *   <li>everything, when the patient fasts at the instant at which the trays go out;
 *   <li>an allergen that is contained, possible or unknown in the recipe; the diet {@link
 *       Diet#GLUTEN_FREE} counts as an allergy to gluten besides, whatever the recipe says it suits
 *       (regulation (EU) No 828/2014: traces matter to a coeliac);
 *   <li>what does not suit one of the diets; vegetarian and vegan are believed only where no animal
 *       allergen contradicts them;
 *   <li>what cannot be made at the patient's IDDSI levels ({@link Served});
 *   <li>for a profile that nobody has confirmed, what is not {@linkplain #safeForAll safe for all};
 *   <li>a dish, or a whole tray, over the limit of carbohydrate or fluid;
 *   <li>what the patient does not want.
 * </ul>
 */
public final class MealRule {
    private static final Set<Allergen> NOT_VEGETARIAN =
            EnumSet.of(Allergen.CRUSTACEANS, Allergen.FISH, Allergen.MOLLUSCS);
    private static final Set<Allergen> NOT_VEGAN =
            EnumSet.of(
                    Allergen.CRUSTACEANS,
                    Allergen.EGGS,
                    Allergen.FISH,
                    Allergen.MILK,
                    Allergen.MOLLUSCS);
    private static final Comparator<Refusal> GRAVEST_FIRST = Comparator.comparing(Refusal::code);

    private MealRule() {}

    /**
     * One dish for one patient. Whether it is on the menu at all is asked of {@link #judgeEach}.
     *
     * @param course for which it would be chosen; a drink without a thickness is no drink
     * @param menu whose instant of serving fasting is judged at
     */
    public static Verdict judge(Dish dish, FoodProfile profile, Course course, ServiceMenu menu) {
        List<Refusal> reasons = new ArrayList<>();
        fasting(profile, menu).ifPresent(reasons::add);
        allergens(dish, profile, reasons);
        swallowing(dish, profile, course, reasons);
        for (Diet diet : new TreeSet<>(profile.diets())) {
            if (!suits(dish, diet)) {
                reasons.add(Refusal.of(Code.DIET, diet));
            }
        }
        if (!profile.confirmed() && !safeForAll(dish)) {
            reasons.add(Refusal.of(Code.PROFILE_UNCONFIRMED));
        }
        limits(List.of(dish.portion()), profile, reasons);
        aversions(dish, profile, reasons);
        return verdict(reasons);
    }

    /**
     * A whole tray for one patient: each of its dishes, and the limits over all of them. It may be
     * incomplete; what is {@linkplain #needed needed} is another question.
     *
     * @param dishes what is on it
     * @param catalogue finds a dish; one that it does not know is not on the menu
     */
    public static Verdict judgeTray(
            Map<Course, DishId> dishes,
            Function<DishId, Optional<Dish>> catalogue,
            FoodProfile profile,
            ServiceMenu menu) {
        List<Refusal> reasons = new ArrayList<>();
        fasting(profile, menu).ifPresent(reasons::add);
        for (Verdict verdict : judgeEach(dishes, catalogue, profile, menu).values()) {
            if (verdict instanceof Verdict.Refused refused) {
                reasons.addAll(refused.reasons());
            }
        }
        List<Nutrition> portions =
                dishes.values().stream()
                        .map(catalogue)
                        .flatMap(Optional::stream)
                        .map(Dish::portion)
                        .toList();
        limits(portions, profile, reasons);
        return verdict(reasons);
    }

    /**
     * Each dish of a tray by itself, so that whoever is told knows which one it is about; one that
     * is not among its course's dishes or replacements is refused as not on the menu.
     */
    public static SortedMap<Course, Verdict> judgeEach(
            Map<Course, DishId> dishes,
            Function<DishId, Optional<Dish>> catalogue,
            FoodProfile profile,
            ServiceMenu menu) {
        SortedMap<Course, Verdict> verdicts = new TreeMap<>();
        dishes.forEach(
                (course, id) -> {
                    List<Refusal> reasons = new ArrayList<>();
                    Optional<Dish> dish = catalogue.apply(id);
                    if (dish.isPresent()
                            && judge(dish.get(), profile, course, menu)
                                    instanceof Verdict.Refused refused) {
                        reasons.addAll(refused.reasons());
                    }
                    if (dish.isEmpty() || !onTheMenu(id, course, menu)) {
                        reasons.add(Refusal.of(Code.NOT_ON_THE_MENU, id));
                    }
                    verdicts.put(course, verdict(reasons));
                });
        return verdicts;
    }

    /**
     * The courses that a complete tray has: those of the menu in which at least one dish is offered
     * to this patient. Nobody can be asked to choose where nothing fits.
     */
    public static SortedSet<Course> needed(
            ServiceMenu menu, Function<DishId, Optional<Dish>> catalogue, FoodProfile profile) {
        SortedSet<Course> needed = new TreeSet<>();
        for (ServiceMenu.CourseMenu course : menu.courses()) {
            boolean any =
                    candidates(course).stream()
                            .map(catalogue)
                            .flatMap(Optional::stream)
                            .map(dish -> judge(dish, profile, course.course(), menu))
                            .anyMatch(Verdict.Offered.class::isInstance);
            if (any) {
                needed.add(course.course());
            }
        }
        return needed;
    }

    /**
     * Whether a dish may stand before a patient of whom nothing is known: each of the fourteen
     * allergens is free, it suits every diet, all of its food can be pureed (IDDSI 4) and all of
     * its liquid served at every level of drink.
     */
    public static boolean safeForAll(Dish dish) {
        boolean free =
                EnumSet.allOf(Allergen.class).stream()
                        .allMatch(allergen -> dish.status(allergen) == AllergenStatus.FREE);
        boolean suits = EnumSet.allOf(Diet.class).stream().allMatch(diet -> suits(dish, diet));
        boolean pureed = dish.textures().isEmpty() || dish.textures().contains(FoodTexture.PUREED);
        boolean thickened =
                dish.thicknesses().isEmpty()
                        || dish.thicknesses().containsAll(EnumSet.allOf(DrinkThickness.class));
        boolean known = !dish.textures().isEmpty() || !dish.thicknesses().isEmpty();
        return free && suits && pureed && thickened && known;
    }

    /** A course's dishes in the order in which a default is looked for, each once. */
    static List<DishId> candidates(ServiceMenu.CourseMenu course) {
        List<DishId> all = new ArrayList<>();
        course.byDefault().ifPresent(all::add);
        all.addAll(course.dishes());
        all.addAll(course.replacements());
        return all.stream().distinct().toList();
    }

    static Optional<Refusal> fasting(FoodProfile profile, ServiceMenu menu) {
        return profile.fasting()
                .filter(fasting -> fasting.at(menu.served()))
                .map(_ -> Refusal.of(Code.FASTING));
    }

    private static boolean onTheMenu(DishId dish, Course course, ServiceMenu menu) {
        return menu.courses().stream()
                .filter(offered -> offered.course() == course)
                .anyMatch(offered -> candidates(offered).contains(dish));
    }

    private static void allergens(Dish dish, FoodProfile profile, List<Refusal> reasons) {
        Set<Allergen> forbidden = new TreeSet<>(profile.allergies());
        if (profile.diets().contains(Diet.GLUTEN_FREE)) {
            forbidden.add(Allergen.GLUTEN);
        }
        for (Allergen allergen : forbidden) {
            switch (dish.status(allergen)) {
                case CONTAINS -> reasons.add(Refusal.of(Code.ALLERGEN_CONTAINED, allergen));
                case MAY_CONTAIN -> reasons.add(Refusal.of(Code.ALLERGEN_POSSIBLE, allergen));
                case UNKNOWN -> reasons.add(Refusal.of(Code.ALLERGEN_UNKNOWN, allergen));
                case FREE -> {}
            }
        }
    }

    private static void swallowing(
            Dish dish, FoodProfile profile, Course course, List<Refusal> reasons) {
        boolean flows = !dish.thicknesses().isEmpty() || course == Course.DRINK;
        boolean chewed = !dish.textures().isEmpty() || !flows;
        if (chewed && Served.texture(dish, profile).isEmpty()) {
            reasons.add(Refusal.of(Code.TEXTURE, Served.needed(profile)));
        }
        if (flows && Served.thickness(dish, profile).isEmpty()) {
            reasons.add(Refusal.of(Code.THICKNESS, Served.neededToDrink(profile)));
        }
    }

    private static boolean suits(Dish dish, Diet diet) {
        Set<Allergen> contradicting =
                switch (diet) {
                    case VEGETARIAN -> NOT_VEGETARIAN;
                    case VEGAN -> NOT_VEGAN;
                    case LOW_SALT,
                            DIABETIC,
                            LOW_RESIDUE,
                            LOW_FAT,
                            LOW_POTASSIUM,
                            LOW_PROTEIN,
                            HIGH_PROTEIN,
                            LOW_CALORIE,
                            GLUTEN_FREE,
                            LACTOSE_FREE,
                            NO_PORK ->
                            Set.of();
                };
        return dish.suits().contains(diet)
                && contradicting.stream()
                        .noneMatch(animal -> dish.status(animal) == AllergenStatus.CONTAINS);
    }

    private static void limits(
            List<Nutrition> portions, FoodProfile profile, List<Refusal> reasons) {
        // Tenths of a gram: a sum of doubles would depend on the order of the dishes.
        long tenths = portions.stream().mapToLong(MealRule::carbohydrateTenths).sum();
        long fluid = portions.stream().mapToLong(Nutrition::fluid).sum();
        profile.carbohydrateLimit()
                .filter(limit -> tenths > limit * 10L)
                .ifPresent(limit -> reasons.add(Refusal.of(Code.CARBOHYDRATE_LIMIT, limit)));
        profile.fluidLimit()
                .filter(limit -> fluid > limit)
                .ifPresent(limit -> reasons.add(Refusal.of(Code.FLUID_LIMIT, limit)));
    }

    static long carbohydrateTenths(Nutrition portion) {
        return Math.round(portion.carbohydrate() * 10);
    }

    private static void aversions(Dish dish, FoodProfile profile, List<Refusal> reasons) {
        if (profile.aversions().isEmpty()) {
            return;
        }
        Set<String> ingredients = new TreeSet<>();
        dish.ingredients().forEach(ingredient -> ingredients.add(Word.of(ingredient)));
        for (String aversion : new TreeSet<>(profile.aversions())) {
            if (ingredients.contains(Word.of(aversion))) {
                reasons.add(Refusal.of(Code.AVERSION, aversion));
            }
        }
    }

    private static Verdict verdict(List<Refusal> reasons) {
        return reasons.isEmpty() ? new Verdict.Offered() : new Verdict.Refused(ordered(reasons));
    }

    /** Each reason once, the gravest first. */
    static List<Refusal> ordered(List<Refusal> reasons) {
        return reasons.stream().distinct().sorted(GRAVEST_FIRST).toList();
    }
}
