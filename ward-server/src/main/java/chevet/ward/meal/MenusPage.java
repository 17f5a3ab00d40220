package chevet.ward.meal;

import chevet.model.meal.ServiceMenu;
import chevet.model.place.WardId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the kitchen's files have made: the catalogue, the cycle, and the days that patients see.
 *
 * @param ward whose menus are shown
 * @param dishes how many there are
 * @param cycle empty before the first one was read
 * @param days that are published, in order
 * @param mayChange this account may bring new files
 * @param panel the form, where the page was asked for with it
 */
public record MenusPage(
        WardId ward,
        int dishes,
        Optional<MenuDesk.Cycle> cycle,
        List<Day> days,
        boolean mayChange,
        Optional<MenuFilePanel> panel) {
    public MenusPage {
        days = List.copyOf(days);
    }

    /** The services of one day. */
    public record Day(LocalDate date, List<ServiceMenu> services) {
        public Day {
            services = List.copyOf(services);
        }
    }
}
