package chevet.ward.meal;

import chevet.model.meal.ServiceKey;
import chevet.model.meal.Tray;
import chevet.model.place.BedId;
import chevet.model.stay.StayId;
import java.util.Optional;

/**
 * The state of a bed's next meal, for the board.
 *
 * @param confirmed somebody answers for the food profile
 * @param next the next service that is not yet served, and the tray's state there
 */
public record BedMeal(BedId bed, StayId stay, boolean confirmed, Optional<Next> next) {
    /** One service and how the tray stands. */
    public record Next(ServiceKey key, Tray.State state) {}
}
