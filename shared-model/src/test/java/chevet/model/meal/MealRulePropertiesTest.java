package chevet.model.meal;

import static chevet.model.meal.Written.menu;
import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.text.Texts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/**
 * What holds for every dish and every patient, tried on generated ones; a failure names its seed.
 */
class MealRulePropertiesTest {
    private static final int WARDS = 400;
    private static final String[] WORDS = {"poisson", "épinards", "Chou", "œuf", "riz", "pomme"};

    @Test
    void oneRestrictionMoreNeverOffersWhatWasRefused() {
        everywhere(
                (ward, random) -> {
                    FoodProfile stricter = ward.stricter(random);
                    ward.eachDish(
                            (course, dish) -> {
                                if (refused(dish, ward.profile, course, ward.menu)) {
                                    assertThat(refused(dish, stricter, course, ward.menu)).isTrue();
                                }
                            });
                });
    }

    @Test
    void oneRestrictionMoreKeepsEveryReasonThatThereWas() {
        everywhere(
                (ward, random) -> {
                    FoodProfile stricter = ward.withAllergyAndDiet(random);
                    ward.eachDish(
                            (course, dish) ->
                                    assertThat(reasons(dish, stricter, course, ward.menu))
                                            .containsAll(
                                                    reasons(
                                                            dish,
                                                            ward.profile,
                                                            course,
                                                            ward.menu)));
                });
    }

    @Test
    void onlyFreeIsOfferedToTheAllergic() {
        everywhere(
                (ward, _) ->
                        ward.eachDish(
                                (course, dish) -> {
                                    if (!refused(dish, ward.profile, course, ward.menu)) {
                                        for (Allergen allergen : ward.profile.allergies()) {
                                            assertThat(dish.status(allergen))
                                                    .isEqualTo(AllergenStatus.FREE);
                                        }
                                    }
                                }));
    }

    @Test
    void whatIsOfferedCanBeMade() {
        everywhere(
                (ward, _) ->
                        ward.eachDish(
                                (course, dish) -> {
                                    if (!refused(dish, ward.profile, course, ward.menu)) {
                                        Served served = Served.of(dish, ward.profile).orElseThrow();
                                        served.texture()
                                                .ifPresent(
                                                        made ->
                                                                assertThat(made.level())
                                                                        .isLessThanOrEqualTo(
                                                                                ward.profile
                                                                                        .texture()
                                                                                        .level()));
                                    }
                                }));
    }

    @Test
    void theUnconfirmedAreOfferedOnlyWhatEverybodyIs() {
        everywhere(
                (ward, _) ->
                        ward.eachDish(
                                (course, dish) -> {
                                    if (!refused(
                                            dish, FoodProfile.UNCONFIRMED, course, ward.menu)) {
                                        FoodProfile allergicToAllOnEveryDiet =
                                                Ward.strictest(FoodTexture.PUREED);
                                        assertThat(
                                                        refused(
                                                                dish,
                                                                allergicToAllOnEveryDiet,
                                                                course,
                                                                ward.menu))
                                                .isFalse();
                                    }
                                }));
    }

    @Test
    void aTrayThatTheDefaultFindsPassesTheRuleAndHoldsNothingRefused() {
        int[] found = new int[1];
        everywhere(
                (ward, _) -> {
                    if (DefaultTray.of(ward.menu, ward::find, ward.profile)
                            instanceof DefaultTray.Fits fits) {
                        found[0]++;
                        assertThat(
                                        MealRule.judgeTray(
                                                fits.dishes(), ward::find, ward.profile, ward.menu))
                                .isInstanceOf(Verdict.Offered.class);
                        fits.dishes()
                                .forEach(
                                        (course, id) ->
                                                assertThat(
                                                                refused(
                                                                        ward.find(id).orElseThrow(),
                                                                        ward.profile,
                                                                        course,
                                                                        ward.menu))
                                                        .isFalse());
                    }
                });
        assertThat(found[0]).as("wards in which a tray was found at all").isGreaterThan(WARDS / 10);
    }

