package chevet.model.meal;

import chevet.model.meal.FoodProfile.Fasting;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was understood of what one of the hospital's systems says of a patient's food, and what was
 * not.
 *
 * @param allergiesSaid the source has spoken of food allergies: it names some, or says that there
 *     are none
 * @param dietSaid the source has an order in force
 * @param texture empty where it says nothing of it
 * @param thickness empty where it says nothing of it
 * @param unclear what a dietitian has to look at; until then the patient gets only what is safe for
 *     all
 */
public record SourcedFood(
        boolean allergiesSaid,
        boolean dietSaid,
        Set<Diet> diets,
        Set<Allergen> allergies,
        Optional<FoodTexture> texture,
        Optional<DrinkThickness> thickness,
        Optional<Fasting> fasting,
        Set<String> aversions,
        List<Unclear> unclear) {
    /** A source that says nothing. */
    public static final SourcedFood NOTHING =
            new SourcedFood(
                    false,
                    false,
                    Set.of(),
                    Set.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Set.of(),
                    List.of());

    public SourcedFood {
        diets = Ordered.copy(diets);
        allergies = Ordered.copy(allergies);
        aversions = Ordered.copy(aversions);
        unclear = List.copyOf(unclear);
    }

    /** The source answers for allergies and diet, and all of it was understood. */
    public boolean complete() {
        return allergiesSaid && dietSaid && unclear.isEmpty();
    }

    /** What a line that was not understood is about. */
    public enum Kind {
        ALLERGY,
        DIET,
        TEXTURE,
        FLUID,
        EXCLUDED,
        PREFERENCE,
        NUTRIENT,
        SUPPLEMENT,
        TUBE,
        INSTRUCTION,
        ON_HOLD,
        /** Two entries that contradict each other. */
        CONFLICT,
        /** An entry that could not be read at all. */
        UNREADABLE
    }

    /**
     * A line that was not understood, or not wholly.
     *
     * @param key the same as long as the source says the same; a changed line is a new one
     * @param text as the source writes it
     */
    public record Unclear(String key, Kind kind, String text) {
        @Override
        public String toString() {
            return "Unclear[" + kind + "]";
        }
    }

    /** Says nothing of the patient: what has a toString ends in a log. */
    @Override
    public String toString() {
        return "SourcedFood[]";
    }
}
