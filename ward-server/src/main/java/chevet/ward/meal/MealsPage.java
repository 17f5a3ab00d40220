package chevet.ward.meal;

import chevet.model.meal.Course;
import chevet.model.meal.Dish;
import chevet.model.meal.DishId;
import chevet.model.meal.DrinkThickness;
import chevet.model.meal.FoodTexture;
import chevet.model.meal.ServiceMenu;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One service as the kitchen sees it.
 *
 * @param sameDay the services of that day
 * @param before the day before, where it has services
 * @param after the day after, where it has services
 * @param warnings of this service that are not held trays
 * @param closable the kitchen may close it now
 */
public record MealsPage(
        KitchenSheet sheet,
        List<ServiceMenu> sameDay,
        Optional<LocalDate> before,
        Optional<LocalDate> after,
        List<MealWarning> warnings,
        Map<DishId, Dish> dishes,
        Chart chart,
        boolean closable) {
    public MealsPage {
        sameDay = List.copyOf(sameDay);
        warnings = List.copyOf(warnings);
        dishes = Map.copyOf(dishes);
    }

    /** The query that names this service. */
    public String query() {
        return query(sheet.menu());
    }

    /** The query that names that service of this ward. */
    public String query(ServiceMenu menu) {
        return query(menu.key().date()) + "&service=" + menu.key().service();
    }

    public String query(LocalDate date) {
        return "ward=" + sheet.ward() + "&date=" + date;
    }

    /** Food to produce, by course. */
    public List<KitchenSheet.Line> food(Course course) {
        return sheet.lines().stream()
                .filter(line -> line.course() == course && !line.dish().textures().isEmpty())
                .toList();
    }

    /** Drinks, soups and all that only flows. */
    public List<KitchenSheet.Line> drinks() {
        return sheet.lines().stream().filter(line -> line.dish().textures().isEmpty()).toList();
    }

    /** Courses with food, in the order of the tray's weight: the main dish first. */
    public List<Course> courses() {
        return List.of(
                        Course.MAIN,
                        Course.STARTER,
                        Course.BREAD,
                        Course.DAIRY,
                        Course.DESSERT,
                        Course.DRINK)
                .stream()
                .filter(course -> !food(course).isEmpty())
                .toList();
    }

    /** The textures that are produced, from regular down. */
    public List<FoodTexture> textures() {
        return Arrays.asList(FoodTexture.values()).reversed().stream()
                .filter(
                        level ->
                                level == FoodTexture.REGULAR
                                        || sheet.lines().stream()
                                                .anyMatch(l -> l.textures().containsKey(level)))
                .toList();
    }

    /** The thicknesses that are produced, from thin up. */
    public List<DrinkThickness> thicknesses() {
        return Arrays.stream(DrinkThickness.values())
                .filter(
                        level ->
                                drinks().stream().anyMatch(l -> l.thicknesses().containsKey(level)))
                .toList();
    }

    public static int sum(List<KitchenSheet.Line> lines) {
        return lines.stream().mapToInt(KitchenSheet.Line::total).sum();
    }

    public static int sum(List<KitchenSheet.Line> lines, FoodTexture level) {
        return lines.stream().mapToInt(line -> line.textures().getOrDefault(level, 0)).sum();
    }

    public static int sum(List<KitchenSheet.Line> lines, DrinkThickness level) {
        return lines.stream().mapToInt(line -> line.thicknesses().getOrDefault(level, 0)).sum();
    }

    @Override
    public String toString() {
        return "MealsPage[" + sheet.menu().key() + "]";
    }
}
