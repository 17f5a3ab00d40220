package chevet.ward;

import chevet.model.place.BedId;
import chevet.model.place.WardId;
import chevet.model.stay.StayId;
import chevet.ward.db.Tx;
import chevet.ward.request.InBeds;
import chevet.ward.request.Requests;
import chevet.ward.stay.StayDesk;
import chevet.ward.stay.StayFollower;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What requests and stays know of each other; neither imports the other. */
final class RequestsFollowStays implements StayFollower {
    private final Requests requests;

    RequestsFollowStays(Requests requests) {
        this.requests = requests;
    }

    /** Who lies where, for the ward's list. */
    static InBeds beds(StayDesk stays) {
        return new InBeds() {
            @Override
            public List<Lying> in(Handle handle, WardId ward) {
                return stays.lying(handle, ward).entrySet().stream()
                        .map(e -> new Lying(e.getValue(), ward, e.getKey().bed()))
                        .toList();
            }

            @Override
            public Optional<Lying> of(Handle handle, StayId stay) {
                return stays.placeOf(handle, stay)
                        .map(place -> new Lying(stay, place.ward(), place.bed()));
            }
        };
    }

    @Override
    public void admitted(Tx tx, StayId stay, BedId bed) {
        requests.admitted(tx, stay);
    }

    @Override
    public void moved(Tx tx, StayId stay, BedId from, BedId to) {
        requests.stirred(tx);
    }

    @Override
    public void discharged(Tx tx, StayId stay, BedId from) {
        requests.stirred(tx);
    }

    @Override
    public void erased(Tx tx, StayId stay) {
        requests.erased(tx, stay);
    }
}
