package chevet.ward.tv;

import chevet.model.place.BedId;
import chevet.model.place.WardId;
import chevet.model.stay.StayId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Who lies where. */
public interface TvBeds {
    /** A stay in its bed. */
    record Lying(StayId stay, WardId ward, BedId bed) {}

    /** Everybody of a ward, in the order of its beds. */
    List<Lying> in(Handle handle, WardId ward);

    /** Empty where the stay lies nowhere. */
    Optional<Lying> of(Handle handle, StayId stay);
}
