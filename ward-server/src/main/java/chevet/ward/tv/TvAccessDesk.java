package chevet.ward.tv;

import chevet.model.place.BedId;
import chevet.model.place.WardId;
import chevet.model.stay.StayId;
import chevet.model.tv.Favourites;
import chevet.model.tv.TvAccess;
import chevet.model.wire.Body;
import chevet.model.wire.Command;
import chevet.model.wire.Reason;
import chevet.model.wire.StreamId;
import chevet.model.wire.WireCodec;
import chevet.ward.db.Tx;
import chevet.ward.keys.StayKeys;
import chevet.ward.sync.Bedsides;
import chevet.ward.sync.CommandHandler;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * What the ward has set for a stay, and the patient's own favourites; sealed under the stay's key.
 * Blocks until on disk; for virtual threads, never the writer's.
 */
public final class TvAccessDesk implements CommandHandler<Favourites> {
    private final TvDoors doors;
    private final TvStore store;
    private final Bedsides beds;

    TvAccessDesk(TvDoors doors, TvStore store, Bedsides beds) {
        this.doors = doors;
        this.store = store;
        this.beds = beds;
    }

    /** What is set for a stay; {@link TvAccess#NONE} where nothing is. */
    public TvAccess of(StayId stay) {
        return doors.database().read(handle -> access(handle, stay));
    }

    /** Every patient of a ward, by bed, and what is set for each. */
    public Map<Bedsides.Lying, TvAccess> in(WardId ward) {
        return doors.database()
                .read(
                        handle -> {
                            Map<Bedsides.Lying, TvAccess> all = new LinkedHashMap<>();
                            beds.in(handle, ward)
                                    .forEach(lying -> all.put(lying, access(handle, lying.stay())));
                            return all;
                        });
    }

    /** Who lies in that bed of that ward. */
    public Optional<Bedsides.Lying> in(WardId ward, BedId bed) {
        return doors.database().read(handle -> beds.in(handle, ward, bed));
    }

    /**
     * Sets packs and age limit of a stay, in place of what was set.
     *
     * @return false where the stay lies nowhere any more; nothing is changed then
     */
    public boolean set(StayId stay, TvAccess access, String by) {
        return doors.database()
                .write(
                        tx -> {
                            if (beds.of(tx.handle(), stay).isEmpty()) {
                                return false;
                            }
                            byte[] sealed;
                            try {
                                sealed = seal(stay, accessPlace(stay), access);
                            } catch (StayKeys.KeyGone gone) {
                                // Restored without the keys: nothing can be kept of this stay.
                                return false;
                            }
                            store.putAccess(tx.handle(), stay, sealed, by, tx.now());
                            doors.events()
                                    .put(
                                            tx,
                                            StreamId.stay(stay),
                                            TvAccess.KEY,
                                            TvAccess.TYPE,
                                            access);
                            tx.afterCommit(
                                    () -> {
                                        doors.live().changed("tv");
                                        doors.live().changed("beds");
                                    });
                            return true;
                        })
                .join();
    }

    /** A patient's own channels; {@link Favourites#NONE} where there are none. */
    public Favourites favourites(StayId stay) {
        return doors.database()
                .read(
                        handle ->
                                store.favourites(handle, stay)
                                        .flatMap(
                                                bytes ->
                                                        open(
                                                                stay,
                                                                favouritesPlace(stay),
                                                                bytes,
                                                                Favourites.class))
                                        .orElse(Favourites.NONE));
    }

    @Override
    public String type() {
        return Favourites.TYPE;
    }

    @Override
    public Class<Favourites> bodyType() {
        return Favourites.class;
    }

    @Override
    public Decision handle(Command command, Favourites body, Tx tx) {
        Optional<StayId> stay = command.stay();
        if (stay.isEmpty() || beds.of(tx.handle(), stay.get()).isEmpty()) {
            return new Decision.Refused(Reason.of("stay.not-here"));
        }
        byte[] sealed;
        try {
            sealed = seal(stay.get(), favouritesPlace(stay.get()), body);
        } catch (StayKeys.KeyGone gone) {
            return new Decision.Refused(Reason.of("stay.not-here"));
        }
        store.putFavourites(tx.handle(), stay.get(), sealed);
        doors.events().put(tx, StreamId.stay(stay.get()), Favourites.KEY, Favourites.TYPE, body);
        return new Decision.Accepted();
    }

    void erased(Tx tx, StayId stay) {
        store.erase(tx.handle(), stay);
    }

    private TvAccess access(Handle handle, StayId stay) {
        return store.access(handle, stay)
                .flatMap(bytes -> open(stay, accessPlace(stay), bytes, TvAccess.class))
                .orElse(TvAccess.NONE);
    }

    private byte[] seal(StayId stay, String place, Object record) {
        byte[] plain = WireCodec.body(record).json().getBytes(StandardCharsets.UTF_8);
        return doors.keys().seal(stay, place, plain);
    }

    /**
     * Empty where the key is gone: after a restore without it, the stay is as if nothing were set.
     */
    private <T> Optional<T> open(StayId stay, String place, byte[] sealed, Class<T> type) {
        try {
            byte[] plain = doors.keys().open(stay, place, sealed);
            return Optional.of(
                    WireCodec.lenient(new Body(new String(plain, StandardCharsets.UTF_8)), type));
        } catch (StayKeys.KeyGone gone) {
            return Optional.empty();
        }
    }

    private static String accessPlace(StayId stay) {
        return "tv_access.body." + stay;
    }

    private static String favouritesPlace(StayId stay) {
        return "tv_favourites.body." + stay;
    }
}
