package chevet.terminal.meal;

import chevet.model.meal.Allergen;
import chevet.model.meal.Diet;
import chevet.model.meal.DrinkThickness;
import chevet.model.meal.FoodProfile;
import chevet.model.meal.FoodProfile.Fasting;
import chevet.model.meal.FoodTexture;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A food profile as staff is about to set it.
 *
 * @param seen keys of the unclear lines that are ticked
 */
record FoodDraft(FoodProfile profile, Set<String> seen) {
    FoodDraft {
        seen = Set.copyOf(seen);
    }

    static FoodDraft of(FoodProfile profile) {
        return new FoodDraft(profile, Set.of());
    }

    FoodDraft toggle(Allergen allergen) {
        return with(profile.diets(), toggled(profile.allergies(), allergen), profile.aversions());
    }

    FoodDraft toggle(Diet diet) {
        return with(toggled(profile.diets(), diet), profile.allergies(), profile.aversions());
    }

    /** An ingredient that the patient does not want. */
    FoodDraft toggle(String aversion) {
        return with(profile.diets(), profile.allergies(), toggled(profile.aversions(), aversion));
    }

    FoodDraft see(String key) {
        return new FoodDraft(profile, toggled(seen, key));
    }

    FoodDraft swallow(FoodTexture texture, DrinkThickness thickness) {
        return with(texture, thickness, profile.fasting());
    }

    FoodDraft fast(Optional<Fasting> fasting) {
        return with(profile.texture(), profile.thickness(), fasting);
    }

    FoodDraft limit(Optional<Integer> carbohydrate, Optional<Integer> fluid) {
        return new FoodDraft(
                new FoodProfile(
                        profile.confirmed(),
                        profile.diets(),
                        profile.allergies(),
                        profile.texture(),
                        profile.thickness(),
                        profile.fasting(),
                        profile.aversions(),
                        carbohydrate,
                        fluid),
                seen);
    }

    /** As it is sent: whoever sends it answers for it. */
    FoodProfile confirmed() {
        return new FoodProfile(
                true,
                profile.diets(),
                profile.allergies(),
                profile.texture(),
                profile.thickness(),
                profile.fasting(),
                profile.aversions(),
                profile.carbohydrateLimit(),
                profile.fluidLimit());
    }

    private FoodDraft with(Set<Diet> diets, Set<Allergen> allergies, Set<String> aversions) {
        return new FoodDraft(
                new FoodProfile(
                        profile.confirmed(),
                        diets,
                        allergies,
                        profile.texture(),
                        profile.thickness(),
                        profile.fasting(),
                        aversions,
                        profile.carbohydrateLimit(),
                        profile.fluidLimit()),
                seen);
    }

    private FoodDraft with(
            FoodTexture texture, DrinkThickness thickness, Optional<Fasting> fasting) {
        return new FoodDraft(
                new FoodProfile(
                        profile.confirmed(),
                        profile.diets(),
                        profile.allergies(),
                        texture,
                        thickness,
                        fasting,
                        profile.aversions(),
                        profile.carbohydrateLimit(),
                        profile.fluidLimit()),
                seen);
    }

    private static <E> Set<E> toggled(Set<E> all, E one) {
        Set<E> now = new HashSet<>(all);
        if (!now.remove(one)) {
            now.add(one);
        }
        return now;
    }
}
