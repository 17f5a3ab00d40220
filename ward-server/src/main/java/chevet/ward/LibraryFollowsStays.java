package chevet.ward;

import chevet.model.place.BedId;
import chevet.model.place.WardId;
import chevet.model.stay.StayId;
import chevet.ward.db.Tx;
import chevet.ward.library.Bedsides;
import chevet.ward.library.Library;
import chevet.ward.stay.StayDesk;
import chevet.ward.stay.StayFollower;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What the library and stays know of each other; neither imports the other. */
final class LibraryFollowsStays implements StayFollower {
    private final Library library;

    LibraryFollowsStays(Library library) {
        this.library = library;
    }

    /** Who lies where, for the nurse's list. */
    static Bedsides bedsides(StayDesk stays) {
        return new Bedsides() {
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
