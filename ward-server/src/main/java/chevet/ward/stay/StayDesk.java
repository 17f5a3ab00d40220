package chevet.ward.stay;

import chevet.model.place.BedId;
import chevet.model.place.TerminalId;
import chevet.model.place.WardId;
import chevet.model.record.PatientNumber;
import chevet.model.stay.Patient;
import chevet.model.stay.StayId;
import chevet.model.text.Language;
import chevet.model.wire.Reason;
import chevet.ward.db.Database;
import chevet.ward.db.Tx;
import chevet.ward.http.Live;
import chevet.ward.keys.StayKeys;
import chevet.ward.stay.Places.Place;
import chevet.ward.sync.Bedsides;
import chevet.ward.sync.Events;
import chevet.ward.sync.Whereabouts;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Admits, moves and discharges, and knows who lies where. Blocks until on disk; for virtual
 * threads, never the writer's.
 */
public final class StayDesk {
    /** A restore without the keys leaves somebody of whom nothing is known. */
    private static final Patient NOBODY = new Patient(Patient.Title.NONE, "", Language.FR);

    private final StayDoors doors;
    private final Places places;
    private final StayRules rules;
    private final StayStore store = new StayStore();
    private final BedHistory history;
    private final StayBook book;
    private final Admissions admissions;
    private final Erasures erasures;
    private final List<StayFollower> followers = new CopyOnWriteArrayList<>();

    /** The doors to the outside that stays need. */
    public record StayDoors(
            Database database, StayKeys keys, Events events, Live live, InstantSource clock) {}

    /** Reads who lies where; {@link #start} makes it known. */
    public StayDesk(StayDoors doors, Places places, StayRules rules) {
        this.doors = doors;
        this.places = places;
        this.rules = rules;
        this.history = new BedHistory(doors.database(), store, places);
        this.book = new StayBook(doors, rules, store, history, followers);
        this.admissions = new Admissions(doors.database(), places, store, history, book);
        this.erasures = new Erasures(doors, store, followers);
    }

    /** Lets a feature do its part when stays begin, move or end. Before {@link #start}. */
    public void follow(StayFollower follower) {
        followers.add(follower);
    }

    /** For whoever leads a transaction of his own. */
    public StayBook book() {
        return book;
    }

    /** Takes the receipts of terminals. */
    public WipeReceipts receipts(X509Certificate authority) {
        return new WipeReceipts(book.wipes(), authority);
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
        doors.database().read(store::discharged).forEach(book::putAway);
        write(
                tx -> {
                    Map<BedId, StayId> lying = new HashMap<>();
                    store.lying(tx.handle()).forEach(in -> lying.put(in.bed(), in.stay()));
                    for (Place place : places.beds()) {
                        book.tell(tx, place, Optional.ofNullable(lying.get(place.bed())));
                    }
                    return true;
                });
        erasures.due();
    }

    /** Begins a stay in a free bed. */
    public StayResult admit(Admission admission, String by) {
        return admissions.admit(admission, by);
    }

    /**
     * Admits everybody of a CSV file ({@code bed;title;name;language}, {@code day} of the stay
     * where the patient came before the file, {@code number} by which the record knows the
     * patient), or nobody. With a column {@code action} ({@code admit}, {@code transfer} to the bed
     * {@code to}, {@code discharge}) its rows are done in their order, or none of them; a name in a
     * row that moves or ends must be that of who lies there.
     *
     * @param file its name, for the faults
     * @param told the language of the faults
     * @param mayEnd whether the stays in these beds are to end
     */
    public ImportResult importAdmissions(
            String file, byte[] content, String by, Language told, Predicate<List<BedId>> mayEnd) {
        ImportResult result = admissions.importFile(file, content, by, told, mayEnd);
        if (result instanceof ImportResult.Done done && done.ended() > 0) {
            ended();
        }
        return result;
    }

