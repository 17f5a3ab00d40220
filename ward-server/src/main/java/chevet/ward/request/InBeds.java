package chevet.ward.request;

import chevet.model.place.BedId;
import chevet.model.place.WardId;
import chevet.model.stay.StayId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Who lies where, as far as requests need to know. Reads on the handle that it is given. */
public interface InBeds {
    /** Everybody who lies in the ward now, in the order of its beds. */
    List<Lying> in(Handle handle, WardId ward);

    /** Where the stay lies now; empty after the discharge. */
    Optional<Lying> of(Handle handle, StayId stay);

    /** A stay in its bed. */
    record Lying(StayId stay, WardId ward, BedId bed) {}
}
