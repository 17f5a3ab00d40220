package chevet.ward.record;

import chevet.model.meal.SourcedFood;
import chevet.model.stay.StayId;

/** Where what the record says of food goes. */
public interface FoodSink {
    /** What the record says now; whoever does not lie here any more is passed over. */
    void take(StayId stay, SourcedFood food);

    /** What it said was said of somebody else, and of this patient it has not spoken yet. */
    void unknown(StayId stay);
}
