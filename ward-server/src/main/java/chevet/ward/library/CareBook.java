package chevet.ward.library;

import chevet.model.library.FilmId;
import chevet.model.library.FilmProgress;
import chevet.model.library.Prescription;
import chevet.model.stay.StayId;
import chevet.model.wire.Body;
import chevet.model.wire.StreamId;
import chevet.model.wire.WireCodec;
import chevet.ward.db.Tx;
import chevet.ward.keys.StayKeys;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What is known of patients and films, sealed when it is written and opened when it is read. */
final class CareBook {
    private final LibraryDoors doors;
    private final LibraryStore store;

    CareBook(LibraryDoors doors, LibraryStore store) {
        this.doors = doors;
        this.store = store;
    }

    Care of(Handle handle, StayId stay, FilmId film) {
        return store.care(handle, stay, film)
                .flatMap(row -> open(stay, row))
                .orElseGet(() -> Care.none(film));
    }

    List<Care> all(Handle handle, StayId stay) {
        return store.cares(handle, stay).stream().flatMap(row -> open(stay, row).stream()).toList();
    }

    /**
     * Writes what changed and tells the bed; nothing is done where nothing changed.
     *
     * @return false where the stay's key is gone, so that nothing can be kept of it
     */
    boolean put(Tx tx, StayId stay, Care before, Care now) {
        if (before.equals(now)) {
            return true;
        }
        byte[] plain = WireCodec.body(now).json().getBytes(StandardCharsets.UTF_8);
        byte[] sealed;
        try {
            sealed = doors.keys().seal(stay, place(stay, now.film()), plain);
        } catch (StayKeys.KeyGone e) {
            return false;
        }
        store.putCare(tx.handle(), stay, new LibraryStore.Row(now.film(), sealed));
        StreamId stream = StreamId.stay(stay);
        if (!before.prescription().equals(now.prescription())) {
            String key = Prescription.key(now.film());
            now.prescription()
                    .ifPresentOrElse(
                            put -> doors.events().put(tx, stream, key, Prescription.TYPE, put),
                            () -> doors.events().remove(tx, stream, key));
        }
        if (!before.progress().equals(now.progress())) {
            String key = FilmProgress.key(now.film());
            now.progress()
                    .ifPresentOrElse(
                            put -> doors.events().put(tx, stream, key, FilmProgress.TYPE, put),
                            () -> doors.events().remove(tx, stream, key));
        }
        tx.afterCommit(() -> doors.live().changed(Library.TOPIC));
        return true;
    }

    private Optional<Care> open(StayId stay, LibraryStore.Row row) {
        try {
            byte[] plain = doors.keys().open(stay, place(stay, row.film()), row.body());
            Body body = new Body(new String(plain, StandardCharsets.UTF_8));
            return Optional.of(WireCodec.lenient(body, Care.class));
        } catch (StayKeys.KeyGone e) {
            // Restored without the keys: what is sealed is as good as gone.
            return Optional.empty();
        }
    }

    private static String place(StayId stay, FilmId film) {
        return "library_care.body/" + stay + "/" + film;
    }
}
