package chevet.terminal.meal;

import chevet.model.meal.Allergen;
import chevet.model.meal.AllergenStatus;
import chevet.model.meal.Course;
import chevet.model.meal.Diet;
import chevet.model.meal.Dish;
import chevet.model.meal.DishId;
import chevet.model.meal.DrinkThickness;
import chevet.model.meal.FoodProfile;
import chevet.model.meal.FoodTexture;
import chevet.model.meal.MealRule;
import chevet.model.meal.Refusal;
import chevet.model.meal.ServiceMenu.CourseMenu;
import chevet.model.meal.Verdict;
import chevet.terminal.meal.MealModel.Card;
import chevet.terminal.meal.MealModel.Shelf;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lays the dishes of one sitting out as cards. */
final class Cards {
    private static final Set<Course> TAGGED = Set.of(Course.STARTER, Course.MAIN);

    private Cards() {}

    /** One course: what is offered, what may be had instead, and what is not offered and why. */
    static Shelf of(Sitting sitting, CourseMenu course, Optional<Pick> pick) {
        List<Card> proposed =
                Sitting.proposed(course).stream()
                        .flatMap(id -> card(sitting, course.course(), id, pick).stream())
                        .toList();
        List<Card> replacements =
                course.replacements().stream()
                        .flatMap(id -> card(sitting, course.course(), id, pick).stream())
                        .filter(c -> c.refusals().isEmpty())
                        .toList();
        return new Shelf(
                Optional.of(sitting.menu().key()),
                Optional.of(course.course()),
                proposed.stream().filter(c -> c.refusals().isEmpty()).toList(),
                replacements,
                proposed.stream().filter(c -> !c.refusals().isEmpty()).toList(),
                pick.filter(Pick.NOTHING::equals).isPresent());
    }

    /** What comes, where nothing can be chosen. */
    static Shelf coming(Sitting sitting) {
        Map<Course, DishId> inOrder = new EnumMap<>(Course.class);
        inOrder.putAll(sitting.onTray());
        List<Card> cards = new ArrayList<>();
        inOrder.forEach(
                (course, id) ->
                        sitting.facts()
                                .dish(id)
                                .map(dish -> card(sitting, course, dish, false, List.of()))
                                .ifPresent(cards::add));
        return new Shelf(
                Optional.of(sitting.menu().key()),
                Optional.empty(),
                List.copyOf(cards),
                List.of(),
                List.of(),
                false);
    }

    /** A dish that the catalogue does not hold has no name and cannot be shown. */
    private static Optional<Card> card(
            Sitting sitting, Course course, DishId id, Optional<Pick> pick) {
        boolean picked = pick.flatMap(Pick::dish).filter(id::equals).isPresent();
        return sitting.facts()
                .dish(id)
                .map(d -> card(sitting, course, d, picked, sitting.refusals(course, id)));
    }

    private static Card card(
            Sitting sitting, Course course, Dish dish, boolean picked, List<Refusal> refusals) {
        return new Card(
                dish.id(),
                dish.name(),
                dish.detail(),
                with(dish, AllergenStatus.CONTAINS),
                with(dish, AllergenStatus.MAY_CONTAIN),
                TAGGED.contains(course) ? tags(sitting, course, dish) : List.of(),
                dish.picture(),
                picked,
                refusals);
    }

    private static List<Allergen> with(Dish dish, AllergenStatus status) {
        return Arrays.stream(Allergen.values()).filter(a -> dish.status(a) == status).toList();
    }

    private static List<Diet> tags(Sitting sitting, Course course, Dish dish) {
        if (suits(sitting, course, dish, Diet.VEGAN)) {
            return List.of(Diet.VEGAN);
        }
        return suits(sitting, course, dish, Diet.VEGETARIAN) ? List.of(Diet.VEGETARIAN) : List.of();
    }

    /** Asked of the rule, which believes a recipe only where its allergens do not contradict. */
    private static boolean suits(Sitting sitting, Course course, Dish dish, Diet diet) {
        FoodProfile only =
                new FoodProfile(
                        true,
                        Set.of(diet),
                        Set.of(),
                        FoodTexture.REGULAR,
                        DrinkThickness.THIN,
                        Optional.empty(),
                        Set.of(),
                        Optional.empty(),
                        Optional.empty());
        return MealRule.judge(dish, only, course, sitting.menu()) instanceof Verdict.Offered;
    }
}
