package chevet.ward.stay;

import chevet.config.RowFaults;
import chevet.model.place.BedId;
import chevet.model.place.WardId;
import chevet.model.stay.BedOccupancy;
import chevet.model.stay.Patient;
import chevet.model.stay.StayId;
import chevet.model.text.Language;
import chevet.model.wire.Body;
import chevet.model.wire.Reason;
import chevet.model.wire.StreamId;
import chevet.model.wire.WireCodec;
import chevet.ward.db.Database;
import chevet.ward.db.Tx;
import chevet.ward.http.Live;
import chevet.ward.keys.StayKeys;
import chevet.ward.stay.Places.Place;
import chevet.ward.sync.Events;
import chevet.ward.sync.Whereabouts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Admits, moves and discharges, and knows who lies where. Blocks until on disk; for virtual
 * threads, never the writer's.
 */
public final class StayDesk {
    private static final String OCCUPANCY = "stay.occupancy";

    private final StayDoors doors;
    private final Places places;
    private final StayRules rules;
    private final StayStore store = new StayStore();
    private final BedHistory history;
    private final List<StayFollower> followers = new CopyOnWriteArrayList<>();

    /** Erasures so far, and how many of them are gone from the files too; the last run's count. */
    private final AtomicLong erased = new AtomicLong(1);

    private final AtomicLong settled = new AtomicLong();

    /** The doors to the outside that stays need. */
    public record StayDoors(
            Database database, StayKeys keys, Events events, Live live, InstantSource clock) {}

    /** Reads who lies where; {@link #start} makes it known. */
    public StayDesk(StayDoors doors, Places places, StayRules rules) {
        this.doors = doors;
        this.places = places;
        this.rules = rules;
        this.history = new BedHistory(doors.database(), store, places);
    }

    /** Lets a feature do its part when stays begin, move or end. Before {@link #start}. */
    public void follow(StayFollower follower) {
        followers.add(follower);
    }

    /** Who lies at which terminal, for the roads. */
    public Whereabouts whereabouts() {
        return history;
    }

    /**
     * Does what a crash or a change of the configuration has left to do: keys of discharged stays
     * are put away, terminals are told of a bed that is new to them.
     */
    public void start() {
        doors.database().read(store::discharged).forEach(this::putAway);
        write(
                tx -> {
                    Map<BedId, StayId> lying = new HashMap<>();
                    store.lying(tx.handle()).forEach(in -> lying.put(in.bed(), in.stay()));
                    for (Place place : places.beds()) {
                        tell(tx, place, Optional.ofNullable(lying.get(place.bed())));
                    }
                    return true;
                });
        eraseDue();
    }

    /** Begins a stay in a free bed. */
    public StayResult admit(Admission admission, String by) {
        Optional<StayResult.Refused> fault = admission.fault();
        if (fault.isPresent()) {
            return fault.get();
        }
        Optional<Place> place = history.place(admission.bed());
        if (place.isEmpty()) {
            return refused("stay.no-such-bed", admission.bed());
        }
        Admitting admitting = prepare(admission.patient(), place.get(), 1);
        StayResult result = undoingKeys(List.of(admitting), tx -> admit(tx, admitting, by));
        if (result instanceof StayResult.Refused) {
            doors.keys().destroy(admitting.stay());
        }
        return result;
    }

    /** Moves a stay to a free bed; everything of it follows. */
    public StayResult transfer(StayId stay, BedId to, String by) {
        return write(tx -> transfer(tx, stay, to, by));
    }

    /**
     * Ends a stay; its key is put away now and destroyed after the time that the site has set, and
     * with it everything that is still kept of the stay.
     */
    public StayResult discharge(StayId stay, String by) {
        StayResult result = write(tx -> discharge(tx, stay, by));
        if (result instanceof StayResult.Done) {
            putAway(stay);
            eraseDue();
            // Not waited for: the discharge is done whatever becomes of it.
            settle();
        }
        return result;
    }

