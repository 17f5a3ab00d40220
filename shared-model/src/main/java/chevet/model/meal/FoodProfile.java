package chevet.model.meal;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What a patient may eat and drink.
 *
 * @param confirmed somebody answers for it; until then only dishes safe for all are offered
 * @param diets all that apply at once
 * @param allergies none of these may be on the tray, nor may their status be unknown
 * @param texture the IDDSI level for food
 * @param thickness the IDDSI level for drink
 * @param fasting nothing by mouth
 * @param aversions ingredients that the patient does not want; they are refused like the rest, with
 *     another reason
 * @param carbohydrateLimit grams in one meal
 * @param fluidLimit millilitres in one meal
 */
public record FoodProfile(
        boolean confirmed,
        Set<Diet> diets,
        Set<Allergen> allergies,
        FoodTexture texture,
        DrinkThickness thickness,
        Optional<Fasting> fasting,
        Set<String> aversions,
        Optional<Integer> carbohydrateLimit,
        Optional<Integer> fluidLimit) {
    /** Nobody has confirmed anything yet. */
    public static final FoodProfile UNCONFIRMED =
            new FoodProfile(
                    false,
                    Set.of(),
                    Set.of(),
                    FoodTexture.REGULAR,
                    DrinkThickness.THIN,
                    Optional.empty(),
                    Set.of(),
                    Optional.empty(),
                    Optional.empty());

    public FoodProfile {
        diets = Ordered.copy(diets);
        allergies = Ordered.copy(allergies);
        aversions = Ordered.copy(aversions);
    }

    /** Nothing by mouth from an instant on, to another where its end is known. */
    public record Fasting(Instant from, Optional<Instant> until) {
        public boolean at(Instant instant) {
            return !instant.isBefore(from) && until.map(instant::isBefore).orElse(true);
        }
    }

    /** Says nothing of the patient: what has a toString ends in a log. */
    @Override
    public String toString() {
        return "FoodProfile[]";
    }
}
