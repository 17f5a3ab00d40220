package chevet.model.meal;

import static chevet.model.meal.Written.catalogue;
import static chevet.model.meal.Written.course;
import static chevet.model.meal.Written.dish;
import static chevet.model.meal.Written.menu;
import static chevet.model.meal.Written.profile;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class RepeatTest {
    private static final ServiceMenu TODAY =
            menu(
                    course(Course.STARTER, "soup|soup|"),
                    course(Course.MAIN, "stew|stew|rice"),
                    course(Course.DESSERT, "apple|apple,flan|"));
    private static final Function<DishId, Optional<Dish>> CATALOGUE =
            catalogue(
                    dish("soup", "food= drink=0 carb=10"),
                    dish("stew", "carb=40"),
                    dish("rice", "carb=50"),
                    dish("fish", "contains=FISH"),
                    dish("apple", "carb=15"),
                    dish("flan", "contains=MILK carb=25"));

    @Test
    void whatIsOnTheMenuAgainIsTakenAsItWas() {
        Repeat repeat = repeat("soup", "rice", "flan", "");
        assertThat(repeat.dishes()).isEqualTo(tray("soup", "rice", "flan"));
        assertThat(repeat.left()).isEmpty();
        assertThat(repeat.whole()).isTrue();
    }

    @Test
    void whatIsNotOnTodayOrNotOfferedAnyMoreIsLeftToChoose() {
        Repeat repeat = repeat("soup", "fish", "flan", "allergies=MILK");
        assertThat(repeat.dishes()).containsOnlyKeys(Course.STARTER);
        assertThat(repeat.left()).containsExactly(Course.MAIN, Course.DESSERT);
        assertThat(repeat.whole()).isFalse();
    }

    @Test
    void overALimitTogetherTheDessertIsLeftToChoose() {
        Repeat repeat = repeat("soup", "rice", "flan", "carb=80");
        assertThat(repeat.dishes()).containsOnlyKeys(Course.STARTER, Course.MAIN);
        assertThat(repeat.left()).containsExactly(Course.DESSERT);
    }

    @Test
    void whoFastsRepeatsNothing() {
        Repeat repeat = repeat("soup", "rice", "flan", "fasting=06:00..");
        assertThat(repeat.dishes()).isEmpty();
        assertThat(repeat.left()).isEmpty();
        assertThat(repeat.whole()).isFalse();
    }

    private static Repeat repeat(String starter, String main, String dessert, String profile) {
        return Repeat.of(tray(starter, main, dessert), TODAY, CATALOGUE, profile(profile));
    }

    private static Map<Course, DishId> tray(String starter, String main, String dessert) {
        return Map.of(
                Course.STARTER,
                new DishId(starter),
                Course.MAIN,
                new DishId(main),
                Course.DESSERT,
                new DishId(dessert));
    }
}