    /**
     * Admits everybody of a CSV file ({@code bed;title;name;language}, and {@code day} of the stay
     * where the patient came before the file), or nobody.
     *
     * @param file its name, for the faults
     * @param told the language of the faults
     */
    public ImportResult importAdmissions(String file, byte[] content, String by, Language told) {
        RowFaults faults = new RowFaults(file, told);
        List<AdmissionsFile.Line> lines = new AdmissionsFile(places).read(file, content, faults);
        Map<BedId, StayId> occupied = occupied();
        for (AdmissionsFile.Line line : lines) {
            if (occupied.containsKey(line.admission().bed())) {
                faults.at(line.row().cell("bed"), "bed-occupied", line.admission().bed().value());
            }
        }
        if (!faults.none()) {
            return new ImportResult.Faulty(faults.problems());
        }
        List<Admitting> all = new ArrayList<>();
        for (AdmissionsFile.Line line : lines) {
            Place place = history.place(line.admission().bed()).orElseThrow();
            all.add(prepare(line.admission().patient(), place, line.day()));
        }
        Map<BedId, StayId> stays =
                all.stream().collect(Collectors.toMap(a -> a.place().bed(), Admitting::stay));
        Optional<BedId> taken = undoingKeys(all, tx -> admitAll(tx, all, by));
        if (taken.isEmpty()) {
            return new ImportResult.Done(stays);
        }
        all.forEach(a -> doors.keys().destroy(a.stay()));
        lines.stream()
                .filter(line -> line.admission().bed().equals(taken.get()))
                .forEach(l -> faults.at(l.row().cell("bed"), "bed-occupied", taken.get().value()));
        return new ImportResult.Faulty(faults.problems());
    }

    /** Every bed of the ward in order, free ones too. */
    public List<BedView> board(WardId ward) {
        Instant now = doors.clock().instant();
        return doors.database()
                .read(
                        handle -> {
                            Map<BedId, StayStore.InBed> lying =
                                    store.lying(handle).stream()
                                            .collect(
                                                    Collectors.toMap(
                                                            StayStore.InBed::bed,
                                                            Function.identity()));
                            return places.of(ward).stream()
                                    .map(
                                            place ->
                                                    view(
                                                            handle,
                                                            place,
                                                            Optional.ofNullable(
                                                                    lying.get(place.bed())),
                                                            now))
                                    .toList();
                        });
    }

    /** Who it is by name; empty where the stay lies in no bed. */
    public Optional<Patient> patient(StayId stay) {
        return doors.database()
                .read(handle -> store.of(handle, stay).flatMap(_ -> patient(handle, stay)));
    }

    /** Who lies in which bed of all wards. */
    public Map<BedId, StayId> occupied() {
        return doors.database().read(store::lying).stream()
                .collect(Collectors.toMap(StayStore.InBed::bed, StayStore.InBed::stay));
    }

    /** Where a stay lies; on the given handle, so within a transaction where there is one. */
    public Optional<Place> placeOf(Handle handle, StayId stay) {
        return store.of(handle, stay).flatMap(in -> history.place(in.bed()));
    }

    /** Who lies in the ward, in the order of its beds; on the given handle. */
    public Map<Place, StayId> lying(Handle handle, WardId ward) {
        Map<BedId, StayId> all = new HashMap<>();
        store.lying(handle).forEach(in -> all.put(in.bed(), in.stay()));
        Map<Place, StayId> lying = new LinkedHashMap<>();
        for (Place place : places.of(ward)) {
            StayId stay = all.get(place.bed());
            if (stay != null) {
                lying.put(place, stay);
            }
        }
        return lying;
    }

    /**
     * Destroys the keys whose time has come and erases what is left of their stays, from the files
     * too.
     */
    public void tick() {
        eraseDue();
        settle().join();
    }