    @Test
    void whereTheDefaultFindsNothingNoCombinationPasses() {
        int[] nothing = new int[1];
        everywhere(
                (ward, _) -> {
                    if (DefaultTray.of(ward.menu, ward::find, ward.profile)
                            instanceof DefaultTray.NothingFits none) {
                        nothing[0]++;
                        assertThat(none.reasons()).isNotEmpty();
                        Set<Course> wanted =
                                new HashSet<>(MealRule.needed(ward.menu, ward::find, ward.profile));
                        boolean any =
                                wanted.contains(Course.MAIN)
                                        && ward.combinations(wanted).stream()
                                                .anyMatch(
                                                        tray ->
                                                                MealRule.judgeTray(
                                                                                tray,
                                                                                ward::find,
                                                                                ward.profile,
                                                                                ward.menu)
                                                                        instanceof Verdict.Offered);
                        assertThat(any).isFalse();
                    }
                });
        assertThat(nothing[0]).as("wards in which nothing fitted").isGreaterThan(WARDS / 20);
    }

    @Test
    void anEarlierTrayIsNeverRepeatedAgainstTheRule() {
        everywhere(
                (ward, random) -> {
                    List<SortedMap<Course, DishId>> trays =
                            ward.combinations(EnumSet.allOf(Course.class));
                    Map<Course, DishId> earlier = trays.get(random.nextInt(trays.size()));
                    Repeat repeat = Repeat.of(earlier, ward.menu, ward::find, ward.profile);
                    assertThat(
                                    repeat.dishes().isEmpty()
                                            || MealRule.judgeTray(
                                                            repeat.dishes(),
                                                            ward::find,
                                                            ward.profile,
                                                            ward.menu)
                                                    instanceof Verdict.Offered)
                            .isTrue();
                    assertThat(Collections.disjoint(repeat.left(), repeat.dishes().keySet()))
                            .isTrue();
                });
    }

    @Test
    void theSameQuestionHasTheSameAnswerGravestReasonFirst() {
        everywhere(
                (ward, random) ->
                        ward.eachDish(
                                (course, dish) -> {
                                    List<Refusal> told =
                                            reasons(dish, ward.profile, course, ward.menu);
                                    assertThat(
                                                    reasons(
                                                            dish,
                                                            Ward.copy(ward.profile, random),
                                                            course,
                                                            ward.menu))
                                            .isEqualTo(told);
                                    assertThat(told.stream().map(Refusal::code)).isSorted();
                                    assertThat(told).doesNotHaveDuplicates();
                                }));
    }

    /** A generator that always refused would prove nothing. */
    @Test
    void theGeneratedWardsOfferAndRefuse() {
        int[] offered = new int[1];
        int[] refused = new int[1];
        everywhere(
                (ward, _) ->
                        ward.eachDish(
                                (course, dish) -> {
                                    int[] count =
                                            refused(dish, ward.profile, course, ward.menu)
                                                    ? refused
                                                    : offered;
                                    count[0]++;
                                }));
        assertThat(offered[0]).isGreaterThan(500);
        assertThat(refused[0]).isGreaterThan(500);
    }

    private static boolean refused(
            Dish dish, FoodProfile profile, Course course, ServiceMenu menu) {
        return MealRule.judge(dish, profile, course, menu) instanceof Verdict.Refused;
    }

    private static List<Refusal> reasons(
            Dish dish, FoodProfile profile, Course course, ServiceMenu menu) {
        return switch (MealRule.judge(dish, profile, course, menu)) {
            case Verdict.Offered _ -> List.of();
            case Verdict.Refused refused -> refused.reasons();
        };
    }

    private static void everywhere(BiConsumer<Ward, Random> property) {
        for (long seed = 0; seed < WARDS; seed++) {
            Random random = new Random(seed);
            Ward ward = new Ward(random);
            try {
                property.accept(ward, random);
            } catch (AssertionError e) {
                throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
            }
        }
    }

