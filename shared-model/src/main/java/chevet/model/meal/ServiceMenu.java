package chevet.model.meal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is on for one service of one day in a ward.
 *
 * @param opens when it may first be chosen
 * @param cutOff when choosing ends; an order received at this instant or later is too late
 * @param served when the trays go out; fasting is judged at this instant
 * @param courses in the order of the tray
 * @param closed the kitchen has closed it, whatever the clock says
 */
public record ServiceMenu(
        ServiceKey key,
        Instant opens,
        Instant cutOff,
        Instant served,
        List<CourseMenu> courses,
        boolean closed) {
    public ServiceMenu {
        courses = List.copyOf(courses);
    }

    /**
     * The dishes of one course.
     *
     * @param dishes what is proposed, in order
     * @param replacements what may be had instead where nothing proposed fits or pleases, in order
     * @param byDefault what comes when nobody chooses; it goes through the rule like any other
     */
    public record CourseMenu(
            Course course,
            List<DishId> dishes,
            List<DishId> replacements,
            Optional<DishId> byDefault) {
        public CourseMenu {
            dishes = List.copyOf(dishes);
            replacements = List.copyOf(replacements);
        }
    }
}
