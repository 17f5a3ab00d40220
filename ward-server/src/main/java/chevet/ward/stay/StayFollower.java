package chevet.ward.stay;

import chevet.model.place.BedId;
import chevet.model.record.PatientNumber;
import chevet.model.stay.StayId;
import chevet.ward.db.Tx;

/**
 * A feature that does something of its own when a stay begins, moves or ends; in the same
 * transaction, on the writer's thread. A throw undoes the whole.
 */
public interface StayFollower {
    /** The stay lies in its bed and its key is there. */
    void admitted(Tx tx, StayId stay, BedId bed);

    /** The stay lies in another bed, perhaps of another ward. */
    void moved(Tx tx, StayId stay, BedId from, BedId to);

    /** The stay lies nowhere any more; its key can still be used in this transaction. */
    void discharged(Tx tx, StayId stay, BedId from);

    /** The stay lies in no bed for now and is not over; whoever comes into the bed is another. */
    default void setAside(Tx tx, StayId stay, BedId from) {}

    /** The stay lies in a bed again, after it was set aside or its discharge was cancelled. */
    default void returned(Tx tx, StayId stay, BedId bed) {
        admitted(tx, stay, bed);
    }

    /** The number is known by which the hospital knows the patient, or is another one. */
    default void numbered(Tx tx, StayId stay, PatientNumber number) {}

    /** The stay's key is destroyed: whatever is still kept of it goes now. */
    void erased(Tx tx, StayId stay);
}