    /** A menu, its dishes and one patient. */
    private static final class Ward {
        private final Map<DishId, Dish> dishes = new HashMap<>();
        private final ServiceMenu menu;
        private final FoodProfile profile;

        Ward(Random random) {
            List<ServiceMenu.CourseMenu> courses = new ArrayList<>();
            for (Course course : List.of(Course.STARTER, Course.MAIN, Course.DESSERT)) {
                List<DishId> ids = new ArrayList<>();
                int count = 2 + random.nextInt(4);
                for (int i = 0; i < count; i++) {
                    Dish dish = dish(course + "-" + i, random);
                    dishes.put(dish.id(), dish);
                    ids.add(dish.id());
                }
                int split = 1 + random.nextInt(count);
                courses.add(
                        new ServiceMenu.CourseMenu(
                                course,
                                ids.subList(0, split),
                                ids.subList(split, count),
                                random.nextBoolean()
                                        ? Optional.of(ids.get(random.nextInt(count)))
                                        : Optional.empty()));
            }
            menu = menu(courses.toArray(ServiceMenu.CourseMenu[]::new));
            profile = profile(random);
        }

        Optional<Dish> find(DishId id) {
            return Optional.ofNullable(dishes.get(id));
        }

        void eachDish(BiConsumer<Course, Dish> visitor) {
            for (ServiceMenu.CourseMenu course : menu.courses()) {
                for (DishId id : MealRule.candidates(course)) {
                    visitor.accept(course.course(), dishes.get(id));
                }
            }
        }

        /** Every tray that has a dish in each of these courses. */
        List<SortedMap<Course, DishId>> combinations(Set<Course> wanted) {
            List<SortedMap<Course, DishId>> trays = new ArrayList<>();
            trays.add(new TreeMap<>());
            for (ServiceMenu.CourseMenu course : menu.courses()) {
                if (wanted.contains(course.course())) {
                    List<SortedMap<Course, DishId>> longer = new ArrayList<>();
                    for (SortedMap<Course, DishId> tray : trays) {
                        for (DishId id : MealRule.candidates(course)) {
                            SortedMap<Course, DishId> one = new TreeMap<>(tray);
                            one.put(course.course(), id);
                            longer.add(one);
                        }
                    }
                    trays = longer;
                }
            }
            return trays;
        }

        FoodProfile withAllergyAndDiet(Random random) {
            Set<Allergen> allergies = new HashSet<>(profile.allergies());
            allergies.add(any(random, Allergen.values()));
            Set<Diet> diets = new HashSet<>(profile.diets());
            diets.add(any(random, Diet.values()));
            return new FoodProfile(
                    profile.confirmed(),
                    diets,
                    allergies,
                    profile.texture(),
                    profile.thickness(),
                    profile.fasting(),
                    profile.aversions(),
                    profile.carbohydrateLimit(),
                    profile.fluidLimit());
        }

        /** More allergies, diets and aversions, lower limits, fasting, or no longer confirmed. */
        FoodProfile stricter(Random random) {
            FoodProfile more = withAllergyAndDiet(random);
            Set<String> aversions = new HashSet<>(more.aversions());
            aversions.add(any(random, WORDS));
            return new FoodProfile(
                    more.confirmed() && random.nextInt(6) != 0,
                    more.diets(),
                    more.allergies(),
                    more.texture(),
                    more.thickness(),
                    random.nextInt(6) == 0
                            ? Optional.of(new FoodProfile.Fasting(Written.OPENS, Optional.empty()))
                            : more.fasting(),
                    aversions,
                    more.carbohydrateLimit().map(limit -> limit / 2).or(() -> Optional.of(80)),
                    more.fluidLimit().map(limit -> limit / 2).or(() -> Optional.of(300)));
        }

        static FoodProfile strictest(FoodTexture texture) {
            return new FoodProfile(
                    true,
                    EnumSet.allOf(Diet.class),
                    EnumSet.allOf(Allergen.class),
                    texture,
                    DrinkThickness.EXTREMELY_THICK,
                    Optional.empty(),
                    Set.of(),
                    Optional.empty(),
                    Optional.empty());
        }

