package chevet.ward.request;

import chevet.model.request.Appointment;
import chevet.model.request.Appointments;
import chevet.model.request.CareTeam;
import chevet.model.request.Consent;
import chevet.model.stay.StayId;
import chevet.model.wire.StreamId;
import chevet.ward.db.Tx;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Appointments of each source, the patient's own team and consent, sealed. The bed is told of
 * appointments only while the patient consents; when the consent is taken back they are taken from
 * it.
 */
final class DayBook {
    private static final String CONSENT = "consent";
    private static final String TEAM = "team";
    private static final String FROM = "appointments/";

    private final RequestDoors doors;
    private final RequestStore store;
    private final Sealing sealing;

    DayBook(RequestDoors doors, RequestStore store, Sealing sealing) {
        this.doors = doors;
        this.store = store;
        this.sealing = sealing;
    }

    Optional<Consent> consent(Handle handle, StayId stay) {
        return part(handle, stay, CONSENT, Consent.class);
    }

    /** Of every source, soonest first. */
    Appointments appointments(Handle handle, StayId stay) {
        return new Appointments(
                store.parts(handle, stay).stream()
                        .filter(part -> part.startsWith(FROM))
                        .flatMap(part -> part(handle, stay, part, Appointments.class).stream())
                        .flatMap(each -> each.all().stream())
                        .toList());
    }

    /** What one source has said; nothing where it has said nothing. */
    Appointments appointments(Handle handle, StayId stay, String source) {
        return part(handle, stay, FROM + source, Appointments.class)
                .orElseGet(() -> new Appointments(List.of()));
    }

    boolean put(Tx tx, StayId stay, Consent consent) {
        return kept(tx, stay, CONSENT, consent)
                && told(tx, stay, Consent.KEY, Consent.TYPE, consent)
                && tell(tx, stay);
    }

    /** In place of what the source had said before. */
    boolean put(Tx tx, StayId stay, String source, List<Appointment> all) {
        Appointments now = new Appointments(all);
        return now.equals(appointments(tx.handle(), stay, source))
                || (kept(tx, stay, FROM + source, now) && tell(tx, stay));
    }

    /** Who cares for this patient today; the teams of other days go. */
    boolean put(Tx tx, StayId stay, CareTeam team) {
        Optional<CareTeam> before = part(tx.handle(), stay, TEAM, CareTeam.class);
        if (before.equals(Optional.of(team)) || (before.isEmpty() && team.carers().isEmpty())) {
            return true;
        }
        before.map(CareTeam::day)
                .filter(day -> !day.equals(team.day()) || team.carers().isEmpty())
                .ifPresent(
                        day -> doors.events().remove(tx, StreamId.stay(stay), CareTeam.key(day)));
        boolean kept = kept(tx, stay, TEAM, team);
        return kept
                && (team.carers().isEmpty()
                        || told(tx, stay, CareTeam.key(team.day()), CareTeam.TYPE, team));
    }

    private boolean tell(Tx tx, StayId stay) {
        Appointments all = appointments(tx.handle(), stay);
        boolean shown =
                !all.all().isEmpty()
                        && consent(tx.handle(), stay).filter(Consent::appointments).isPresent();
        if (shown) {
            told(tx, stay, Appointments.KEY, Appointments.TYPE, all);
        } else {
            doors.events().remove(tx, StreamId.stay(stay), Appointments.KEY);
        }
        Requests.stir(doors, tx);
        return true;
    }

    private boolean told(Tx tx, StayId stay, String key, String type, Object body) {
        doors.events().put(tx, StreamId.stay(stay), key, type, body);
        return true;
    }

    private boolean kept(Tx tx, StayId stay, String part, Object body) {
        Optional<byte[]> sealed = sealing.seal(stay, place(stay, part), body);
        sealed.ifPresent(bytes -> store.putPart(tx.handle(), stay, part, bytes));
        return sealed.isPresent();
    }

    private <T> Optional<T> part(Handle handle, StayId stay, String part, Class<T> type) {
        return store.part(handle, stay, part)
                .flatMap(bytes -> sealing.open(stay, place(stay, part), bytes, type));
    }

    private static String place(StayId stay, String part) {
        return "request_day.body/" + stay + "/" + part;
    }
}