    /** The same where whoever sends the file knows whose stays it ends. */
    public ImportResult importAdmissions(String file, byte[] content, String by, Language told) {
        return importAdmissions(file, content, by, told, _ -> true);
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
            ended();
        }
        return result;
    }

    /** To be called after the commit of an end: where the site keeps no key, all of it goes now. */
    public void ended() {
        if (rules.keyKept().isZero()) {
            erasures.due();
            // Not waited for: the end is done whatever becomes of it.
            erasures.settle();
        }
    }

    /** Says by which number the hospital knows the patient; at the admission nobody may have. */
    public StayResult number(StayId stay, PatientNumber number) {
        return write(
                tx -> {
                    if (!book.open(tx, stay)) {
                        return noSuchStay(stay);
                    }
                    book.number(tx, stay, number);
                    return new StayResult.Done(stay);
                });
    }

    /** Takes a stay out of its bed without ending it. */
    public StayResult setAside(StayId stay) {
        return write(
                tx -> {
                    if (book.bedOf(tx, stay).isEmpty()) {
                        return noSuchStay(stay);
                    }
                    book.setAside(tx, stay);
                    return new StayResult.Done(stay);
                });
    }

    /** Puts a stay that lies in no bed into a free one. */
    public StayResult putBack(StayId stay, BedId to, String by) {
        return write(
                tx -> {
                    if (!book.open(tx, stay) || book.bedOf(tx, stay).isPresent()) {
                        return noSuchStay(stay);
                    }
                    Optional<StayResult.Refused> refused = book.whyNot(tx, to);
                    if (refused.isPresent()) {
                        return refused.get();
                    }
                    book.place(tx, stay, to, by);
                    return new StayResult.Done(stay);
                });
    }

    /** Stays without a bed, the oldest first. */
    public List<AsideView> aside() {
        return doors.database()
                .read(
                        handle ->
                                store.aside(handle).stream()
                                        .map(
                                                a ->
                                                        new AsideView(
                                                                a.stay(),
                                                                book.patient(handle, a.stay())
                                                                        .orElse(NOBODY),
                                                                a.ward(),
                                                                a.bed(),
                                                                a.since()))
                                        .toList());
    }

    /** What a terminal had to erase, the newest first. */
    public List<Wipe> wipes(TerminalId terminal) {
        return doors.database().read(handle -> book.wipes().of(handle, terminal));
    }

    /** Erasures of which no terminal has said anything in time, the oldest first. */
    public List<Wipe> lateWipes() {
        Instant now = doors.clock().instant();
        return doors.database().read(handle -> book.wipes().late(handle, now));
    }

    /** Sees to receipts that have become late; to be called every few seconds. */
    public void watch() {
        Instant now = doors.clock().instant();
        Set<TerminalId> late = doors.database().read(handle -> book.wipes().watch(handle, now));
        if (!late.isEmpty()) {
            write(
                    tx -> {
                        late.forEach(terminal -> book.wipes().ask(tx, terminal));
                        return true;
                    });
        }
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
                .read(handle -> store.of(handle, stay).flatMap(_ -> book.patient(handle, stay)));
    }

    /** The ward of a bed; empty where it is none of ours any more. */
    Optional<WardId> wardOf(BedId bed) {
        return history.place(bed).map(Place::ward);
    }

    Instant now() {
        return doors.clock().instant();
    }

    /** Who lies in which bed of all wards. */
    public Map<BedId, StayId> occupied() {
        return doors.database().read(store::lying).stream()
                .collect(Collectors.toMap(StayStore.InBed::bed, StayStore.InBed::stay));
    }

    /** A stay in its bed, and since when it lies there. */
    public record InBed(StayId stay, BedId bed, Instant since) {}

    /** Everybody who lies in a bed, in no order. */
    public List<InBed> lying() {
        return doors.database().read(store::lyingSince);
    }

    /** Who lies where, for other features. */
    public Bedsides bedsides() {
        return new Bedsides() {
            @Override
            public List<Lying> in(Handle handle, WardId ward) {
                Map<BedId, StayId> all = new HashMap<>();
                store.lying(handle).forEach(in -> all.put(in.bed(), in.stay()));
                return places.of(ward).stream()
                        .flatMap(
                                place ->
                                        Optional.ofNullable(all.get(place.bed())).stream()
                                                .map(stay -> new Lying(stay, ward, place.bed())))
                        .toList();
            }

            @Override
            public Optional<Lying> of(Handle handle, StayId stay) {
                return store.of(handle, stay)
                        .flatMap(in -> history.place(in.bed()))
                        .map(place -> new Lying(stay, place.ward(), place.bed()));
            }
        };
    }

    /**
     * Destroys the keys whose time has come and erases what is left of their stays, from the files
     * too.
     */
    public void tick() {
        erasures.due();
        erasures.settle().join();
        write(
                tx -> {
                    book.wipes().purge(tx);
                    return true;
                });
    }

    private StayResult transfer(Tx tx, StayId stay, BedId to, String by) {
        Optional<StayStore.InBed> lies = store.of(tx.handle(), stay);
        if (lies.isEmpty()) {
            return noSuchStay(stay);
        }
        BedId from = lies.get().bed();
        if (from.equals(to)) {
            return StayResult.Refused.of("stay.same-bed", to);
        }
        Optional<StayResult.Refused> refused = book.whyNot(tx, to);
        if (refused.isPresent()) {
            return refused.get();
        }
        book.place(tx, stay, to, by);
        return new StayResult.Done(stay);
    }

    private StayResult discharge(Tx tx, StayId stay, String by) {
        if (!book.open(tx, stay)) {
            return noSuchStay(stay);
        }
        book.end(tx, stay, by);
        return new StayResult.Done(stay);
    }

    private static StayResult noSuchStay(StayId stay) {
        return new StayResult.Refused(
                "stay", new Reason("stay.no-such-stay", Map.of("stay", stay.value())));
    }

    private BedView view(Handle handle, Place place, Optional<StayStore.InBed> lying, Instant now) {
        Optional<BedView.Guest> guest =
                lying.map(
                        in -> {
                            // A restore without the keys leaves a bed with somebody of whom
                            // nothing is known.
                            Patient patient = book.patient(handle, in.stay()).orElse(NOBODY);
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

    private <T> T write(Function<Tx, T> work) {
        return doors.database().write(work).join();
    }
}