        /** The same profile put together in another order. */
        static FoodProfile copy(FoodProfile profile, Random random) {
            List<String> aversions = new ArrayList<>(profile.aversions());
            Collections.shuffle(aversions, random);
            return new FoodProfile(
                    profile.confirmed(),
                    Set.copyOf(new ArrayList<>(profile.diets()).reversed()),
                    Set.copyOf(new ArrayList<>(profile.allergies()).reversed()),
                    profile.texture(),
                    profile.thickness(),
                    profile.fasting(),
                    Set.copyOf(aversions),
                    profile.carbohydrateLimit(),
                    profile.fluidLimit());
        }

        private static Dish dish(String id, Random random) {
            Map<Allergen, AllergenStatus> allergens = new EnumMap<>(Allergen.class);
            boolean plain = random.nextInt(3) == 0;
            for (Allergen allergen : Allergen.values()) {
                int dice = plain ? 9 : random.nextInt(12);
                switch (dice) {
                    case 0 -> allergens.put(allergen, AllergenStatus.CONTAINS);
                    case 1 -> allergens.put(allergen, AllergenStatus.MAY_CONTAIN);
                    case 2 -> allergens.put(allergen, AllergenStatus.UNKNOWN);
                    case 3 -> {}
                    default -> allergens.put(allergen, AllergenStatus.FREE);
                }
            }
            int kind = random.nextInt(5);
            return new Dish(
                    new DishId(id),
                    Texts.french(id),
                    Texts.french(""),
                    allergens,
                    plain && random.nextBoolean()
                            ? EnumSet.allOf(Diet.class)
                            : some(random, Diet.class, 4, 5),
                    kind == 0
                            ? Set.of()
                            : plain
                                    ? EnumSet.allOf(FoodTexture.class)
                                    : some(random, FoodTexture.class, 3, 5),
                    kind > 1
                            ? Set.of()
                            : plain
                                    ? EnumSet.allOf(DrinkThickness.class)
                                    : some(random, DrinkThickness.class, 3, 5),
                    new Nutrition(
                            100,
                            5,
                            random.nextInt(600) / 10.0,
                            3,
                            Optional.empty(),
                            random.nextInt(3) == 0 ? random.nextInt(250) : 0),
                    some(random, 1, 4),
                    Optional.empty());
        }

        private static FoodProfile profile(Random random) {
            boolean easy = random.nextBoolean();
            return new FoodProfile(
                    random.nextInt(8) != 0,
                    some(random, Diet.class, 1, easy ? 20 : 6),
                    some(random, Allergen.class, 1, easy ? 20 : 8),
                    easy ? FoodTexture.REGULAR : any(random, FoodTexture.values()),
                    easy ? DrinkThickness.THIN : any(random, DrinkThickness.values()),
                    random.nextInt(15) == 0
                            ? Optional.of(new FoodProfile.Fasting(Written.OPENS, Optional.empty()))
                            : Optional.empty(),
                    some(random, 1, 12),
                    random.nextInt(3) == 0
                            ? Optional.of(20 + random.nextInt(100))
                            : Optional.empty(),
                    random.nextInt(4) == 0
                            ? Optional.of(50 + random.nextInt(400))
                            : Optional.empty());
        }

        private static <T> T any(Random random, T[] values) {
            return values[random.nextInt(values.length)];
        }

        private static <E extends Enum<E>> Set<E> some(
                Random random, Class<E> type, int of, int outOf) {
            Set<E> some = EnumSet.noneOf(type);
            for (E value : type.getEnumConstants()) {
                if (random.nextInt(outOf) < of) {
                    some.add(value);
                }
            }
            return some;
        }

        private static Set<String> some(Random random, int of, int outOf) {
            Set<String> some = new HashSet<>();
            for (String word : WORDS) {
                if (random.nextInt(outOf) < of) {
                    some.add(word);
                }
            }
            return some;
        }
    }
}
