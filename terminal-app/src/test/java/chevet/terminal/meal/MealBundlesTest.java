package chevet.terminal.meal;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.meal.Allergen;
import chevet.model.meal.Course;
import chevet.model.meal.Diet;
import chevet.model.meal.DrinkThickness;
import chevet.model.meal.FoodTexture;
import chevet.model.meal.MealService;
import chevet.model.meal.Refusal;
import chevet.model.meal.SourcedFood;
import chevet.terminal.Bundles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MealBundlesTest {
    private final Bundles french = Bundles.of(MealScreen.BUNDLE, "fr");

    @Test
    void everyWordOfTheWardHasItsSentence() {
        french.assertAll("meal.allergen.", Allergen.values());
        french.assertAll("meal.allergy.", Allergen.values());
        french.assertAll("meal.diet.", Diet.values());
        french.assertAll("meal.texture.", FoodTexture.values());
        french.assertAll("meal.thickness.", DrinkThickness.values());
        french.assertAll("meal.course.", Course.values());
        french.assertAll("meal.without.", Course.values());
        french.assertAll("meal.service.", MealService.values());
        french.assertAll("meal.inline.", MealService.values());
        french.assertAll("meal.refusal.", Refusal.Code.values());
        french.assertAll("meal.state.", ServiceState.values());
        french.assertAll("meal.brief.", ServiceState.values());
        french.assertAll("meal.food.part.", FoodPart.values());
        french.assertAll("meal.food.doubt.", SourcedFood.Kind.values());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "meal.too-late",
                "meal.closed",
                "meal.not-open",
                "meal.no-such-service",
                "meal.refused",
                "meal.incomplete",
                "stay.not-here",
                "command.failed",
                "command.malformed",
                "command.unknown-repeat"
            })
    void everyReasonOfTheServerHasWords(String code) {
        assertThat(french.texts()).containsKey("meal.outcome." + code);
    }
}
