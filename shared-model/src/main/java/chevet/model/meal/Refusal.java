package chevet.model.meal;

import java.util.Optional;

/**
 * One reason why a dish is not offered: words for the patient are found by {@code code}, staff read
 * the code itself.
 *
 * @param about the name of the allergen, diet or level, the ingredient, the limit's figure or the
 *     dish that the reason is about
 */
public record Refusal(Code code, Optional<String> about) {
    /** What is wrong, the gravest first: reasons are told in this order. */
    public enum Code {
        /** Nothing by mouth when the trays go out. */
        FASTING,
        /** The recipe holds what the patient is allergic to; about: the {@link Allergen}. */
        ALLERGEN_CONTAINED,
        /** Traces of it are possible; about: the {@link Allergen}. */
        ALLERGEN_POSSIBLE,
        /** The recipe does not say; about: the {@link Allergen}. */
        ALLERGEN_UNKNOWN,
        /** The kitchen cannot make it safe to swallow; about: the patient's {@link FoodTexture}. */
        TEXTURE,
        /** It cannot be thickened as needed; about: the patient's {@link DrinkThickness}. */
        THICKNESS,
        /** It does not suit; about: the {@link Diet}. */
        DIET,
        /** Nobody has confirmed the profile and the dish is not safe for all. */
        PROFILE_UNCONFIRMED,
        /** More carbohydrate than one meal may hold; about: the limit in grams. */
        CARBOHYDRATE_LIMIT,
        /** More fluid than one meal may hold; about: the limit in millilitres. */
        FLUID_LIMIT,
        /** The patient does not want it; about: the ingredient in the patient's own spelling. */
        AVERSION,
        /** Not among that course's dishes, or not in the catalogue; about: the {@link DishId}. */
        NOT_ON_THE_MENU
    }

    public static Refusal of(Code code) {
        return new Refusal(code, Optional.empty());
    }

    public static Refusal of(Code code, Object about) {
        return new Refusal(code, Optional.of(about.toString()));
    }

    /** Says nothing: a reason is health data, and what has a toString ends in a log. */
    @Override
    public String toString() {
        return "Refusal[]";
    }
}
