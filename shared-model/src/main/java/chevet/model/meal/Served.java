package chevet.model.meal;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/**
 * How the kitchen makes one dish for one patient, by IDDSI's levels (framework 2019, iddsi.org).
 *
 * <p>Food: the patient's own level, or else the nearest below it that the kitchen can make, for it
 * needs less chewing; never one above. Liquidised food (level 3) flows like a moderately thick
 * drink, the two share one place in the framework: it stands in for another level only where the
 * patient may drink that.
 *
 * <p>Drink, soup and all that flows: exactly the patient's level, for thicker is not safer; whoever
 * may drink thin liquids may have any of them, and gets the thinnest.
 *
 * <p>What is both (soup with pasta, cereals in milk) needs both. What says neither cannot be judged
 * and is not served.
 *
 * @param texture of the food; empty where there is nothing to chew
 * @param thickness of the liquid; empty where nothing flows
 */
public record Served(Optional<FoodTexture> texture, Optional<DrinkThickness> thickness) {
    /** How it is made for that patient, or empty where it cannot be made safe to swallow. */
    public static Optional<Served> of(Dish dish, FoodProfile profile) {
        Optional<FoodTexture> texture = texture(dish, profile);
        Optional<DrinkThickness> thickness = thickness(dish, profile);
        boolean chewable = dish.textures().isEmpty() || texture.isPresent();
        boolean drinkable = dish.thicknesses().isEmpty() || thickness.isPresent();
        boolean known = texture.isPresent() || thickness.isPresent();
        return chewable && drinkable && known
                ? Optional.of(new Served(texture, thickness))
                : Optional.empty();
    }

    /**
     * The food level that the patient needs. Until the profile is confirmed nobody knows whether
     * the patient chews, so that everything is pureed.
     */
    public static FoodTexture needed(FoodProfile profile) {
        boolean pureed = !profile.confirmed() && profile.texture().level() > 4;
        return pureed ? FoodTexture.PUREED : profile.texture();
    }

    /**
     * The drink level that the patient needs. Until the profile is confirmed a thin liquid may be
     * breathed in: extremely thick then, the same level 4 as pureed food, unless somebody has noted
     * another.
     */
    public static DrinkThickness neededToDrink(FoodProfile profile) {
        boolean thick = !profile.confirmed() && profile.thickness() == DrinkThickness.THIN;
        return thick ? DrinkThickness.EXTREMELY_THICK : profile.thickness();
    }

    static Optional<FoodTexture> texture(Dish dish, FoodProfile profile) {
        FoodTexture needed = needed(profile);
        return dish.textures().stream()
                .filter(made -> made == needed || standsIn(made, needed, profile))
                .max(Comparator.comparingInt(FoodTexture::level));
    }

    static Optional<DrinkThickness> thickness(Dish dish, FoodProfile profile) {
        Set<DrinkThickness> made = dish.thicknesses();
        DrinkThickness needed = neededToDrink(profile);
        return made.stream()
                .filter(level -> level == needed || needed == DrinkThickness.THIN)
                .min(Comparator.comparingInt(DrinkThickness::level));
    }

    private static boolean standsIn(FoodTexture made, FoodTexture needed, FoodProfile profile) {
        if (made != FoodTexture.LIQUIDISED) {
            return made.level() < needed.level();
        }
        DrinkThickness drinks = neededToDrink(profile);
        return drinks == DrinkThickness.THIN || drinks == DrinkThickness.MODERATELY_THICK;
    }
}
