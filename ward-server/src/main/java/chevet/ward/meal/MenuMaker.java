package chevet.ward.meal;

import chevet.model.meal.MealService;
import chevet.model.meal.ServiceKey;
import chevet.model.meal.ServiceMenu;
import chevet.model.meal.ServiceMenu.CourseMenu;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

/** Lays the cycle of menus onto the calendar. */
final class MenuMaker {
    /** Where nobody said otherwise, day 1 of a cycle fell on this Monday. */
    static final LocalDate FIRST_MONDAY = LocalDate.of(2026, 1, 5);

    private final NavigableMap<Integer, Map<MealService, List<CourseMenu>>> cycle;
    private final LocalDate begins;
    private final MealHours hours;

    MenuMaker(
            NavigableMap<Integer, Map<MealService, List<CourseMenu>>> cycle,
            LocalDate begins,
            MealHours hours) {
        this.cycle = cycle;
        this.begins = monday(begins);
        this.hours = hours;
    }

    /** The Monday of that day's week. */
    static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** What is on that day, in the order of the day; empty where the cycle has nothing for it. */
    List<ServiceMenu> on(LocalDate date) {
        List<ServiceMenu> menus = new ArrayList<>();
        if (cycle.isEmpty()) {
            return menus;
        }
        Map<MealService, List<CourseMenu>> day = cycle.getOrDefault(cycleDay(date), Map.of());
        for (MealService service : MealService.values()) {
            List<CourseMenu> courses = day.get(service);
            if (courses != null) {
                ServiceKey key = new ServiceKey(date, service);
                menus.add(
                        new ServiceMenu(
                                key,
                                hours.opens(key),
                                hours.cutOff(key),
                                hours.served(key),
                                courses.stream()
                                        .sorted(Comparator.comparing(CourseMenu::course))
                                        .toList(),
                                false));
            }
        }
        return menus;
    }

    /** The cycle goes on for whole weeks, however many days its last one has. */
    private int cycleDay(LocalDate date) {
        int weeks = (cycle.lastKey() + 6) / 7;
        long since = date.toEpochDay() - begins.toEpochDay();
        return (int) Math.floorMod(since, weeks * 7L) + 1;
    }
}
