package chevet.ward.console;

import chevet.model.meal.Allergen;
import chevet.model.meal.ChooseTray;
import chevet.model.meal.Course;
import chevet.model.meal.DishId;
import chevet.model.meal.DrinkThickness;
import chevet.model.meal.FoodProfile;
import chevet.model.meal.FoodTexture;
import chevet.model.meal.ServiceKey;
import chevet.model.stay.StayId;
import chevet.model.text.Language;
import chevet.ward.meal.ChooseForm;
import chevet.ward.meal.House;
import chevet.ward.meal.Meals;
import chevet.ward.meal.Offer;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What becomes of a ward's food while its pages are open: trays, profiles, another cycle. */
final class Table {
    private final Meals meals;

    Table(Meals meals) {
        this.meals = meals;
    }

    /** The first dish of each course that is offered. */
    void choose(StayId stay, ServiceKey key) {
        Map<Course, DishId> dishes = new EnumMap<>(Course.class);
        for (Offer.CourseOffer course : meals.trays().offer(stay, key).orElseThrow().courses()) {
            course.dishes().stream()
                    .filter(ChooseForm::offered)
                    .findFirst()
                    .ifPresent(dish -> dishes.put(course.course(), dish.dish().id()));
        }
        meals.trays().chooseFor(stay, new ChooseTray(key, dishes), "test");
    }

    /** Every dinner has one main dish without an allergen, and one dessert, of milk. */
    void dessertOfMilk() {
        String lines =
                IntStream.rangeClosed(1, 7)
                        .mapToObj(
                                day ->
                                        """
                                        %1$d;dinner;main;poulet-riz;poulet-riz;
                                        %1$d;dinner;dessert;yaourt-nature;yaourt-nature;
                                        """
                                                .formatted(day))
                        .collect(Collectors.joining());
        byte[] cycle =
                ("day;service;course;default;dishes;replacements\n" + lines)
                        .getBytes(StandardCharsets.UTF_8);
        House.done(meals.menus().importCycle("cycle.csv", cycle, Language.FR));
    }

    /** Sets a profile with this one allergy and nothing else. */
    void allergicToMilk(StayId stay) {
        meals.trays()
                .setProfile(
                        stay,
                        new FoodProfile(
                                true,
                                Set.of(),
                                Set.of(Allergen.MILK),
                                FoodTexture.REGULAR,
                                DrinkThickness.THIN,
                                Optional.empty(),
                                Set.of(),
                                Optional.empty(),
                                Optional.empty()),
                        "test");
    }

    /** Adds an aversion to the profile that there is. */
    void dislike(StayId stay, String ingredient) {
        FoodProfile p = meals.trays().profile(stay);
        change(stay, p.allergies(), Set.of(ingredient));
    }

    /** Adds allergies to the profile that there is. */
    void alsoAllergicTo(StayId stay, Allergen... more) {
        FoodProfile p = meals.trays().profile(stay);
        Set<Allergen> all = new HashSet<>(p.allergies());
        all.addAll(List.of(more));
        change(stay, all, p.aversions());
    }

    private void change(StayId stay, Set<Allergen> allergies, Set<String> aversions) {
        FoodProfile p = meals.trays().profile(stay);
        meals.trays()
                .setProfile(
                        stay,
                        new FoodProfile(
                                true,
                                p.diets(),
                                allergies,
                                p.texture(),
                                p.thickness(),
                                p.fasting(),
                                aversions,
                                p.carbohydrateLimit(),
                                p.fluidLimit()),
                        "test");
    }
}
