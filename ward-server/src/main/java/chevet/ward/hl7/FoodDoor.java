package chevet.ward.hl7;

import chevet.model.meal.SourcedFood;
import chevet.model.stay.StayId;
import chevet.ward.db.Tx;

/** Where orders for food go. On the writer's thread. */
public interface FoodDoor {
    /**
     * All that orders say now of a stay, in place of what they said before; a stay in no bed is
     * passed over.
     */
    void take(Tx tx, StayId stay, SourcedFood food);
}
