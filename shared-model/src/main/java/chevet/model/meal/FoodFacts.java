package chevet.model.meal;

import chevet.model.meal.FoodProfile.Fasting;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one of the hospital's systems says now of a patient's food, before anybody has understood
 * it; only what is in force.
 *
 * @param unreadable entries that were there and could not be read
 */
public record FoodFacts(List<Allergy> allergies, List<Order> orders, int unreadable) {
    public FoodFacts {
        allergies = List.copyOf(allergies);
        orders = List.copyOf(orders);
    }

    /**
     * An allergy or intolerance, or the statement that there is none.
     *
     * @param key the same each time that the source gives the same entry
     * @param categories {@code food}, {@code medication}, {@code environment}, {@code biologic}
     *     (FHIR AllergyIntolerance.category); empty where the source does not say
     * @param substances what it is about: the entry's code and those of its reactions
     */
    public record Allergy(String key, Set<String> categories, List<Coded> substances) {
        public Allergy {
            categories = Ordered.copy(categories);
            substances = List.copyOf(substances);
        }

        @Override
        public String toString() {
            return "Allergy[]";
        }
    }

    /**
     * An order for food.
     *
     * @param key the same each time that the source gives the same order
     * @param onHold the source has suspended it, and says nothing of what applies meanwhile
     * @param types of diet
     * @param textures of food
     * @param fluids how thick a drink has to be
     * @param excluded what must not be given
     * @param preferred {@code halal}, {@code dairy-free}
     * @param nutrients with an amount, as written
     * @param others instructions, supplements and tube feeding, as written, by what they are
     * @param from when it begins
     * @param until when it ends
     */
    public record Order(
            String key,
            boolean onHold,
            List<Coded> types,
            List<Coded> textures,
            List<Coded> fluids,
            List<Coded> excluded,
            List<Coded> preferred,
            List<String> nutrients,
            List<Other> others,
            Instant from,
            Optional<Instant> until) {
        public Order {
            types = List.copyOf(types);
            textures = List.copyOf(textures);
            fluids = List.copyOf(fluids);
            excluded = List.copyOf(excluded);
            preferred = List.copyOf(preferred);
            nutrients = List.copyOf(nutrients);
            others = List.copyOf(others);
        }

        Fasting fasting() {
            return new Fasting(from, until);
        }

        @Override
        public String toString() {
            return "Order[]";
        }
    }

    /** Words of an order that no rule reads. */
    public record Other(SourcedFood.Kind kind, String text) {
        @Override
        public String toString() {
            return "Other[" + kind + "]";
        }
    }

    /** Says nothing of the patient: what has a toString ends in a log. */
    @Override
    public String toString() {
        return "FoodFacts[]";
    }
}
