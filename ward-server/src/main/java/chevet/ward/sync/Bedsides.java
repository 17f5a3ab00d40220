package chevet.ward.sync;

import chevet.model.place.BedId;
import chevet.model.place.WardId;
import chevet.model.stay.StayId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Who lies where, for features. Reads on the handle that it is given, so as a transaction sees it
 * where there is one; {@link Whereabouts} tells the roads what is committed.
 */
public interface Bedsides {
    /** Everybody who lies in the ward now, in the order of its beds. */
    List<Lying> in(Handle handle, WardId ward);

    /** Who lies in that bed of that ward; empty where nobody does. */
    default Optional<Lying> in(Handle handle, WardId ward, BedId bed) {
        return in(handle, ward).stream().filter(lying -> lying.bed().equals(bed)).findFirst();
    }

    /** Where the stay lies now; empty where it lies in no bed. */
    Optional<Lying> of(Handle handle, StayId stay);

    /** A stay in its bed. */
    record Lying(StayId stay, WardId ward, BedId bed) {}
}
