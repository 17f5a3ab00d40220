package chevet.model.meal;

import chevet.model.meal.FoodProfile.Fasting;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Puts together what a dietitian has written and what the hospital's systems say: everything that
 * anybody forbids is forbidden. What a system says stays the system's, so that it goes when the
 * system takes it back.
 */
public final class FoodMerge {
    private FoodMerge() {}

    /**
     * A source with what was looked at.
     *
     * @param seen keys of its unclear lines that a dietitian has seen
     */
    public record Source(SourcedFood food, Set<String> seen) {
        public Source {
            seen = Ordered.copy(seen);
        }

        /** Lines that nobody has seen yet. */
        public List<SourcedFood.Unclear> unseen() {
            return food.unclear().stream().filter(line -> !seen.contains(line.key())).toList();
        }

        private boolean answersForAll() {
            return food.allergiesSaid() && food.dietSaid() && unseen().isEmpty();
        }

        @Override
        public String toString() {
            return "Source[]";
        }
    }

    /**
     * The profile that applies. It is confirmed when nothing is left unseen and somebody answers
     * for it: the hand that wrote, or a source that speaks of both allergies and diet.
     *
     * @param hand what a person has set; {@link FoodProfile#UNCONFIRMED} where nobody has
     */
    public static FoodProfile of(FoodProfile hand, Collection<Source> sources) {
        boolean answered = hand.confirmed() || sources.stream().anyMatch(Source::answersForAll);
        boolean seen = sources.stream().allMatch(source -> source.unseen().isEmpty());
        List<SourcedFood> foods = sources.stream().map(Source::food).toList();
        return new FoodProfile(
                answered && seen,
                union(hand.diets(), foods.stream().map(SourcedFood::diets)),
                union(hand.allergies(), foods.stream().map(SourcedFood::allergies)),
                texture(hand, foods),
                thickness(hand, foods),
                fasting(hand, foods),
                union(hand.aversions(), foods.stream().map(SourcedFood::aversions)),
                hand.carbohydrateLimit(),
                hand.fluidLimit());
    }

    /**
     * What of a whole profile, as a form sends it, is the hand's own: what the sources say is left
     * out.
     */
    public static FoodProfile ownPart(FoodProfile whole, Collection<Source> sources) {
        FoodProfile theirs = of(FoodProfile.UNCONFIRMED, sources);
        return new FoodProfile(
                whole.confirmed(),
                without(whole.diets(), theirs.diets()),
                without(whole.allergies(), theirs.allergies()),
                whole.texture() == theirs.texture() ? FoodTexture.REGULAR : whole.texture(),
                whole.thickness() == theirs.thickness() ? DrinkThickness.THIN : whole.thickness(),
                whole.fasting().equals(theirs.fasting()) ? Optional.empty() : whole.fasting(),
                without(whole.aversions(), theirs.aversions()),
                whole.carbohydrateLimit(),
                whole.fluidLimit());
    }

    private static FoodTexture texture(FoodProfile hand, List<SourcedFood> foods) {
        return Stream.concat(
                        Stream.of(hand.texture()),
                        foods.stream().flatMap(food -> food.texture().stream()))
                .min(Comparator.comparingInt(FoodTexture::level))
                .orElse(FoodTexture.REGULAR);
    }

    private static DrinkThickness thickness(FoodProfile hand, List<SourcedFood> foods) {
        return Stream.concat(
                        Stream.of(hand.thickness()),
                        foods.stream().flatMap(food -> food.thickness().stream()))
                .max(Comparator.comparingInt(DrinkThickness::level))
                .orElse(DrinkThickness.THIN);
    }

    private static Optional<Fasting> fasting(FoodProfile hand, List<SourcedFood> foods) {
        List<Fasting> all =
                Stream.concat(
                                hand.fasting().stream(),
                                foods.stream().flatMap(food -> food.fasting().stream()))
                        .toList();
        return all.stream().reduce(FoodMerge::longer);
    }

    /** From the earlier beginning to the later end, open where one of both is. */
    static Fasting longer(Fasting one, Fasting other) {
        Instant from = one.from().isBefore(other.from()) ? one.from() : other.from();
        Optional<Instant> until =
                one.until().flatMap(a -> other.until().map(b -> a.isAfter(b) ? a : b));
        return new Fasting(from, until);
    }

    private static <E> Set<E> union(Set<E> first, Stream<Set<E>> others) {
        Set<E> all = new HashSet<>(first);
        others.forEach(all::addAll);
        return all;
    }

    private static <E> Set<E> without(Set<E> all, Set<E> theirs) {
        Set<E> own = new HashSet<>(all);
        own.removeAll(theirs);
        return own;
    }
}
