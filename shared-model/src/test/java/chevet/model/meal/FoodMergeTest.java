package chevet.model.meal;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.meal.FoodMerge.Source;
import chevet.model.meal.SourcedFood.Kind;
import chevet.model.meal.SourcedFood.Unclear;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FoodMergeTest {
    private static final Unclear LINE = new Unclear("k", Kind.DIET, "Cardiac diet");

    private static SourcedFood food(Set<Allergen> allergies, List<Unclear> unclear) {
        return new SourcedFood(
                true,
                true,
                Set.of(Diet.LOW_SALT),
                allergies,
                Optional.of(FoodTexture.PUREED),
                Optional.of(DrinkThickness.MILDLY_THICK),
                Optional.empty(),
                Set.of(),
                unclear);
    }

    private static FoodProfile hand(boolean confirmed, Set<Allergen> allergies) {
        return new FoodProfile(
                confirmed,
                Set.of(),
                allergies,
                FoodTexture.SOFT_AND_BITE_SIZED,
                DrinkThickness.THIN,
                Optional.empty(),
                Set.of("épinard"),
                Optional.of(60),
                Optional.empty());
    }

    @Test
    void whatAnybodyForbidsIsForbidden() {
        FoodProfile all =
                FoodMerge.of(
                        hand(true, Set.of(Allergen.EGGS)),
                        List.of(new Source(food(Set.of(Allergen.NUTS), List.of()), Set.of())));

        assertThat(all.allergies()).containsExactly(Allergen.EGGS, Allergen.NUTS);
        assertThat(all.diets()).containsExactly(Diet.LOW_SALT);
        assertThat(all.texture()).isEqualTo(FoodTexture.PUREED);
        assertThat(all.thickness()).isEqualTo(DrinkThickness.MILDLY_THICK);
        assertThat(all.carbohydrateLimit()).contains(60);
        assertThat(all.confirmed()).isTrue();
    }

    @Test
    void aSourceThatAnswersForAllNeedsNoHand() {
        Source source = new Source(food(Set.of(), List.of()), Set.of());

        assertThat(FoodMerge.of(FoodProfile.UNCONFIRMED, List.of(source)).confirmed()).isTrue();
    }

    @Test
    void anUnseenLineRestrictsWhateverTheHandSays() {
        Source unseen = new Source(food(Set.of(), List.of(LINE)), Set.of());
        Source seen = new Source(food(Set.of(), List.of(LINE)), Set.of("k"));

        assertThat(FoodMerge.of(hand(true, Set.of()), List.of(unseen)).confirmed()).isFalse();
        assertThat(FoodMerge.of(hand(true, Set.of()), List.of(seen)).confirmed()).isTrue();
    }

    @Test
    void whatTheSourceTakesBackIsGoneThoughAFormWasSavedMeanwhile() {
        Source before = new Source(food(Set.of(Allergen.NUTS), List.of()), Set.of());
        FoodProfile form = FoodMerge.of(hand(true, Set.of(Allergen.EGGS)), List.of(before));
        FoodProfile own = FoodMerge.ownPart(form, List.of(before));
        FoodProfile after = FoodMerge.of(own, List.of(new Source(SourcedFood.NOTHING, Set.of())));

        assertThat(own.allergies()).containsExactly(Allergen.EGGS);
        assertThat(after.allergies()).containsExactly(Allergen.EGGS);
        assertThat(after.texture()).isEqualTo(FoodTexture.REGULAR);
        assertThat(after.confirmed()).isTrue();
    }
}
