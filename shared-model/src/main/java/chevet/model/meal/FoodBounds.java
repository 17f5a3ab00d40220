package chevet.model.meal;

import java.util.Optional;
import java.util.Set;

/** How much a person may write into a food profile, wherever it is written. */
public final class FoodBounds {
    /** Grams in one meal. */
    public static final int MOST_CARBOHYDRATE = 500;

    /** Millilitres in one meal. */
    public static final int MOST_FLUID = 5000;

    /** Characters of an aversion. */
    public static final int LONGEST_WORD = 60;

    /** Aversions. */
    public static final int MOST_WORDS = 40;

    private FoodBounds() {}

    /** Whether all of it keeps within them. */
    public static boolean hold(FoodProfile profile) {
        return holdWords(profile.aversions())
                && within(profile.carbohydrateLimit(), MOST_CARBOHYDRATE)
                && within(profile.fluidLimit(), MOST_FLUID)
                && profile.fasting().filter(FoodBounds::backwards).isEmpty();
    }

    /** The same of aversions alone. */
    public static boolean holdWords(Set<String> aversions) {
        return aversions.size() <= MOST_WORDS
                && aversions.stream().allMatch(word -> word.length() <= LONGEST_WORD);
    }

    private static boolean within(Optional<Integer> figure, int most) {
        return figure.filter(value -> value < 0 || value > most).isEmpty();
    }

    private static boolean backwards(FoodProfile.Fasting fasting) {
        return fasting.until().filter(until -> !fasting.from().isBefore(until)).isPresent();
    }
}
