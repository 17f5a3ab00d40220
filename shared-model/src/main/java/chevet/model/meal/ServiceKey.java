package chevet.model.meal;

import java.time.LocalDate;

/** One service of one day, {@code 2026-11-21/DINNER} in keys. */
public record ServiceKey(LocalDate date, MealService service) implements Comparable<ServiceKey> {
    @Override
    public int compareTo(ServiceKey other) {
        int days = date.compareTo(other.date);
        return days != 0 ? days : service.compareTo(other.service);
    }

    @Override
    public String toString() {
        return date + "/" + service;
    }
}
