package chevet.terminal.meal;

import chevet.model.meal.FoodProfile;
import chevet.model.meal.FoodProfile.Fasting;
import chevet.model.meal.FoodSheet;
import chevet.terminal.ui.WardTime;
import chevet.terminal.ui.Words;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is said of a food profile to staff. On the JavaFX thread. */
final class FoodLines {
    private final Words words;
    private final MealWords meals;

    FoodLines(Words words, WardTime time) {
        this.words = words;
        this.meals = new MealWords(words, time);
    }

    /** {@code Lait, œuf}; that there is nothing is said too. */
    String of(FoodPart part, FoodProfile profile) {
        return switch (part) {
            case ALLERGIES -> list(part, profile.allergies(), meals::allergen);
            case DIETS -> list(part, profile.diets(), meals::diet);
            case TEXTURE -> words.text("meal.texture." + profile.texture());
            case THICKNESS -> words.text("meal.thickness." + profile.thickness());
            case FASTING ->
                    profile.fasting()
                            .map(this::fasting)
                            .orElseGet(() -> words.text("meal.food.none.FASTING"));
            case AVERSIONS -> list(part, profile.aversions(), Function.identity());
            case LIMITS ->
                    list(
                            part,
                            Stream.of(
                                            profile.carbohydrateLimit().map(this::carbohydrate),
                                            profile.fluidLimit().map(this::fluid))
                                    .flatMap(Optional::stream)
                                    .toList(),
                            Function.identity());
        };
    }

    String fasting(Fasting fasting) {
        String from = meals.moment(fasting.from());
        return fasting.until()
                .map(until -> words.text("meal.food.fasting.until", from, meals.moment(until)))
                .orElseGet(() -> words.text("meal.food.fasting.from", from));
    }

    String carbohydrate(int grams) {
        return words.text("meal.food.carbohydrate", grams);
    }

    String fluid(int millilitres) {
        return words.text("meal.food.fluid", millilitres);
    }

    /** {@code Allergie : « noix de coco »}. */
    String doubt(FoodSheet.Doubt doubt) {
        return words.text("meal.food.doubt." + doubt.line().kind(), doubt.line().text());
    }

    /** {@code Dossier de l’hôpital · 09:41}. */
    String source(FoodSheet.Doubt doubt) {
        String key = "meal.food.source." + doubt.source();
        return words.text(
                "meal.food.said",
                words.has(key) ? words.text(key) : doubt.source(),
                meals.moment(doubt.since()));
    }

    private <E extends Comparable<E>> String list(
            FoodPart part, Collection<E> all, Function<E, String> name) {
        List<String> names = all.stream().sorted().map(name).toList();
        return names.isEmpty()
                ? words.text("meal.food.none." + part)
                : names.stream().collect(Collectors.joining(words.text("meal.comma")));
    }
}
