package chevet.model.meal;

import static chevet.model.meal.Written.catalogue;
import static chevet.model.meal.Written.course;
import static chevet.model.meal.Written.dish;
import static chevet.model.meal.Written.menu;
import static chevet.model.meal.Written.profile;
import static chevet.model.meal.Written.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rule as a table: a dish, a patient, and what the patient is told. */
class MealRuleTest {
    private static final ServiceMenu MENU =
            menu(
                    course(Course.STARTER, "soup|soup|"),
                    course(Course.MAIN, "fish|fish,stew|rice"),
                    course(Course.DESSERT, "cake|cake|apple"));
    private static final Function<DishId, Optional<Dish>> CATALOGUE =
            catalogue(
                    dish("soup", "food= drink=01234 fluid=200 carb=12"),
                    dish("fish", "contains=FISH,MILK carb=40"),
                    dish("stew", "contains=CELERY carb=45 unsuited=VEGAN,VEGETARIAN"),
                    dish("rice", "carb=50"),
                    dish("cake", "contains=GLUTEN,EGGS may=NUTS carb=30 food=7"),
                    dish("apple", "carb=14"),
                    dish("elsewhere", ""));

    @ParameterizedTest(name = "{0} | {1} -> {2}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    # nothing restricts
                    contains=MILK unsuited=VEGAN   | food=7                       | offered
                    # allergens: contained, possible, unknown, unsaid
                    contains=MILK                  | allergies=MILK               | ALLERGEN_CONTAINED:MILK
                    may=NUTS                       | allergies=NUTS               | ALLERGEN_POSSIBLE:NUTS
                    unknown=SESAME                 | allergies=SESAME             | ALLERGEN_UNKNOWN:SESAME
                    unsaid=LUPIN                   | allergies=LUPIN              | ALLERGEN_UNKNOWN:LUPIN
                    unknown=SESAME                 | allergies=MILK               | offered
                    contains=MILK                  | allergies=EGGS,FISH          | offered
                    may=MILK contains=EGGS,GLUTEN  | allergies=MILK,EGGS,GLUTEN   | ALLERGEN_CONTAINED:GLUTEN ALLERGEN_CONTAINED:EGGS ALLERGEN_POSSIBLE:MILK
                    # a coeliac: the diet and the allergen both, whatever the recipe says it suits
                    contains=GLUTEN unsuited=GLUTEN_FREE | diets=GLUTEN_FREE      | ALLERGEN_CONTAINED:GLUTEN DIET:GLUTEN_FREE
                    contains=GLUTEN                | diets=GLUTEN_FREE            | ALLERGEN_CONTAINED:GLUTEN
                    may=GLUTEN                     | diets=GLUTEN_FREE            | ALLERGEN_POSSIBLE:GLUTEN
                    unsaid=GLUTEN                  | diets=GLUTEN_FREE            | ALLERGEN_UNKNOWN:GLUTEN
                    unsuited=GLUTEN_FREE           | diets=GLUTEN_FREE            | DIET:GLUTEN_FREE
                    # delactosed milk is still milk
                    contains=MILK                  | diets=LACTOSE_FREE           | offered
                    contains=MILK                  | diets=LACTOSE_FREE allergies=MILK | ALLERGEN_CONTAINED:MILK
                    # several diets at once, and a recipe that contradicts itself
                    unsuited=LOW_SALT,DIABETIC     | diets=DIABETIC,LOW_SALT,NO_PORK | DIET:LOW_SALT DIET:DIABETIC
                    contains=EGGS                  | diets=VEGAN                  | DIET:VEGAN
                    contains=EGGS                  | diets=VEGETARIAN             | offered
                    contains=FISH                  | diets=VEGETARIAN             | DIET:VEGETARIAN
                    may=MILK                       | diets=VEGAN                  | offered
                    # food by IDDSI: the level or one below, never above
                    food=7                         | food=5                       | TEXTURE:MINCED_AND_MOIST
                    food=67                        | food=5                       | TEXTURE:MINCED_AND_MOIST
                    food=57                        | food=5                       | offered
                    food=4                         | food=5                       | offered
                    food=4                         | food=7                       | offered
                    food=4567                      | food=3                       | TEXTURE:LIQUIDISED
                    food=34                        | food=3                       | offered
                    # liquidised food flows like a drink of level 3
                    food=3                         | food=4                       | offered
                    food=3                         | food=4 drink=3               | offered
                    food=3                         | food=4 drink=4               | TEXTURE:PUREED
                    food=3                         | food=4 drink=2               | TEXTURE:PUREED
                    food=3                         | food=3 drink=2               | offered
                    # what flows is judged by thickness, a soup too, and exactly
                    food= drink=0                  | drink=2                      | THICKNESS:MILDLY_THICK
                    food= drink=03                 | drink=2                      | THICKNESS:MILDLY_THICK
                    food= drink=024                | drink=2                      | offered
                    food= drink=2                  | food=4                       | offered
                    # both at once: soup with pasta
                    food=7 drink=0                 | food=6                       | TEXTURE:SOFT_AND_BITE_SIZED
                    food=67 drink=0                | food=6 drink=1               | THICKNESS:SLIGHTLY_THICK
                    food=7 drink=0                 | food=5 drink=1               | TEXTURE:MINCED_AND_MOIST THICKNESS:SLIGHTLY_THICK
                    food=                          | food=7                       | TEXTURE:REGULAR
                    # fasting counts when the trays go out, at 17:30
                    food=7                         | fasting=16:00..              | FASTING
                    food=7                         | fasting=17:30..18:00         | FASTING
                    food=7                         | fasting=06:00..17:30         | offered
                    food=7                         | fasting=17:31..              | offered
                    contains=MILK                  | fasting=16:00.. allergies=MILK | FASTING ALLERGEN_CONTAINED:MILK
                    # limits of one meal that one dish alone exceeds
                    carb=60                        | carb=60                      | offered
                    carb=60.1                      | carb=60                      | CARBOHYDRATE_LIMIT:60
                    food= drink=0 fluid=201        | fluid=200                    | FLUID_LIMIT:200
                    food= drink=0 fluid=200        | fluid=200                    | offered
                    # aversions without case, accents, ligatures and plural
                    of=épinard,crème               | dislikes=Epinards            | AVERSION:Epinards
                    of=œuf                         | dislikes=oeufs               | AVERSION:oeufs
                    of=haricot_vert                | dislikes=HARICOTS_VERTS      | AVERSION:HARICOTS VERTS
                    of=pomme_de_terre              | dislikes=pomme               | offered
                    of=poivre                      | dislikes=poivron             | offered
                    of=chou-fleur                  | dislikes=choux_fleurs        | AVERSION:choux fleurs
                    of=poisson,colin               | dislikes=colin,poisson       | AVERSION:colin AVERSION:poisson
                    # nobody has confirmed: only what is safe for all
                    food=34567                     | unconfirmed=1                | offered
                    contains=LUPIN                 | unconfirmed=1                | PROFILE_UNCONFIRMED
                    may=LUPIN                      | unconfirmed=1                | PROFILE_UNCONFIRMED
                    unsaid=LUPIN                   | unconfirmed=1                | PROFILE_UNCONFIRMED
                    unsuited=NO_PORK               | unconfirmed=1                | PROFILE_UNCONFIRMED
                    food=567                       | unconfirmed=1                | TEXTURE:PUREED PROFILE_UNCONFIRMED
                    food= drink=01234              | unconfirmed=1                | offered
                    food= drink=0                  | unconfirmed=1                | THICKNESS:EXTREMELY_THICK PROFILE_UNCONFIRMED
                    food= drink=04                 | unconfirmed=1                | PROFILE_UNCONFIRMED
                    contains=EGGS                  | unconfirmed=1 allergies=EGGS | ALLERGEN_CONTAINED:EGGS PROFILE_UNCONFIRMED
                    # every reason, the gravest first
                    contains=MILK may=NUTS unsaid=FISH food=7 unsuited=LOW_SALT carb=90 fluid=9 of=chou | allergies=NUTS,MILK,FISH food=4 diets=LOW_SALT fasting=06:00.. carb=60 fluid=8 dislikes=chou | FASTING ALLERGEN_CONTAINED:MILK ALLERGEN_POSSIBLE:NUTS ALLERGEN_UNKNOWN:FISH TEXTURE:PUREED DIET:LOW_SALT CARBOHYDRATE_LIMIT:60 FLUID_LIMIT:8 AVERSION:chou
                    """)
    void aDishIsOfferedOrRefusedWithEveryReason(String dish, String profile, String expected) {
        Verdict verdict = MealRule.judge(dish("d", dish), profile(profile), Course.MAIN, MENU);
        assertThat(told(verdict)).isEqualTo(expected);
    }

    @Test
    void aDrinkWithoutAThicknessIsNoDrink() {
        Verdict verdict = MealRule.judge(dish("d", "food=7"), profile(""), Course.DRINK, MENU);
        assertThat(told(verdict)).isEqualTo("THICKNESS:THIN");
    }

    @ParameterizedTest(name = "{0} for {1} -> {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    soup  fish  apple     | food=7              | offered
                    -     rice  -         | food=7              | offered
                    -     -     -         | food=7              | offered
                    -     -     -         | fasting=06:00..     | FASTING
                    soup  fish  apple     | fasting=06:00..     | FASTING
                    soup  fish  cake      | allergies=MILK,EGGS | ALLERGEN_CONTAINED:MILK ALLERGEN_CONTAINED:EGGS
                    -     soup  -         | food=7              | NOT_ON_THE_MENU:soup
                    -     elsewhere -     | food=7              | NOT_ON_THE_MENU:elsewhere
                    -     nowhere -       | food=7              | NOT_ON_THE_MENU:nowhere
                    soup  stew  cake      | carb=87             | offered
                    soup  stew  cake      | carb=86             | CARBOHYDRATE_LIMIT:86
                    soup  stew  -         | fluid=199           | FLUID_LIMIT:199
                    """)
    void aTrayIsJudgedDishByDishAndAsAWhole(String dishes, String profile, String expected) {
        Verdict verdict = MealRule.judgeTray(tray(dishes), CATALOGUE, profile(profile), MENU);
        assertThat(told(verdict)).isEqualTo(expected);
    }

