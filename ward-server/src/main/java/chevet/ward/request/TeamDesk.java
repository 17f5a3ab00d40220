package chevet.ward.request;

import chevet.model.place.WardId;
import chevet.model.request.CareTeam;
import chevet.model.request.Carer;
import chevet.model.wire.StreamId;
import chevet.ward.db.Tx;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Who cares for a ward on a day, by first names. Blocks until on disk; for virtual threads, never
 * the writer's.
 */
public final class TeamDesk {
    /** Characters of a first name. */
    public static final int LONGEST_NAME = 40;

    private static final int MOST = 40;

    /** So many days of teams are kept, to begin a day's from. */
    private static final int DAYS = 8;

    private final RequestDoors doors;
    private final RequestStore store;

    TeamDesk(RequestDoors doors, RequestStore store) {
        this.doors = doors;
        this.store = store;
    }

    public LocalDate today() {
        return LocalDate.ofInstant(doors.clock().instant(), doors.zone());
    }

    /** Nobody where nothing was entered. */
    public CareTeam team(WardId ward, LocalDate day) {
        return doors.database()
                .read(handle -> store.team(handle, ward, day))
                .orElseGet(() -> new CareTeam(day, List.of()));
    }

    /** The last day before that one of which a team is known. */
    public Optional<CareTeam> before(WardId ward, LocalDate day) {
        return doors.database()
                .read(
                        handle ->
                                store.daysBefore(handle, ward, day).reversed().stream()
                                        .findFirst()
                                        .flatMap(last -> store.team(handle, ward, last)));
    }

    /** False where the team is full. */
    public boolean add(WardId ward, LocalDate day, Carer carer, String by) {
        return change(
                ward,
                day,
                carers ->
                        carers.contains(carer)
                                ? carers
                                : Stream.concat(carers.stream(), Stream.of(carer)).toList(),
                by);
    }

    public boolean remove(WardId ward, LocalDate day, Carer carer, String by) {
        return change(
                ward,
                day,
                carers -> carers.stream().filter(each -> !each.equals(carer)).toList(),
                by);
    }

    /** In place of who was entered: the door for a roster that comes from elsewhere. */
    public boolean put(WardId ward, LocalDate day, List<Carer> carers, String by) {
        return change(ward, day, _ -> carers, by);
    }

    private boolean change(
            WardId ward, LocalDate day, UnaryOperator<List<Carer>> change, String by) {
        return doors.database()
                .write(
                        tx -> {
                            List<Carer> known =
                                    store.team(tx.handle(), ward, day)
                                            .map(CareTeam::carers)
                                            .orElse(List.of());
                            List<Carer> now = change.apply(known);
                            if (now.size() > MOST) {
                                return false;
                            }
                            if (!now.equals(known)) {
                                written(tx, ward, new CareTeam(day, now), by);
                            }
                            return true;
                        })
                .join();
    }

    private void written(Tx tx, WardId ward, CareTeam team, String by) {
        store.putTeam(tx.handle(), ward, team, by, tx.now());
        StreamId stream = StreamId.ward(ward);
        doors.events().put(tx, stream, CareTeam.key(team.day()), CareTeam.TYPE, team);
        for (LocalDate old : store.daysBefore(tx.handle(), ward, team.day().minusDays(DAYS))) {
            store.removeTeam(tx.handle(), ward, old);
            doors.events().remove(tx, stream, CareTeam.key(old));
        }
        tx.afterCommit(() -> doors.live().changed(Requests.TOPIC));
    }
}
