package chevet.ward;

import chevet.config.pack.ObjectStore;
import chevet.model.pack.ObjectRef;
import chevet.model.place.BedId;
import chevet.model.stay.StayId;
import chevet.ward.db.Tx;
import chevet.ward.http.Download;
import chevet.ward.stay.StayFollower;
import chevet.ward.tv.Objects;
import chevet.ward.tv.Source;
import chevet.ward.tv.Television;
import java.util.Collection;

/** What television knows of stays, objects and downloads; none imports the other. */
final class TvPorts {
    private static final String OWNER = "tv";

    private TvPorts() {}

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
