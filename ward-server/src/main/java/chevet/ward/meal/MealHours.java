package chevet.ward.meal;

import chevet.model.meal.ServiceKey;
import chevet.model.place.WardId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** The wards that are fed, and when their services open, end and go out: IT's decision. */
public interface MealHours {
    ZoneId zone();

    List<WardId> wards();

    /** When the service may first be chosen. */
    Instant opens(ServiceKey key);

    /** When choosing ends. */
    Instant cutOff(ServiceKey key);

    /** When the trays go out. */
    Instant served(ServiceKey key);
}
