package chevet.ward.library;

import chevet.model.place.BedId;
import chevet.model.place.WardId;
import chevet.model.stay.StayId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Who lies where, as far as the library needs to know. Reads on the handle that it is given. */
public interface Bedsides {
    /** Everybody who lies in the ward now, in the order of its beds. */
    List<Lying> in(Handle handle, WardId ward);

    /** Where the stay lies now; empty after the discharge. */
    Optional<Lying> of(Handle handle, StayId stay);

    /** A stay in its bed. */
    record Lying(StayId stay, WardId ward, BedId bed) {}
}
