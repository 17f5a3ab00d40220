package chevet.model.meal;

import static chevet.model.wire.Golden.looksLike;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chevet.model.text.Texts;
import chevet.model.wire.Body;
import chevet.model.wire.WireCodec;
import chevet.model.wire.WireException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the meal's messages look like on the wire: a change here is a change for every terminal. */
class MealJsonTest {
    private static final ServiceKey DINNER =
            new ServiceKey(LocalDate.of(2026, 11, 21), MealService.DINNER);
    private static final Instant NOON = Instant.parse("2026-11-21T11:42:00Z");
    private static final String CHOICE =
            "{\"key\":{\"date\":\"2026-11-21\",\"service\":\"DINNER\"},\"dishes\":{\"MAIN\":\"colin-citron\"}}";

    @Test
    void aDish() {
        looksLike(
                """
                {"id":"compote",\
                "name":{"fr":"Compote","en":"Stewed apples","ar":null},\
                "detail":{"fr":"","en":null,"ar":null},\
                "allergens":{"MILK":"MAY_CONTAIN"},\
                "suits":["NO_PORK"],\
                "textures":["PUREED"],\
                "thicknesses":[],\
                "portion":{"energy":52.0,"protein":0.3,"carbohydrate":11.6,"fat":0.2,"salt":0.01,"fluid":0},\
                "ingredients":["pomme"],\
                "picture":null}""",
                new Dish(
                        new DishId("compote"),
                        new Texts("Compote", Optional.of("Stewed apples"), Optional.empty()),
                        Texts.french(""),
                        Map.of(Allergen.MILK, AllergenStatus.MAY_CONTAIN),
                        Set.of(Diet.NO_PORK),
                        Set.of(FoodTexture.PUREED),
                        Set.of(),
                        new Nutrition(52, 0.3, 11.6, 0.2, Optional.of(0.01), 0),
                        Set.of("pomme"),
                        Optional.empty()),
                Dish.class);
    }

    @Test
    void theMenuOfAService() {
        looksLike(
                """
                {"key":{"date":"2026-11-21","service":"DINNER"},\
                "opens":"2026-11-21T11:42:00Z",\
                "cutOff":"2026-11-21T11:42:00Z",\
                "served":"2026-11-21T11:42:00Z",\
                "courses":[{"course":"MAIN","dishes":["colin-citron"],"replacements":["jambon-puree"],"byDefault":"colin-citron"}],\
                "closed":false}""",
                new ServiceMenu(
                        DINNER,
                        NOON,
                        NOON,
                        NOON,
                        List.of(
                                new ServiceMenu.CourseMenu(
                                        Course.MAIN,
                                        List.of(new DishId("colin-citron")),
                                        List.of(new DishId("jambon-puree")),
                                        Optional.of(new DishId("colin-citron")))),
                        false),
                ServiceMenu.class);
    }

    @Test
    void aFoodProfile() {
        looksLike(
                """
                {"confirmed":true,\
                "diets":["LOW_SALT","DIABETIC","VEGAN","NO_PORK"],\
                "allergies":["EGGS"],\
                "texture":"SOFT_AND_BITE_SIZED",\
                "thickness":"THIN",\
                "fasting":{"from":"2026-11-21T11:42:00Z","until":null},\
                "aversions":["épinard"],\
                "carbohydrateLimit":60,\
                "fluidLimit":null}""",
                new FoodProfile(
                        true,
                        Set.of(Diet.VEGAN, Diet.LOW_SALT, Diet.NO_PORK, Diet.DIABETIC),
                        Set.of(Allergen.EGGS),
                        FoodTexture.SOFT_AND_BITE_SIZED,
                        DrinkThickness.THIN,
                        Optional.of(new FoodProfile.Fasting(NOON, Optional.empty())),
                        Set.of("épinard"),
                        Optional.of(60),
                        Optional.empty()),
                FoodProfile.class);
    }

    @Test
    void aTrayThatIsHeld() {
        looksLike(
                """
                {"key":{"date":"2026-11-21","service":"DINNER"},\
                "state":"HELD",\
                "dishes":{"MAIN":"colin-citron"},\
                "by":"PATIENT",\
                "since":"2026-11-21T11:42:00Z",\
                "held":[{"code":"ALLERGEN_CONTAINED","about":"MILK"}]}""",
                new Tray(
                        DINNER,
                        Tray.State.HELD,
                        Map.of(Course.MAIN, new DishId("colin-citron")),
                        Optional.of(Tray.ChosenBy.PATIENT),
                        NOON,
                        List.of(Refusal.of(Refusal.Code.ALLERGEN_CONTAINED, Allergen.MILK))),
                Tray.class);
    }

    @Test
    void aChoice() {
        looksLike(
                CHOICE,
                new ChooseTray(DINNER, Map.of(Course.MAIN, new DishId("colin-citron"))),
                ChooseTray.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    "DINNER"       | "SUPPER"       | key.service
                    2026-11-21     | 2026-13-21     | key.date
                    "MAIN"         | "PUDDING"      | dishes
                    "colin-citron" | "a/b"          | dishes
                    {"MAIN"        | {"MAIN":"x","MAIN" | body
                    "dishes"       | "plates"       | dishes
                    "dishes"       | "plates":1,"dishes" | plates
                    """)
    void aChoiceThatIsNoneIsRefusedByItsField(String good, String bad, String field) {
        Body body = new Body(CHOICE.replace(good, bad));
        assertThatThrownBy(() -> WireCodec.strict(body, ChooseTray.class))
                .isInstanceOfSatisfying(
                        WireException.class, e -> assertThat(e.field()).startsWith(field));
    }
}
