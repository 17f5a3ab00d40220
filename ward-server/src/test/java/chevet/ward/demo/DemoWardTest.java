package chevet.ward.demo;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.meal.Allergen;
import chevet.model.meal.AllergenStatus;
import chevet.model.meal.Course;
import chevet.model.meal.DefaultTray;
import chevet.model.meal.Diet;
import chevet.model.meal.Dish;
import chevet.model.meal.DishId;
import chevet.model.meal.FoodProfile;
import chevet.model.meal.MealRule;
import chevet.model.meal.MealService;
import chevet.model.meal.Nutrition;
import chevet.model.meal.ServiceMenu;
import chevet.model.meal.Verdict;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The demo ward's files agree with each other, with what food is made of, and with the rule. */
class DemoWardTest {
    @Test
    void thereAreThirtyBedsAndTwentyFourPatientsInDifferentOnes() {
        assertThat(DemoFiles.WARD.wards()).hasSize(1);
        Set<String> beds =
                DemoFiles.WARD.wards().getFirst().beds().stream()
                        .map(bed -> bed.bed().value())
                        .collect(toSet());
        assertThat(beds).hasSize(30);
        assertThat(DemoFiles.rows("patients.csv")).hasSize(24);
        assertThat(DemoFiles.PATIENTS).hasSize(24);
        assertThat(beds).containsAll(DemoFiles.PATIENTS.keySet());
        assertThat(DemoFiles.PATIENTS.values())
                .filteredOn(profile -> !profile.confirmed())
                .hasSize(2);
    }

    @Test
    void noPatientHasMoreThanAnInitial() {
        assertThat(DemoFiles.rows("patients.csv"))
                .allSatisfy(row -> assertThat(row.get("name")).matches("[A-Z]\\."));
    }

    @Test
    void fourteenDaysHaveAllFourServices() {
        assertThat(DemoFiles.MENUS).hasSize(14 * MealService.values().length);
        assertThat(DemoFiles.MENUS.stream().map(ServiceMenu::key).distinct())
                .hasSize(DemoFiles.MENUS.size());
    }

    @Test
    void lunchAndDinnerAreChosenInSixTaps() {
        assertThat(DemoFiles.MENUS)
                .allSatisfy(menu -> assertThat(menu.courses()).hasSizeBetween(2, 4));
    }

    @Test
    void everyDishOfTheCycleIsInTheCatalogueAndEveryDishIsServedSomeDay() {
        Set<DishId> served =
                DemoFiles.MENUS.stream()
                        .flatMap(menu -> menu.courses().stream())
                        .flatMap(course -> all(course).stream())
                        .collect(toSet());
        assertThat(served).containsExactlyInAnyOrderElementsOf(DemoFiles.DISHES.keySet());
        assertThat(DemoFiles.DISHES).hasSizeGreaterThanOrEqualTo(120);
    }

    @Test
    void everyDishHasItsNameInThreeLanguages() {
        assertThat(DemoFiles.DISHES.values())
                .allSatisfy(
                        dish -> {
                            assertThat(dish.name().fr()).isNotBlank();
                            assertThat(dish.name().en()).isPresent();
                            assertThat(dish.name().ar().orElse("")).matches(".*\\p{IsArabic}.*");
                            assertThat(dish.detail().en().isPresent())
                                    .isEqualTo(!dish.detail().fr().isBlank());
                            assertThat(dish.detail().ar().isPresent())
                                    .isEqualTo(!dish.detail().fr().isBlank());
                        });
        assertThat(DemoFiles.DISHES.values().stream().map(dish -> dish.name().fr()))
                .doesNotHaveDuplicates();
    }

