package chevet.ward;

import chevet.model.place.BedId;
import chevet.model.stay.StayId;
import chevet.ward.db.Tx;
import chevet.ward.request.Requests;
import chevet.ward.stay.StayFollower;

/**
 * What requests and stays know of each other; neither imports the other. What was asked for follows
 * the stay by itself: its stream goes along and comes back with it.
 */
final class RequestsFollowStays implements StayFollower {
    private final Requests requests;

    RequestsFollowStays(Requests requests) {
        this.requests = requests;
    }

    @Override
    public void admitted(Tx tx, StayId stay, BedId bed) {
        requests.stirred(tx);
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
    public void setAside(Tx tx, StayId stay, BedId from) {
        requests.stirred(tx);
    }

    @Override
    public void returned(Tx tx, StayId stay, BedId bed) {
        requests.stirred(tx);
    }

    @Override
    public void erased(Tx tx, StayId stay) {
        requests.erased(tx, stay);
    }
}
