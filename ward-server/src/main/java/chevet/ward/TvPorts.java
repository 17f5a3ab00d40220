package chevet.ward;

import chevet.config.pack.ObjectStore;
import chevet.model.pack.ObjectRef;
import chevet.model.place.BedId;
import chevet.model.place.WardId;
import chevet.model.stay.StayId;
import chevet.ward.db.Tx;
import chevet.ward.http.Download;
import chevet.ward.stay.StayDesk;
import chevet.ward.stay.StayFollower;
import chevet.ward.tv.Objects;
import chevet.ward.tv.Source;
import chevet.ward.tv.Television;
import chevet.ward.tv.TvBeds;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What television knows of stays, objects and downloads; none imports the other. */
final class TvPorts {
    private static final String OWNER = "tv";

    private TvPorts() {}

    static TvBeds beds(StayDesk stays) {
        return new TvBeds() {
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

    static Objects objects(ObjectStore store) {
        return new Objects() {
            @Override
            public boolean has(ObjectRef object) {
                return store.length(object.sha256()).isPresent();
            }

            @Override
            public ObjectRef keep(byte[] bytes, String mediaType) {
                return store.keep(bytes, mediaType);
            }

            @Override
            public void want(Collection<ObjectRef> objects, Collection<ObjectRef> gone) {
                store.pin(OWNER, objects);
                gone.forEach(object -> store.forget(object.sha256()));
            }
        };
    }

    static Source source(Download download) {
        return (from, longest) ->
                switch (download.get(from, longest)) {
                    case Download.Result.Content(byte[] bytes) -> new Source.Got.Content(bytes);
                    case Download.Result.Failed(String why) -> new Source.Got.Unreachable(why);
                };
    }

    /** What is set for a stay follows the patient by itself and goes when the stay is erased. */
    static StayFollower follower(Television television) {
        return new StayFollower() {
            @Override
            public void admitted(Tx tx, StayId stay, BedId bed) {
                // Nothing is set yet.
            }

            @Override
            public void moved(Tx tx, StayId stay, BedId from, BedId to) {
                // The stay's stream goes along.
            }

            @Override
            public void discharged(Tx tx, StayId stay, BedId from) {
                // A discharge can be cancelled; what was set is there again then.
            }

            @Override
            public void erased(Tx tx, StayId stay) {
                television.erased(tx, stay);
            }
        };
    }
}
