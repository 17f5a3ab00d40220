package chevet.model.meal;

import java.util.Optional;

/**
 * What one portion holds.
 *
 * @param energy kcal
 * @param protein grams
 * @param carbohydrate grams
 * @param fat grams
 * @param salt grams, where the recipe knows it
 * @param fluid millilitres that count against a fluid limit
 */
public record Nutrition(
        double energy,
        double protein,
        double carbohydrate,
        double fat,
        Optional<Double> salt,
        int fluid) {}
