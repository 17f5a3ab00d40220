package chevet.ward.request;

import chevet.model.request.PatientRequest;
import chevet.model.request.RequestId;
import chevet.model.stay.StayId;
import chevet.model.wire.StreamId;
import chevet.ward.db.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Requests, sealed when they are written and opened when they are read; the bed is told. */
final class RequestBook {
    private final RequestDoors doors;
    private final RequestStore store;
    private final Sealing sealing;

    RequestBook(RequestDoors doors, RequestStore store, Sealing sealing) {
        this.doors = doors;
        this.store = store;
        this.sealing = sealing;
    }

    /** A request and whose it is. */
    record Found(StayId stay, Asked asked) {}

    Optional<Found> find(Handle handle, RequestId id) {
        return store.request(handle, id)
                .flatMap(row -> open(row).map(asked -> new Found(row.stay(), asked)));
    }

    List<Asked> of(Handle handle, StayId stay) {
        return store.requests(handle, stay).stream().flatMap(row -> open(row).stream()).toList();
    }

    /**
     * Writes it and tells the bed and open pages.
     *
     * @return false where the stay's key is gone, so that nothing can be kept of it
     */
    boolean put(Tx tx, StayId stay, Asked asked) {
        PatientRequest request = asked.request();
        Optional<byte[]> sealed = sealing.seal(stay, place(request.id()), asked);
        if (sealed.isEmpty()) {
            return false;
        }
        Instant over = request.state().open() ? null : request.changed();
        store.put(
                tx.handle(),
                new RequestStore.Row(request.id(), stay, sealed.get()),
                request.since(),
                over);
        told(tx, stay, request);
        Requests.stir(doors, tx);
        return true;
    }

    private void told(Tx tx, StayId stay, PatientRequest request) {
        doors.events()
                .put(
                        tx,
                        StreamId.stay(stay),
                        PatientRequest.key(request.id()),
                        PatientRequest.TYPE,
                        request);
    }

    /** Takes what was over before that moment from the patient's screen and from the database. */
    void clear(Tx tx, Instant before) {
        for (RequestStore.Row row : store.over(tx.handle(), before)) {
            store.remove(tx.handle(), row.id());
            doors.events().remove(tx, StreamId.stay(row.stay()), PatientRequest.key(row.id()));
            Requests.stir(doors, tx);
        }
    }

    private Optional<Asked> open(RequestStore.Row row) {
        return sealing.open(row.stay(), place(row.id()), row.body(), Asked.class);
    }

    private static String place(RequestId id) {
        return "request.body/" + id;
    }
}
