package chevet.model.meal;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.meal.ServiceMenu.CourseMenu;
import chevet.model.meal.Standing.Choice;
import chevet.model.meal.Tray.ChosenBy;
import chevet.model.meal.Tray.State;
import chevet.model.text.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StandingTest {
    private static final Instant OPENS = Instant.parse("2026-11-20T05:00:00Z");
    private static final Instant CUT_OFF = Instant.parse("2026-11-21T13:00:00Z");
    private static final Instant SERVED = Instant.parse("2026-11-21T17:30:00Z");
    private static final DishId RICE = new DishId("rice");
    private static final DishId FISH = new DishId("fish");
    private static final Map<DishId, Dish> DISHES =
            Map.of(RICE, dish(RICE, Set.of()), FISH, dish(FISH, Set.of(Allergen.FISH)));
    private static final Function<DishId, Optional<Dish>> CATALOGUE =
            id -> Optional.ofNullable(DISHES.get(id));
    private static final ServiceMenu MENU =
            new ServiceMenu(
                    new ServiceKey(LocalDate.of(2026, 11, 21), MealService.DINNER),
                    OPENS,
                    CUT_OFF,
                    SERVED,
                    List.of(
                            new CourseMenu(
                                    Course.MAIN, List.of(FISH), List.of(RICE), Optional.of(FISH))),
                    false);

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # chosen, allergy, fasting, after the cut-off -> state, main dish
                    -,    -,    no,  no,  UNCHOSEN, -
                    -,    -,    no,  yes, DEFAULT,  fish
                    -,    FISH, no,  no,  UNCHOSEN, -
                    -,    FISH, no,  yes, DEFAULT,  rice
                    fish, -,    no,  no,  CHOSEN,   fish
                    fish, -,    no,  yes, CHOSEN,   fish
                    fish, FISH, no,  no,  HELD,     fish
                    fish, FISH, no,  yes, HELD,     fish
                    rice, FISH, no,  yes, CHOSEN,   rice
                    rice, -,    yes, no,  FASTING,  -
                    -,    -,    yes, no,  FASTING,  -
                    -,    FISH, yes, yes, FASTING,  -
                    soup, -,    no,  no,  HELD,     soup
                    """)
    void stateFollowsFromWhatIsKnown(
            String chosen, String allergy, String fasting, String after, State state, String main) {
        Tray tray = standing(chosen, allergy, fasting, after);
        assertThat(tray.state()).isEqualTo(state);
        assertThat(tray.dishes())
                .isEqualTo(main.equals("-") ? Map.of() : Map.of(Course.MAIN, new DishId(main)));
        assertThat(tray.held().isEmpty()).isEqualTo(state != State.HELD);
        assertThat(tray.by().isPresent()).isEqualTo(state == State.CHOSEN || state == State.HELD);
    }

    @Test
    void nothingThatFitsIsHeldFromTheCutOffOn() {
        Tray tray = of(Optional.empty(), allergicToAll(), Optional.empty(), CUT_OFF);
        assertThat(tray.state()).isEqualTo(State.HELD);
        assertThat(tray.dishes()).isEmpty();
        assertThat(tray.held()).isNotEmpty();
    }

    @Test
    void timeOfAStateStaysUntilSomethingChanges() {
        Optional<Choice> choice = choice("fish");
        FoodProfile well = profile(Set.of(), Optional.empty());
        FoodProfile allergic = profile(Set.of(Allergen.FISH), Optional.empty());
        Tray first = of(choice, well, Optional.empty(), OPENS);
        Tray later = of(choice, well, Optional.of(first), CUT_OFF);
        assertThat(later).isSameAs(first);
        Tray held = of(choice, allergic, Optional.of(later), CUT_OFF);
        assertThat(held.since()).isEqualTo(CUT_OFF);
        Tray back = of(choice, well, Optional.of(held), SERVED);
        assertThat(back.state()).isEqualTo(State.CHOSEN);
        assertThat(back.since()).isEqualTo(SERVED);
    }

    private static Tray standing(String chosen, String allergy, String fasting, String after) {
        Set<Allergen> allergies =
                allergy.equals("-") ? Set.of() : Set.of(Allergen.valueOf(allergy));
        Optional<FoodProfile.Fasting> fast =
                fasting.equals("yes")
                        ? Optional.of(new FoodProfile.Fasting(SERVED, Optional.empty()))
                        : Optional.empty();
        return of(
                choice(chosen),
                profile(allergies, fast),
                Optional.empty(),
                after.equals("yes") ? CUT_OFF : CUT_OFF.minusMillis(1));
    }

    private static Optional<Choice> choice(String main) {
        return main.equals("-")
                ? Optional.empty()
                : Optional.of(
                        new Choice(Map.of(Course.MAIN, new DishId(main)), ChosenBy.PATIENT, OPENS));
    }

    private static Tray of(
            Optional<Choice> choice, FoodProfile profile, Optional<Tray> before, Instant now) {
        return Standing.of(MENU, choice, profile, CATALOGUE, before, now);
    }

    private static FoodProfile allergicToAll() {
        return new FoodProfile(
                true,
                Set.of(),
                Set.of(Allergen.FISH),
                FoodTexture.REGULAR,
                DrinkThickness.THIN,
                Optional.empty(),
                Set.of("riz"),
                Optional.empty(),
                Optional.empty());
    }

    private static FoodProfile profile(
            Set<Allergen> allergies, Optional<FoodProfile.Fasting> fasting) {
        return new FoodProfile(
                true,
                Set.of(),
                allergies,
                FoodTexture.REGULAR,
                DrinkThickness.THIN,
                fasting,
                Set.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static Dish dish(DishId id, Set<Allergen> contained) {
        Map<Allergen, AllergenStatus> allergens =
                EnumSet.allOf(Allergen.class).stream()
                        .collect(
                                Collectors.toMap(
                                        allergen -> allergen,
                                        allergen ->
                                                contained.contains(allergen)
                                                        ? AllergenStatus.CONTAINS
                                                        : AllergenStatus.FREE));
        return new Dish(
                id,
                Texts.french(id.value()),
                Texts.french(""),
                allergens,
                Set.of(Diet.values()),
                Set.of(FoodTexture.REGULAR, FoodTexture.PUREED),
                Set.of(),
                new Nutrition(100, 5, 20, 3, Optional.empty(), 0),
                id.equals(RICE) ? Set.of("riz") : Set.of(),
                Optional.empty());
    }
}