    @Test
    void aCourseThatTheServiceDoesNotHaveIsNotOnTheMenu() {
        Verdict verdict =
                MealRule.judgeTray(
                        Map.of(Course.BREAD, new DishId("rice")), CATALOGUE, profile(""), MENU);
        assertThat(told(verdict)).isEqualTo("NOT_ON_THE_MENU:rice");
    }

    @Test
    void eachDishOfATrayHasItsOwnVerdict() {
        Map<Course, Verdict> verdicts =
                MealRule.judgeEach(
                        tray("soup fish cake"), CATALOGUE, profile("allergies=MILK"), MENU);
        assertThat(verdicts.keySet()).containsExactly(Course.STARTER, Course.MAIN, Course.DESSERT);
        assertThat(verdicts.values().stream().map(Written::told))
                .containsExactly("offered", "ALLERGEN_CONTAINED:MILK", "offered");
    }

    @Test
    void aCourseInWhichNothingFitsIsNotAskedFor() {
        assertThat(MealRule.needed(MENU, CATALOGUE, profile("")))
                .containsExactly(Course.STARTER, Course.MAIN, Course.DESSERT);
        assertThat(MealRule.needed(MENU, CATALOGUE, profile("fluid=100")))
                .containsExactly(Course.MAIN, Course.DESSERT);
        assertThat(MealRule.needed(MENU, CATALOGUE, profile("fasting=06:00.."))).isEmpty();
    }

