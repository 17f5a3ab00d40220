package chevet.ward.hl7;

import chevet.model.stay.StayId;
import chevet.ward.db.Tx;
import java.time.Instant;

/** Where diet orders go. On the writer's thread. */
interface FoodDoor {
    /**
     * An order for a stay that goes on.
     *
     * @param told when it was made: an older one changes nothing
     */
    void ordered(Tx tx, StayId stay, Instant told, FeedMessage.DietOrder order);
}