    private void eraseDue() {
        List<StayId> due =
                doors.database().read(handle -> store.due(handle, doors.clock().instant()));
        for (StayId stay : due) {
            // The key first: a crash in between leaves rubbish behind, never something legible.
            doors.keys().destroy(stay);
            write(
                    tx -> {
                        followers.forEach(follower -> follower.erased(tx, stay));
                        store.erase(tx.handle(), stay);
                        return true;
                    });
            erased.incrementAndGet();
        }
    }

    /**
     * What was deleted lives on in the log beside the database's file until then. Where it fails,
     * the next tick tries again.
     */
    private CompletableFuture<Void> settle() {
        long now = erased.get();
        return settled.get() >= now
                ? CompletableFuture.completedFuture(null)
                : doors.database().settle().thenRun(() -> settled.accumulateAndGet(now, Math::max));
    }

    /** A stay that has its key and its sealed patient, and needs its bed. */
    private record Admitting(
            StayId stay, Place place, Patient patient, int daysBefore, Sealed sealed) {}

    /** Bytes under the stay's key. */
    private static final class Sealed {
        private final byte[] bytes;

        Sealed(byte[] bytes) {
            this.bytes = bytes;
        }
    }

    private Admitting prepare(Patient written, Place place, int day) {
        StayId stay = new StayId(UUID.randomUUID().toString());
        Patient patient = new Patient(written.title(), written.name().strip(), written.language());
        doors.keys().make(stay);
        byte[] plain = WireCodec.body(patient).json().getBytes(StandardCharsets.UTF_8);
        byte[] sealed = doors.keys().seal(stay, kept(stay), plain);
        return new Admitting(stay, place, patient, day - 1, new Sealed(sealed));
    }

    private StayResult admit(Tx tx, Admitting admitting, String by) {
        Place place = admitting.place();
        Optional<StayResult.Refused> refused = refused(tx, place.bed());
        if (refused.isPresent()) {
            return refused.get();
        }
        StayId stay = admitting.stay();
        Instant since = tx.now().minus(admitting.daysBefore(), ChronoUnit.DAYS);
        store.insert(tx.handle(), stay, admitting.sealed().bytes, since, by);
        store.lie(tx.handle(), stay, place.ward(), place.bed(), tx.now(), by);
        tell(tx, place, Optional.of(stay));
        doors.events().put(tx, StreamId.stay(stay), "patient", "stay.patient", admitting.patient());
        followers.forEach(follower -> follower.admitted(tx, stay, place.bed()));
        history.remember(tx, stay, Optional.of(place.bed()));
        tx.afterCommit(() -> doors.live().changed("beds"));
        return new StayResult.Done(stay);
    }

    /** The bed that was taken meanwhile, and then nothing is kept; empty when all are admitted. */
    private Optional<BedId> admitAll(Tx tx, List<Admitting> all, String by) {
        for (Admitting admitting : all) {
            if (store.in(tx.handle(), admitting.place().bed()).isPresent()) {
                return Optional.of(admitting.place().bed());
            }
        }
        all.forEach(admitting -> admit(tx, admitting, by));
        return Optional.empty();
    }

    private StayResult transfer(Tx tx, StayId stay, BedId to, String by) {
        Optional<StayStore.InBed> lies = store.of(tx.handle(), stay);
        if (lies.isEmpty()) {
            return noSuchStay(stay);
        }
        BedId from = lies.get().bed();
        if (from.equals(to)) {
            return refused("stay.same-bed", to);
        }
        Optional<StayResult.Refused> refused = refused(tx, to);
        if (refused.isPresent()) {
            return refused.get();
        }
        Place place = history.place(to).orElseThrow();
        store.leave(tx.handle(), stay, tx.now());
        store.lie(tx.handle(), stay, place.ward(), to, tx.now(), by);
        history.place(from).ifPresent(left -> tell(tx, left, Optional.empty()));
        tell(tx, place, Optional.of(stay));
        followers.forEach(follower -> follower.moved(tx, stay, from, to));
        history.remember(tx, stay, Optional.of(to));
        tx.afterCommit(() -> doors.live().changed("beds"));
        return new StayResult.Done(stay);
    }

