package chevet.model.meal;

import chevet.model.pack.ObjectRef;
import chevet.model.text.Texts;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A dish of the kitchen's catalogue, as its recipe is.
 *
 * @param name what the patient reads
 * @param detail what comes with it: {@code Riz, haricots verts}; French may be empty
 * @param allergens every allergen that the recipe speaks of; one that is missing is {@link
 *     AllergenStatus#UNKNOWN}
 * @param suits the diets that it may be served to
 * @param textures the IDDSI food levels in which the kitchen can make it; empty for a drink
 * @param thicknesses the IDDSI drink levels in which it can be served; empty for food
 * @param ingredients words that an aversion is matched with: {@code poisson}, {@code épinard}
 * @param picture PNG or JPEG, where there is one
 */
public record Dish(
        DishId id,
        Texts name,
        Texts detail,
        Map<Allergen, AllergenStatus> allergens,
        Set<Diet> suits,
        Set<FoodTexture> textures,
        Set<DrinkThickness> thicknesses,
        Nutrition portion,
        Set<String> ingredients,
        Optional<ObjectRef> picture) {
    public Dish {
        allergens = Ordered.copy(allergens);
        suits = Ordered.copy(suits);
        textures = Ordered.copy(textures);
        thicknesses = Ordered.copy(thicknesses);
        ingredients = Ordered.copy(ingredients);
    }

    /** What the recipe says of an allergen; unknown where it says nothing. */
    public AllergenStatus status(Allergen allergen) {
        return allergens.getOrDefault(allergen, AllergenStatus.UNKNOWN);
    }
}
