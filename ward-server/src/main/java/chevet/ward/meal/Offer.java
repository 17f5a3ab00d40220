package chevet.ward.meal;

import chevet.model.meal.Course;
import chevet.model.meal.Dish;
import chevet.model.meal.FoodProfile;
import chevet.model.meal.ServiceMenu;
import chevet.model.meal.Tray;
import chevet.model.meal.Verdict;
import java.util.List;

/**
 * What one patient may have at one service: what an aide chooses from.
 *
 * @param tray as it stands now
 * @param courses in the order of the tray
 */
public record Offer(ServiceMenu menu, FoodProfile profile, Tray tray, List<CourseOffer> courses) {
    public Offer {
        courses = List.copyOf(courses);
    }

    @Override
    public String toString() {
        return "Offer[" + menu.key() + "]";
    }

    /** The dishes of one course, proposed ones first. */
    public record CourseOffer(Course course, List<DishOffer> dishes) {
        public CourseOffer {
            dishes = List.copyOf(dishes);
        }
    }

    /**
     * One dish and what the rule says of it.
     *
     * @param replacement it is not on the menu itself but may be had instead
     */
    public record DishOffer(Dish dish, boolean replacement, Verdict verdict) {}
}
