package chevet.model.meal;

import static chevet.model.meal.Written.catalogue;
import static chevet.model.meal.Written.course;
import static chevet.model.meal.Written.dish;
import static chevet.model.meal.Written.menu;
import static chevet.model.meal.Written.profile;
import static chevet.model.meal.Written.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefaultTrayTest {
    private static final ServiceMenu MENU =
            menu(
                    course(Course.STARTER, "salad|soup,salad|carrots"),
                    course(Course.MAIN, "fish|stew,fish|rice"),
                    course(Course.DESSERT, "|cake,flan|apple"));
    private static final Function<DishId, Optional<Dish>> CATALOGUE =
            catalogue(
                    dish("soup", "food= drink=01234 fluid=200 carb=12"),
                    dish("salad", "contains=MUSTARD carb=4 food=7"),
                    dish("carrots", "carb=8"),
                    dish("fish", "contains=FISH carb=40"),
                    dish("stew", "contains=CELERY carb=45 fluid=50"),
                    dish("rice", "carb=20"),
                    dish("cake", "contains=GLUTEN carb=30 food=67"),
                    dish("flan", "contains=MILK carb=25"),
                    dish("apple", "carb=14"));

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # the default, then what is proposed in order, then the replacements
                    food=7                        | salad fish cake
                    allergies=FISH                | salad stew cake
                    allergies=FISH,CELERY         | salad rice cake
                    allergies=MUSTARD,GLUTEN      | soup fish flan
                    food=4                        | soup fish flan
                    unconfirmed=1                 | soup rice apple
                    # limits over the whole tray: the last course gives way first
                    carb=74                       | salad fish cake
                    carb=73                       | salad fish flan
                    carb=60                       | salad fish apple
                    carb=57                       | salad rice cake
                    carb=38                       | salad rice apple
                    allergies=MUSTARD fluid=200 diets=VEGETARIAN | soup rice cake
                    """)
    void takesTheFirstThatPassesInEachCourse(String profile, String expected) {
        assertThat(DefaultTray.of(MENU, CATALOGUE, profile(profile)))
                .isInstanceOfSatisfying(
                        DefaultTray.Fits.class,
                        fits -> {
                            assertThat(fits.dishes().values().stream().map(DishId::value))
                                    .containsExactly(expected.split(" "));
                            assertThat(fits.without()).isEmpty();
                        });
    }

    @Test
    void aCourseInWhichNothingFitsIsLeftOutAndSaid() {
        ServiceMenu menu =
                menu(course(Course.MAIN, "|rice|"), course(Course.DESSERT, "cake|cake|flan"));
        assertThat(DefaultTray.of(menu, CATALOGUE, profile("allergies=MILK diets=GLUTEN_FREE")))
                .isInstanceOfSatisfying(
                        DefaultTray.Fits.class,
                        fits -> {
                            assertThat(fits.dishes()).containsOnlyKeys(Course.MAIN);
                            assertThat(fits.without()).containsOnlyKeys(Course.DESSERT);
                            assertThat(fits.without().values().stream().map(Written::told))
                                    .containsExactly(
                                            "ALLERGEN_CONTAINED:GLUTEN ALLERGEN_CONTAINED:MILK");
                        });
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    fasting=06:00..                     | FASTING
                    dislikes=riz allergies=FISH,CELERY food=7 carb=10 | ALLERGEN_CONTAINED:FISH ALLERGEN_CONTAINED:CELERY CARBOHYDRATE_LIMIT:10
                    carb=37                             | CARBOHYDRATE_LIMIT:37
                    """)
    void whereNoMealFitsTheReasonsAreTold(String profile, String expected) {
        assertThat(DefaultTray.of(MENU, CATALOGUE, profile(profile)))
                .isInstanceOfSatisfying(
                        DefaultTray.NothingFits.class,
                        nothing ->
                                assertThat(told(nothing.reasons()))
                                        .startsWith(expected.split(" ")[0])
                                        .contains(expected.split(" ")));
    }

    @Test
    void aDishThatTheCatalogueDoesNotKnowIsPassedOver() {
        ServiceMenu menu = menu(course(Course.MAIN, "gone|gone,rice|"));
        assertThat(DefaultTray.of(menu, CATALOGUE, profile("")))
                .isInstanceOfSatisfying(
                        DefaultTray.Fits.class,
                        fits ->
                                assertThat(fits.dishes())
                                        .containsEntry(Course.MAIN, new DishId("rice")));
    }
}