    @Test
    void tenthsOfAGramAddUpExactly() {
        Function<DishId, Optional<Dish>> tenths =
                catalogue(
                        dish("soup", "carb=0.1"),
                        dish("rice", "carb=0.2"),
                        dish("cake", "carb=0.7"));
        Verdict verdict =
                MealRule.judgeTray(tray("soup rice cake"), tenths, profile("carb=1"), MENU);
        assertThat(told(verdict)).isEqualTo("offered");
    }

    @Test
    void whatIsHealthDataPrintsNothingOfIt() {
        FoodProfile profile = profile("allergies=MILK diets=VEGAN dislikes=chou");
        Verdict refused = MealRule.judge(dish("d", "contains=MILK"), profile, Course.MAIN, MENU);
        Tray tray =
                new Tray(
                        MENU.key(),
                        Tray.State.HELD,
                        tray("soup fish cake"),
                        Optional.of(Tray.ChosenBy.PATIENT),
                        Written.OPENS,
                        ((Verdict.Refused) refused).reasons());
        assertThat(
                        profile
                                + " "
                                + refused
                                + tray
                                + tray.held()
                                + new ChooseTray(MENU.key(), tray("soup fish cake"))
                                + DefaultTray.of(MENU, CATALOGUE, profile)
                                + Repeat.of(tray.dishes(), MENU, CATALOGUE, profile))
                .doesNotContainIgnoringCase("milk")
                .doesNotContainIgnoringCase("vegan")
                .doesNotContain("chou", "fish", "HELD", "PATIENT", "ALLERGEN");
    }

    /** Starter, main and dessert; {@code -} where there is none. */
    private static Map<Course, DishId> tray(String dishes) {
        Course[] courses = {Course.STARTER, Course.MAIN, Course.DESSERT};
        String[] ids = dishes.strip().split(" +");
        Map<Course, DishId> tray = new EnumMap<>(Course.class);
        for (int i = 0; i < ids.length; i++) {
            if (!ids[i].equals("-")) {
                tray.put(courses[i], new DishId(ids[i]));
            }
        }
        return tray;
    }
}
