package chevet.ward.request;

import chevet.model.place.BedId;
import chevet.model.place.WardId;
import chevet.model.request.Appointment;
import chevet.model.request.CareTeam;
import chevet.model.request.Carer;
import chevet.model.request.Consent;
import chevet.model.stay.StayId;
import chevet.ward.db.Tx;
import chevet.ward.sync.Bedsides;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Appointments and whether they may stand on the screen. Blocks until on disk; for virtual threads,
 * never the writer's.
 */
public final class DayDesk {
    /** What the ward itself writes down. */
    public static final String WARD = "ward";

    /** So many appointments of a source are kept. */
    private static final int MOST = 40;

    private final RequestDoors doors;
    private final DayBook book;
    private final Bedsides beds;

    DayDesk(RequestDoors doors, DayBook book, Bedsides beds) {
        this.doors = doors;
        this.book = book;
        this.beds = beds;
    }

    /** Who lies in that bed of that ward. */
    public Optional<Bedsides.Lying> in(WardId ward, BedId bed) {
        return doors.database().read(handle -> beds.in(handle, ward, bed));
    }

    /** Whether the patient wants appointments on the screen; empty where nobody has said so. */
    public Optional<Consent> consent(StayId stay) {
        return doors.database().read(handle -> book.consent(handle, stay));
    }

    /** Of every source, soonest first. */
    public List<Appointment> appointments(StayId stay) {
        return doors.database().read(handle -> book.appointments(handle, stay)).all();
    }

    /** What the ward itself wrote down, soonest first. */
    public List<Appointment> written(StayId stay) {
        return doors.database().read(handle -> book.appointments(handle, stay, WARD)).all();
    }

    /** Records what the patient told the ward; false where the stay lies nowhere any more. */
    public boolean consent(StayId stay, boolean appointments) {
        return change(
                stay,
                tx -> book.put(tx, stay, new Consent(appointments, Consent.By.WARD, tx.now())));
    }

    /**
     * All that a source knows of a stay, in place of what it had said: the hospital's record, the
     * ward's own hand. Said again it changes nothing.
     *
     * @param source a word of at most 40 characters: {@code record}
     * @return false where the stay lies nowhere any more, or there are too many
     */
    public boolean put(StayId stay, String source, List<Appointment> all) {
        if (source.isEmpty() || source.length() > 40) {
            throw new IllegalArgumentException("source of " + source.length() + " characters");
        }
        return all.size() <= MOST && change(stay, tx -> book.put(tx, stay, source, all));
    }

    /**
     * Who cares for this patient today, as the hospital's record says it; shown beside the ward's
     * team. Said again it changes nothing.
     *
     * @return false where the stay lies nowhere any more
     */
    public boolean team(StayId stay, List<Carer> carers) {
        return change(
                stay,
                tx ->
                        book.put(
                                tx,
                                stay,
                                new CareTeam(LocalDate.ofInstant(tx.now(), doors.zone()), carers)));
    }

    /** The ward writes one down. */
    public boolean add(StayId stay, Appointment appointment) {
        return change(
                stay,
                tx -> {
                    List<Appointment> known = book.appointments(tx.handle(), stay, WARD).all();
                    if (known.contains(appointment)) {
                        return true;
                    }
                    return known.size() < MOST
                            && book.put(
                                    tx,
                                    stay,
                                    WARD,
                                    Stream.concat(known.stream(), Stream.of(appointment)).toList());
                });
    }

    /** The ward strikes one out that it wrote down. */
    public boolean remove(StayId stay, Appointment appointment) {
        return change(
                stay,
                tx ->
                        book.put(
                                tx,
                                stay,
                                WARD,
                                book.appointments(tx.handle(), stay, WARD).all().stream()
                                        .filter(each -> !each.equals(appointment))
                                        .toList()));
    }

    private boolean change(StayId stay, Predicate<Tx> change) {
        return doors.database()
                .write(tx -> beds.of(tx.handle(), stay).isPresent() && change.test(tx))
                .join();
    }
}
