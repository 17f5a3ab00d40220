package chevet.ward;

import chevet.config.WardConfig.ServiceHours;
import chevet.model.meal.MealService;
import chevet.model.meal.ServiceKey;
import chevet.model.place.WardId;
import chevet.ward.meal.MealHours;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The demo's hours of the services: what a service is served at, and until when it is chosen. */
public record DemoHours(ZoneId zone, List<WardId> wards) implements MealHours {
    private static final Map<MealService, ServiceHours> HOURS =
            Map.of(
                    MealService.BREAKFAST, hours("07:30", "19:00", 1),
                    MealService.LUNCH, hours("12:15", "09:30", 0),
                    MealService.SNACK, hours("15:30", "13:00", 0),
                    MealService.DINNER, hours("18:30", "14:00", 0));

    private static ServiceHours hours(String served, String cutOff, int daysBefore) {
        return new ServiceHours(LocalTime.parse(served), LocalTime.parse(cutOff), daysBefore, 3);
    }

    @Override
    public Instant opens(ServiceKey key) {
        return of(key).opensAt(key.date(), zone);
    }

    @Override
    public Instant cutOff(ServiceKey key) {
        return of(key).cutOffAt(key.date(), zone);
    }

    @Override
    public Instant served(ServiceKey key) {
        return of(key).servedAt(key.date(), zone);
    }

    private static ServiceHours of(ServiceKey key) {
        return Optional.ofNullable(HOURS.get(key.service())).orElseThrow();
    }
}
