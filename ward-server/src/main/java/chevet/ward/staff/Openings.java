package chevet.ward.staff;

import chevet.config.StaffConfig;
import chevet.model.staff.RecordAccess;
import chevet.model.staff.RecordAccess.Opening;
import chevet.model.stay.StayId;
import chevet.model.text.Texts;
import chevet.model.wire.StreamId;
import chevet.ward.db.Tx;

/** Tells the patient who opened the record: by trade and time, in the stay's stream. */
final class Openings {
    private final StaffDoors doors;
    private final StaffStore store;
    private final StaffConfig config;

    Openings(StaffDoors doors, StaffStore store, StaffConfig config) {
        this.doors = doors;
        this.store = store;
        this.config = config;
    }

    /** The session reads the record; told once for each session, and once more by the glass. */
    void opened(Tx tx, Open open, boolean emergency) {
        StayId stay = open.stay().orElseThrow();
        boolean first =
                store.open(
                        tx.handle(),
                        stay,
                        new StaffStore.Opening(
                                open.id(), tx.now(), open.profile().id(), emergency));
        if (first) {
            RecordAccess access =
                    new RecordAccess(
                            store.openings(tx.handle(), stay, RecordAccess.MOST).stream()
                                    .map(
                                            each ->
                                                    new Opening(
                                                            trade(each.profile()),
                                                            each.at(),
                                                            each.emergency()))
                                    .toList());
            doors.events()
                    .put(tx, StreamId.stay(stay), RecordAccess.KEY, RecordAccess.TYPE, access);
        }
    }

    private Texts trade(String profile) {
        return config.profile(profile)
                .map(known -> known.name())
                .orElseGet(() -> Texts.french(profile));
    }
}
