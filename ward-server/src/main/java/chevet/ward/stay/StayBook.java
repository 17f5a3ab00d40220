package chevet.ward.stay;

import chevet.model.place.BedId;
import chevet.model.record.PatientNumber;
import chevet.model.stay.BedOccupancy;
import chevet.model.stay.Patient;
import chevet.model.stay.StayId;
import chevet.model.wire.Body;
import chevet.model.wire.StreamId;
import chevet.model.wire.WireCodec;
import chevet.ward.db.Tx;
import chevet.ward.keys.StayKeys;
import chevet.ward.stay.Places.Place;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * What happens to stays within a transaction that somebody else leads: the desk, or the hospital's
 * feed. On the writer's thread, but for {@link #prepare} and {@link #drop}.
 */
public final class StayBook {
    private static final String OCCUPANCY = "stay.occupancy";

    private final StayDesk.StayDoors doors;
    private final StayRules rules;
    private final StayStore store;
    private final BedHistory history;
    private final WipeBook wipes;
    private final List<StayFollower> followers;

    StayBook(
            StayDesk.StayDoors doors,
            StayRules rules,
            StayStore store,
            BedHistory history,
            List<StayFollower> followers) {
        this.doors = doors;
        this.rules = rules;
        this.store = store;
        this.history = history;
        this.wipes = new WipeBook(doors.live(), doors.events());
        this.followers = followers;
    }

    /** Somebody who has a key on disk and a sealed name, and is to begin a stay. */
    public static final class Newcomer {
        private final StayId stay;
        private final Patient patient;
        private final byte[] sealed;

        private Newcomer(StayId stay, Patient patient, byte[] sealed) {
            this.stay = stay;
            this.patient = patient;
            this.sealed = sealed;
        }

        public StayId stay() {
            return stay;
        }
    }

    /** Makes the key and seals the name: what takes time, before the transaction. */
    public Newcomer prepare(Patient written) {
        StayId stay = new StayId(UUID.randomUUID().toString());
        Patient patient = new Patient(written.title(), written.name().strip(), written.language());
        doors.keys().make(stay);
        return new Newcomer(stay, patient, sealed(stay, patient));
    }

    /** Destroys the key of somebody who did not come. */
    public void drop(Newcomer newcomer) {
        doors.keys().destroy(newcomer.stay);
    }

    /**
     * Begins a stay.
     *
     * @param bed free, or none for now
     * @param since when it began
     */
    public void begin(Tx tx, Newcomer newcomer, Optional<BedId> bed, Instant since, String by) {
        store.insert(tx.handle(), newcomer.stay, newcomer.sealed, since, by);
        doors.events()
                .put(tx, StreamId.stay(newcomer.stay), "patient", "stay.patient", newcomer.patient);
        bed.ifPresent(
                in -> {
                    lie(tx, newcomer.stay, in, by);
                    followers.forEach(follower -> follower.admitted(tx, newcomer.stay, in));
                });
        show(tx);
    }

    /** Puts a stay into a free bed, from another one or from none; everything of it follows. */
    public void place(Tx tx, StayId stay, BedId to, String by) {
        Optional<BedId> from = store.of(tx.handle(), stay).map(StayStore.InBed::bed);
        from.ifPresent(left -> leave(tx, stay, left));
        lie(tx, stay, to, by);
        from.ifPresentOrElse(
                left -> followers.forEach(follower -> follower.moved(tx, stay, left, to)),
                () -> followers.forEach(follower -> follower.returned(tx, stay, to)));
        show(tx);
    }

    /** Takes a stay out of its bed without ending it; does nothing where it lies in none. */
    public void setAside(Tx tx, StayId stay) {
        Optional<BedId> from = store.of(tx.handle(), stay).map(StayStore.InBed::bed);
        from.ifPresent(
                left -> {
                    leave(tx, stay, left);
                    history.remember(tx, stay, Optional.empty());
                    followers.forEach(follower -> follower.setAside(tx, stay, left));
                    show(tx);
                });
    }

    /**
     * Ends a stay. Its key is put away after the commit; its events stay in the log, sealed, until
     * the key is destroyed, so that the end can be taken back.
     */
    public void end(Tx tx, StayId stay, String by) {
        Optional<BedId> from = store.of(tx.handle(), stay).map(StayStore.InBed::bed);
        from.ifPresent(left -> leave(tx, stay, left));
        store.discharge(tx.handle(), stay, tx.now(), tx.now().plus(rules.keyKept()), by);
        from.ifPresent(left -> followers.forEach(follower -> follower.discharged(tx, stay, left)));
        history.remember(tx, stay, Optional.empty());
        tx.afterCommit(() -> putAway(stay));
        show(tx);
    }

