package chevet.ward.stay;

import chevet.model.place.BedId;
import chevet.model.place.SiteId;
import chevet.model.place.TerminalId;
import chevet.model.place.WardId;
import java.util.List;
import java.util.Optional;

/** Which beds there are and which terminal is fixed to each, as IT has configured it. */
public interface Places {
    /** Every bed once, ward by ward, in the order in which a board shows them. */
    List<Place> beds();

    default Optional<Place> of(BedId bed) {
        return beds().stream().filter(place -> place.bed().equals(bed)).findFirst();
    }

    /** The beds of one ward, in order. */
    default List<Place> of(WardId ward) {
        return beds().stream().filter(place -> place.ward().equals(ward)).toList();
    }

    /** One bed. Its name is its own in the whole configuration. */
    record Place(SiteId site, WardId ward, BedId bed, TerminalId terminal) {}
}
