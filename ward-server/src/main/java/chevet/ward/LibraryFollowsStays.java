package chevet.ward;

import chevet.model.place.BedId;
import chevet.model.stay.StayId;
import chevet.ward.db.Tx;
import chevet.ward.library.Library;
import chevet.ward.stay.StayFollower;

/** What the library and stays know of each other; neither imports the other. */
final class LibraryFollowsStays implements StayFollower {
    private final Library library;

    LibraryFollowsStays(Library library) {
        this.library = library;
    }

    @Override
    public void admitted(Tx tx, StayId stay, BedId bed) {
        library.stirred(tx);
    }

    @Override
    public void moved(Tx tx, StayId stay, BedId from, BedId to) {
        library.stirred(tx);
    }

    @Override
    public void discharged(Tx tx, StayId stay, BedId from) {
        library.stirred(tx);
    }

    @Override
    public void setAside(Tx tx, StayId stay, BedId from) {
        library.stirred(tx);
    }

    @Override
    public void returned(Tx tx, StayId stay, BedId bed) {
        library.stirred(tx);
    }

    @Override
    public void erased(Tx tx, StayId stay) {
        library.erased(tx, stay);
    }
}