    /**
     * Takes the end of a stay back; it lies in no bed then.
     *
     * @return false where its key is destroyed: there is nothing left to go on with
     */
    public boolean resume(Tx tx, StayId stay) {
        if (!store.over(tx.handle(), stay).orElse(false)
                || store.due(tx.handle(), stay, tx.now())) {
            return false;
        }
        try {
            doors.keys().restore(stay);
        } catch (StayKeys.KeyGone e) {
            return false;
        }
        store.resume(tx.handle(), stay);
        show(tx);
        return true;
    }

    /** Says anew who it is. */
    public void rename(Tx tx, StayId stay, Patient patient) {
        store.rename(tx.handle(), stay, sealed(stay, patient));
        doors.events().put(tx, StreamId.stay(stay), "patient", "stay.patient", patient);
        show(tx);
    }

    /** Says by which number the hospital knows the patient; whoever needs it keeps it. */
    public void number(Tx tx, StayId stay, PatientNumber number) {
        followers.forEach(follower -> follower.numbered(tx, stay, number));
    }

    /** Who it is by name; empty where the key is gone or put away. */
    public Optional<Patient> patient(Handle handle, StayId stay) {
        try {
            return store.patient(handle, stay)
                    .map(bytes -> doors.keys().open(stay, kept(stay), bytes))
                    .map(plain -> new Body(new String(plain, StandardCharsets.UTF_8)))
                    .map(body -> WireCodec.lenient(body, Patient.class));
        } catch (StayKeys.KeyGone e) {
            return Optional.empty();
        }
    }

    /** True where the stay has begun, is not over, and is kept. */
    public boolean open(Tx tx, StayId stay) {
        return store.over(tx.handle(), stay).map(over -> !over).orElse(false);
    }

    /** The bed in which the stay lies now, as this transaction sees it. */
    public Optional<BedId> bedOf(Tx tx, StayId stay) {
        return store.of(tx.handle(), stay).map(StayStore.InBed::bed);
    }

    /** Who lies in the bed now, as this transaction sees it. */
    public Optional<StayId> in(Tx tx, BedId bed) {
        return store.in(tx.handle(), bed);
    }

    /** Why nobody can be put into that bed now; empty where somebody can. */
    Optional<StayResult.Refused> whyNot(Tx tx, BedId bed) {
        if (history.place(bed).isEmpty()) {
            return Optional.of(StayResult.Refused.of("stay.no-such-bed", bed));
        }
        return store.in(tx.handle(), bed).map(_ -> StayResult.Refused.of("stay.bed-occupied", bed));
    }

    /** Tells the terminal who lies there, where it was not told so before. */
    void tell(Tx tx, Place place, Optional<StayId> stay) {
        if (store.told(tx.handle(), place.terminal(), place.bed(), stay)) {
            doors.events()
                    .put(
                            tx,
                            StreamId.terminal(place.terminal()),
                            "occupancy",
                            OCCUPANCY,
                            new BedOccupancy(place.bed(), stay));
        }
    }

    void putAway(StayId stay) {
        try {
            doors.keys().putAway(stay);
        } catch (StayKeys.KeyGone e) {
            // Restored without the keys: what was sealed is rubbish already.
            return;
        }
    }

    WipeBook wipes() {
        return wipes;
    }

    private void lie(Tx tx, StayId stay, BedId bed, String by) {
        Place place = history.place(bed).orElseThrow();
        store.lie(tx.handle(), stay, place.ward(), bed, tx.now(), by);
        wipes.back(tx, stay, place.terminal());
        tell(tx, place, Optional.of(stay));
        history.remember(tx, stay, Optional.of(bed));
    }

    private void leave(Tx tx, StayId stay, BedId from) {
        store.leave(tx.handle(), stay, tx.now());
        history.place(from)
                .ifPresent(
                        left -> {
                            tell(tx, left, Optional.empty());
                            wipes.expect(tx, stay, left);
                        });
    }

    private byte[] sealed(StayId stay, Patient patient) {
        byte[] plain = WireCodec.body(patient).json().getBytes(StandardCharsets.UTF_8);
        return doors.keys().seal(stay, kept(stay), plain);
    }

    private static String kept(StayId stay) {
        return "stay.patient/" + stay.value();
    }

    private void show(Tx tx) {
        tx.afterCommit(() -> doors.live().changed("beds"));
    }
}
