package chevet.ward.meal;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.meal.Allergen;
import chevet.model.meal.Diet;
import chevet.model.meal.DrinkThickness;
import chevet.model.meal.FoodProfile;
import chevet.model.meal.FoodProfile.Fasting;
import chevet.model.meal.FoodTexture;
import chevet.model.wire.Reason;
import chevet.ward.sync.CommandHandler.Decision;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Profiles and answers that several tests speak of. */
final class Tests {
    /** May eat everything. */
    static final FoodProfile HEALTHY = profile(Set.of(), Set.of(), Optional.empty());

    /** Every dinner has one main dish without an allergen, and one dessert, of milk. */
    static final byte[] DESSERT_OF_MILK =
            House.utf8(
                    "day;service;course;default;dishes;replacements\n"
                            + IntStream.rangeClosed(1, 7)
                                    .mapToObj(
                                            day ->
                                                    day
                                                            + ";dinner;main;poulet-riz;poulet-riz;\n"
                                                            + day
                                                            + ";dinner;dessert;yaourt-nature;yaourt-nature;\n")
                                    .collect(Collectors.joining()));

    private Tests() {}

    static FoodProfile allergicTo(Allergen... allergens) {
        return profile(Set.of(), Set.of(allergens), Optional.empty());
    }

    static FoodProfile fasting(Instant from) {
        return profile(Set.of(), Set.of(), Optional.of(new Fasting(from, Optional.empty())));
    }

    static FoodProfile profile(
            Set<Diet> diets, Set<Allergen> allergies, Optional<Fasting> fasting) {
        return new FoodProfile(
                true,
                diets,
                allergies,
                FoodTexture.REGULAR,
                DrinkThickness.THIN,
                fasting,
                Set.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** Nothing at all fits: no dish is within no carbohydrate and no fluid. */
    static FoodProfile nothingFits() {
        return new FoodProfile(
                true,
                Set.of(),
                Set.of(Allergen.values()),
                FoodTexture.LIQUIDISED,
                DrinkThickness.MILDLY_THICK,
                Optional.empty(),
                Set.of(),
                Optional.of(0),
                Optional.of(0));
    }

    static void done(MealResult result) {
        assertThat(result).isEqualTo(new MealResult.Done());
    }

    static Reason refused(Decision decision) {
        return decision instanceof Decision.Refused(Reason reason)
                ? reason
                : failed("was accepted");
    }

    static Reason refused(MealResult result) {
        return result instanceof MealResult.Refused(Reason reason) ? reason : failed("was done");
    }

    private static Reason failed(String what) {
        throw new AssertionError(what);
    }
}