    @Test
    void energyIsWhatProteinCarbohydrateAndFatGive() {
        // Regulation (EU) No 1169/2011, annex XIV: 4, 4 and 9 kcal a gram; fibre, acids and alcohol
        // make the rest.
        assertThat(DemoFiles.DISHES.values())
                .allSatisfy(
                        dish -> {
                            Nutrition p = dish.portion();
                            double energy = 4 * p.protein() + 4 * p.carbohydrate() + 9 * p.fat();
                            assertThat(p.energy())
                                    .as(dish.id().value())
                                    .isBetween(energy * 0.9 - 5, energy * 1.12 + 25);
                        });
    }

    /** What is in an ingredient cannot be free in a dish that is made of it. */
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    pain, GLUTEN
                    biscotte, GLUTEN
                    blé, GLUTEN
                    pâtes, GLUTEN
                    semoule, GLUTEN
                    biscuit, GLUTEN
                    lait, MILK
                    crème, MILK
                    beurre, MILK
                    fromage, MILK
                    yaourt, MILK
                    petit-suisse, MILK
                    fromage blanc, MILK
                    œuf, EGGS
                    mayonnaise, EGGS
                    mayonnaise, MUSTARD
                    moutarde, MUSTARD
                    moutarde, SULPHITES
                    vin blanc, SULPHITES
                    vin rouge, SULPHITES
                    céleri, CELERY
                    céleri-rave, CELERY
                    bouillon, CELERY
                    poisson, FISH
                    surimi, CRUSTACEANS
                    surimi, EGGS
                    surimi, GLUTEN
                    crevette, CRUSTACEANS
                    crevette, SULPHITES
                    moule, MOLLUSCS
                    soja, SOYBEANS
                    tofu, SOYBEANS
                    sésame, SESAME
                    amande, NUTS
                    """)
    void whatAnIngredientHoldsTheDishHolds(String ingredient, Allergen allergen) {
        List<Dish> made =
                DemoFiles.DISHES.values().stream()
                        .filter(dish -> dish.ingredients().contains(ingredient))
                        .filter(dish -> !dish.id().value().equals("pain-sans-gluten"))
                        .toList();
        assertThat(made).as("dishes of " + ingredient).isNotEmpty();
        assertThat(made)
                .allSatisfy(
                        dish ->
                                assertThat(dish.status(allergen))
                                        .as(dish.id().value())
                                        .isEqualTo(AllergenStatus.CONTAINS));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    porc, NO_PORK
                    porc, VEGETARIAN
                    viande, VEGETARIAN
                    poisson, VEGETARIAN
                    crevette, VEGETARIAN
                    œuf, VEGAN
                    lait, VEGAN
                    beurre, VEGAN
                    fromage, VEGAN
                    lait, LACTOSE_FREE
                    crème, LACTOSE_FREE
                    beurre, LACTOSE_FREE
                    lentille, LOW_RESIDUE
                    épinard, LOW_RESIDUE
                    chocolat, DIABETIC
                    """)
    void whatAnIngredientForbidsTheDishDoesNotSuit(String ingredient, Diet diet) {
        assertThat(DemoFiles.DISHES.values())
                .filteredOn(dish -> dish.ingredients().contains(ingredient))
                .isNotEmpty()
                .allSatisfy(
                        dish ->
                                assertThat(dish.suits())
                                        .as(dish.id().value())
                                        .doesNotContain(diet));
    }

    @Test
    void aDishSuitsWithoutGlutenExactlyWhenGlutenIsFree() {
        assertThat(DemoFiles.DISHES.values())
                .allSatisfy(
                        dish ->
                                assertThat(dish.suits().contains(Diet.GLUTEN_FREE))
                                        .as(dish.id().value())
                                        .isEqualTo(
                                                dish.status(Allergen.GLUTEN)
                                                        == AllergenStatus.FREE));
    }

    @Test
    void someRecipesDoNotKnowAllTheirAllergens() {
        assertThat(DemoFiles.DISHES.values())
                .filteredOn(
                        dish ->
                                EnumSet.allOf(Allergen.class).stream()
                                        .anyMatch(a -> dish.status(a) == AllergenStatus.UNKNOWN))
                .hasSizeBetween(4, 12);
    }

    @Test
    void everyCourseHasSomethingSafeForAll() {
        for (ServiceMenu menu : DemoFiles.MENUS) {
            for (ServiceMenu.CourseMenu course : menu.courses()) {
                assertThat(dishes(course))
                        .as(menu.key() + " " + course.course())
                        .anyMatch(MealRule::safeForAll);
            }
        }
    }

    @Test
    void everyPatientWhoEatsHasAWholeTrayAtEveryService() {
        eachMeal(
                (meal, profile, menu) -> {
                    DefaultTray tray = DefaultTray.of(menu, DemoFiles::find, profile);
                    assertThat(tray)
                            .as(meal)
                            .isInstanceOfSatisfying(
                                    DefaultTray.Fits.class,
                                    fits ->
                                            assertThat(fits.dishes())
                                                    .as(meal)
                                                    .hasSameSizeAs(menu.courses()));
                });
    }

    @Test
    void whoIsConfirmedHasTwoMainDishesToChooseFrom() {
        eachMeal(
                (meal, profile, menu) -> {
                    if (profile.confirmed()) {
                        menu.courses().stream()
                                .filter(course -> course.course() == Course.MAIN)
                                .forEach(
                                        course ->
                                                assertThat(offered(course, profile, menu))
                                                        .as(meal)
                                                        .hasSizeGreaterThanOrEqualTo(2));
                    }
                });
    }

    @Test
    void whoIsNotConfirmedIsOfferedTheTwoMainDishesThatAreSafeForAll() {
        eachMeal(
                (meal, profile, menu) ->
                        menu.courses().stream()
                                .filter(course -> course.course() == Course.MAIN)
                                .filter(_ -> !profile.confirmed())
                                .forEach(
                                        course ->
                                                assertThat(offered(course, profile, menu))
                                                        .as(meal)
                                                        .hasSize(2)
                                                        .allMatch(MealRule::safeForAll)));
    }

    @Test
    void dinnerIsChosenUntilTwoInTheAfternoonOnAnyOfFourDays() {
        assertThat(DemoFiles.MENUS)
                .filteredOn(menu -> menu.key().service() == MealService.DINNER)
                .allSatisfy(
                        menu -> {
                            assertThat(
                                            menu.cutOff()
                                                    .atZone(DemoFiles.WARD.zone())
                                                    .toLocalDateTime())
                                    .isEqualTo(menu.key().date().atTime(14, 0));
                            assertThat(menu.opens().atZone(DemoFiles.WARD.zone()).toLocalDate())
                                    .isEqualTo(menu.key().date().minusDays(3));
                        });
    }

    private interface Meal {
        void eat(String name, FoodProfile profile, ServiceMenu menu);
    }

    /** Each service of each patient who does not fast then. */
    private static void eachMeal(Meal meal) {
        DemoFiles.PATIENTS.forEach(
                (bed, profile) ->
                        DemoFiles.MENUS.stream()
                                .filter(menu -> !fasts(profile, menu))
                                .forEach(menu -> meal.eat(bed + " " + menu.key(), profile, menu)));
    }

    private static boolean fasts(FoodProfile profile, ServiceMenu menu) {
        return profile.fasting().map(fasting -> fasting.at(menu.served())).orElse(false);
    }

    private static Set<Dish> offered(
            ServiceMenu.CourseMenu course, FoodProfile profile, ServiceMenu menu) {
        return dishes(course).stream()
                .filter(
                        dish ->
                                MealRule.judge(dish, profile, course.course(), menu)
                                        instanceof Verdict.Offered)
                .collect(toSet());
    }

    private static Set<Dish> dishes(ServiceMenu.CourseMenu course) {
        return all(course).stream().map(DemoFiles::dish).collect(toSet());
    }

    private static Set<DishId> all(ServiceMenu.CourseMenu course) {
        Set<DishId> all = new HashSet<>(course.dishes());
        all.addAll(course.replacements());
        course.byDefault().ifPresent(all::add);
        return all;
    }
}
