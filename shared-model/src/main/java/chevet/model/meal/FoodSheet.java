package chevet.model.meal;

import java.time.Instant;
import java.util.List;

/**
 * What staff see of a patient's food.
 *
 * @param profile that applies
 * @param fromSystems the part of it that the hospital's systems say: nobody takes it away at the
 *     bed, since it would come back with their next word
 * @param doubts lines of those systems that no rule understood and nobody has seen
 */
public record FoodSheet(FoodProfile profile, FoodProfile fromSystems, List<Doubt> doubts) {
    public FoodSheet {
        doubts = List.copyOf(doubts);
    }

    /**
     * A line that nobody has seen yet: until then the patient gets only what is safe for all.
     *
     * @param source which system says it: {@code fhir}, {@code hl7}
     * @param since when the source last said something new
     */
    public record Doubt(String source, SourcedFood.Unclear line, Instant since) {
        @Override
        public String toString() {
            return "Doubt[" + source + "]";
        }
    }

    /** Says nothing of the patient: what has a toString ends in a log. */
    @Override
    public String toString() {
        return "FoodSheet[]";
    }
}
