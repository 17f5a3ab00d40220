package chevet.model.meal;

import java.util.Optional;

/**
 * One reason why a dish is not offered: words for the patient are found by {@code code}, staff read
 * the code itself.
 *
 * @param about the allergen, diet, level, ingredient or figure that the reason is about
 */
public record Refusal(Code code, Optional<String> about) {
    public enum Code {
        FASTING,
        ALLERGEN_CONTAINED,
        ALLERGEN_POSSIBLE,
        ALLERGEN_UNKNOWN,
        DIET,
        TEXTURE,
        THICKNESS,
        PROFILE_UNCONFIRMED,
        CARBOHYDRATE_LIMIT,
        FLUID_LIMIT,
        AVERSION,
        NOT_ON_THE_MENU
    }

    public static Refusal of(Code code) {
        return new Refusal(code, Optional.empty());
    }

    public static Refusal of(Code code, Object about) {
        return new Refusal(code, Optional.of(about.toString()));
    }
}
