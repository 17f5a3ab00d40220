package chevet.ward.staff;

import chevet.model.place.TerminalId;
import chevet.model.staff.SessionEnd;
import chevet.model.stay.StayId;
import chevet.model.wire.StreamId;
import chevet.ward.db.Tx;
import chevet.ward.sync.AuditEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * The open sessions, in memory only: a restart ends them all. What ends one that the terminal does
 * not know of yet goes to its stream. Safe for all threads.
 */
final class OpenSessions {
    private final StaffDoors doors;
    private final Map<String, Open> byToken = new ConcurrentHashMap<>();

    /** When each card last gave its PIN, for the grace. */
    private final Map<String, Instant> pins = new ConcurrentHashMap<>();

    OpenSessions(StaffDoors doors) {
        this.doors = doors;
    }

    Optional<Open> find(TerminalId terminal, String token) {
        Instant now = doors.clock().instant();
        return Optional.ofNullable(byToken.get(token))
                .filter(open -> open.terminal().equals(terminal))
                .filter(open -> !open.over(now) && !open.idle(now));
    }

    List<Open> all() {
        return List.copyOf(byToken.values());
    }

    void put(Open open) {
        byToken.put(open.token(), open);
        pins.merge(open.card(), open.pin(), (a, b) -> a.isAfter(b) ? a : b);
    }

    /** The same session with the glass broken; what has ended meanwhile stays ended. */
    void broken(Open open) {
        if (byToken.replace(open.token(), open) != null) {
            pins.merge(open.card(), open.pin(), (a, b) -> a.isAfter(b) ? a : b);
        }
    }

    /** The same session as it is now; nothing where it has ended meanwhile. */
    Optional<Open> touch(Open open, Instant now) {
        return Optional.ofNullable(
                byToken.computeIfPresent(open.token(), (_, known) -> known.touched(now)));
    }

    /** When this card last gave its PIN, where that is no longer ago. */
    Optional<Instant> pin(String card, Duration within) {
        Instant now = doors.clock().instant();
        return Optional.ofNullable(pins.get(card)).filter(at -> !now.isAfter(at.plus(within)));
    }

    /**
     * Ends those in this transaction: noted, told to their terminals, and after the commit gone.
     */
    void end(Tx tx, Predicate<Open> which, SessionEnd.Why why) {
        for (Open open : byToken.values()) {
            if (which.test(open)) {
                doors.audit().note(tx, ended(open, why));
                if (why != SessionEnd.Why.CARD_OUT) {
                    doors.events()
                            .put(
                                    tx,
                                    StreamId.terminal(open.terminal()),
                                    SessionEnd.KEY,
                                    SessionEnd.TYPE,
                                    new SessionEnd(open.id(), why, tx.now()));
                }
                tx.afterCommit(() -> byToken.remove(open.token()));
            }
        }
    }

    /** Ends those, and returns when it is on disk. Never on the writer's thread. */
    void end(Predicate<Open> which, SessionEnd.Why why) {
        if (byToken.values().stream().anyMatch(which)) {
            doors.database().change(tx -> end(tx, which, why));
        }
    }

    /** A card opens nothing more by a tap. */
    void forgetPin(Tx tx, String card) {
        tx.afterCommit(() -> pins.remove(card));
    }

    /** Ends what nobody has touched, and what has lasted as long as it may. */
    void tick() {
        Instant now = doors.clock().instant();
        end(open -> open.over(now), SessionEnd.Why.TIME);
        end(open -> open.idle(now), SessionEnd.Why.IDLE);
        pins.values().removeIf(at -> now.isAfter(at.plus(Duration.ofHours(2))));
    }

    /** The stay lies elsewhere, or nowhere, from this transaction on. */
    void moved(Tx tx, StayId stay) {
        end(tx, open -> open.stay().filter(stay::equals).isPresent(), SessionEnd.Why.MOVED);
    }

    private static AuditEntry ended(Open open, SessionEnd.Why why) {
        return Notes.of(open, AuditEntry.Event.END, "", true, why.name());
    }
}