    private StayResult discharge(Tx tx, StayId stay, String by) {
        Optional<StayStore.InBed> lies = store.of(tx.handle(), stay);
        if (lies.isEmpty()) {
            return noSuchStay(stay);
        }
        BedId from = lies.get().bed();
        store.leave(tx.handle(), stay, tx.now());
        store.discharge(tx.handle(), stay, tx.now(), tx.now().plus(rules.keyKept()), by);
        followers.forEach(follower -> follower.discharged(tx, stay, from));
        history.place(from).ifPresent(left -> tell(tx, left, Optional.empty()));
        doors.events().end(tx, StreamId.stay(stay));
        history.remember(tx, stay, Optional.empty());
        tx.afterCommit(() -> doors.live().changed("beds"));
        return new StayResult.Done(stay);
    }

    private Optional<StayResult.Refused> refused(Tx tx, BedId bed) {
        if (history.place(bed).isEmpty()) {
            return Optional.of(refused("stay.no-such-bed", bed));
        }
        return store.in(tx.handle(), bed).map(_ -> refused("stay.bed-occupied", bed));
    }

    private static StayResult.Refused refused(String code, BedId bed) {
        return new StayResult.Refused("bed", new Reason(code, Map.of("bed", bed.value())));
    }

    private static StayResult noSuchStay(StayId stay) {
        return new StayResult.Refused(
                "stay", new Reason("stay.no-such-stay", Map.of("stay", stay.value())));
    }

    private void tell(Tx tx, Place place, Optional<StayId> stay) {
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

    private BedView view(Handle handle, Place place, Optional<StayStore.InBed> lying, Instant now) {
        Optional<BedView.Guest> guest =
                lying.map(
                        in -> {
                            // A restore without the keys leaves a bed with somebody of whom
                            // nothing is known.
                            Patient patient =
                                    patient(handle, in.stay())
                                            .orElse(
                                                    new Patient(
                                                            Patient.Title.NONE, "", Language.FR));
                            return new BedView.Guest(
                                    in.stay(),
                                    patient.title(),
                                    patient.initial(),
                                    patient.language(),
                                    in.admitted(),
                                    day(in.admitted(), now));
                        });
        return new BedView(place.ward(), place.bed(), place.terminal(), guest);
    }

    private int day(Instant admitted, Instant now) {
        long days =
                ChronoUnit.DAYS.between(
                        admitted.atZone(rules.zone()).toLocalDate(),
                        now.atZone(rules.zone()).toLocalDate());
        return (int) Math.max(0, days) + 1;
    }

    private Optional<Patient> patient(Handle handle, StayId stay) {
        try {
            return store.patient(handle, stay)
                    .map(bytes -> doors.keys().open(stay, kept(stay), bytes))
                    .map(plain -> new Body(new String(plain, StandardCharsets.UTF_8)))
                    .map(body -> WireCodec.lenient(body, Patient.class));
        } catch (StayKeys.KeyGone e) {
            return Optional.empty();
        }
    }

    private void putAway(StayId stay) {
        try {
            doors.keys().putAway(stay);
        } catch (StayKeys.KeyGone e) {
            // Restored without the keys: what was sealed is rubbish already.
            return;
        }
    }

    private static String kept(StayId stay) {
        return "stay.patient/" + stay.value();
    }

    /** Writes; where it fails, the keys that were made for it are destroyed. */
    private <T> T undoingKeys(List<Admitting> all, Function<Tx, T> work) {
        try {
            return write(work);
        } catch (RuntimeException e) {
            all.forEach(admitting -> doors.keys().destroy(admitting.stay()));
            throw e;
        }
    }

    private <T> T write(Function<Tx, T> work) {
        return doors.database().write(work).join();
    }
}
