package chevet.ward.staff;

import chevet.model.place.TerminalId;
import chevet.model.staff.Nonce;
import chevet.model.staff.Proof;
import chevet.model.staff.Purpose;
import chevet.model.staff.SessionEnd;
import chevet.model.staff.StaffAsks;
import chevet.model.staff.StaffRefusal;
import chevet.model.staff.StaffSession;
import chevet.model.staff.Standing;
import chevet.model.wire.Reason;
import chevet.ward.db.Tx;
import chevet.ward.sync.AuditEntry;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Gives nonces, opens sessions for cards that have signed them, and ends sessions. Blocks until on
 * disk; for virtual threads, never the writer's.
 */
final class LoginDesk {
    private static final int TOKEN = 32;
    private static final Set<Purpose> OPENS = EnumSet.of(Purpose.LOGIN, Purpose.GRACE);

    private final StaffDoors doors;
    private final StaffStore store;
    private final Bedside bedside;
    private final CardCheck cards;
    private final Challenges challenges;
    private final OpenSessions sessions;
    private final SecureRandom random = new SecureRandom();

    LoginDesk(
            StaffDoors doors,
            StaffStore store,
            Bedside bedside,
            CardCheck cards,
            Challenges challenges,
            OpenSessions sessions) {
        this.doors = doors;
        this.store = store;
        this.bedside = bedside;
        this.cards = cards;
        this.challenges = challenges;
        this.sessions = sessions;
    }

    /** What was done for an ask, or why not. */
    sealed interface Done<T> {
        record Good<T>(T body) implements Done<T> {}

        record Refused<T>(Reason reason) implements Done<T> {}
    }

    Nonce challenge(TerminalId terminal, Purpose purpose) {
        return challenges.give(terminal, purpose);
    }

    /** Opens a session; an older one at this terminal, or of this card, ends. */
    Done<StaffSession> login(TerminalId terminal, Proof proof) {
        Optional<Bedside.At> at = bedside.at(terminal);
        Optional<Challenges.Given> given =
                challenges
                        .take(proof.nonce(), terminal)
                        .filter(each -> OPENS.contains(each.purpose()));
        if (at.isEmpty() || given.isEmpty()) {
            return refused(
                    AuditEntry.Event.LOGIN, "card/unknown", terminal, at, StaffRefusal.STALE);
        }
        AuditEntry.Event event =
                given.get().purpose() == Purpose.LOGIN
                        ? AuditEntry.Event.LOGIN
                        : AuditEntry.Event.GRACE;
        Instant now = doors.clock().instant();
        Checked checked =
                doors.database()
                        .read(handle -> cards.check(handle, terminal, given.get(), proof, now));
        return switch (checked) {
            case Checked.Refused(StaffRefusal why, String actor) ->
                    refused(event, actor, terminal, at, why);
            case Checked.Known known when event == AuditEntry.Event.GRACE ->
                    sessions.pin(known.card().serial(), known.profile().grace())
                            .filter(_ -> !known.profile().grace().isZero())
                            .map(pin -> open(terminal, at.get(), known, Standing.GRACE, pin))
                            .orElseGet(
                                    () ->
                                            refused(
                                                    event,
                                                    "staff/" + known.person().id(),
                                                    terminal,
                                                    at,
                                                    StaffRefusal.NO_GRACE));
            case Checked.Known known -> open(terminal, at.get(), known, Standing.PIN, now);
        };
    }

    /** Notes a wrong PIN once, and says how many tries are left. */
    Done<StaffAsks.Tries> wrongPin(TerminalId terminal, String act, StaffAsks.WrongPin wrong) {
        Instant now = doors.clock().instant();
        Optional<Card> card =
                doors.database().read(h -> cards.ofPinKey(h, wrong.certificate(), now));
        if (card.isEmpty()) {
            return refused(
                    AuditEntry.Event.WRONG_PIN,
                    "card/unknown",
                    terminal,
                    bedside.at(terminal),
                    StaffRefusal.UNKNOWN_CARD);
        }
        String serial = card.get().serial();
        return doors.database()
                .write(
                        tx -> {
                            int before = store.tries(tx.handle(), serial);
                            store.addTry(tx.handle(), serial, act, tx.now());
                            int counted = store.tries(tx.handle(), serial);
                            if (counted > before) {
                                doors.audit().note(tx, wrong(terminal, card.get()));
                            }
                            if (counted >= CardCheck.TRIES && before < CardCheck.TRIES) {
                                sessions.forgetPin(tx, serial);
                                tx.afterCommit(() -> doors.live().changed(Staff.TOPIC));
                            }
                            int left = Math.max(0, CardCheck.TRIES - counted);
                            return (Done<StaffAsks.Tries>)
                                    new Done.Good<>(
                                            new StaffAsks.Tries(
                                                    Math.min(left, Math.max(0, wrong.left()))));
                        })
                .join();
    }

    void end(TerminalId terminal, String token) {
        sessions.end(
                open -> open.token().equals(token) && open.terminal().equals(terminal),
                SessionEnd.Why.CARD_OUT);
    }

    Done<StaffSession> touch(TerminalId terminal, String token) {
        Instant now = doors.clock().instant();
        return sessions.find(terminal, token)
                .flatMap(open -> sessions.touch(open, now))
                .<Done<StaffSession>>map(open -> new Done.Good<>(open.shown()))
                .orElseGet(() -> new Done.Refused<>(StaffRefusal.NO_SESSION.reason()));
    }

    private Done<StaffSession> open(
            TerminalId terminal,
            Bedside.At at,
            Checked.Known known,
            Standing standing,
            Instant pin) {
        Instant now = doors.clock().instant();
        Card card = known.card();
        Open open =
                new Open(
                        UUID.randomUUID().toString(),
                        token(),
                        known.person(),
                        known.profile(),
                        card.serial(),
                        terminal,
                        at.ward(),
                        at.bed(),
                        at.stay(),
                        standing,
                        pin,
                        now,
                        now.plus(Open.LONGEST),
                        Optional.empty());
        AuditEntry.Event event =
                standing == Standing.PIN ? AuditEntry.Event.LOGIN : AuditEntry.Event.GRACE;
        Optional<StaffRefusal> late = doors.database().write(tx -> begin(tx, open, event)).join();
        return late.isPresent()
                ? new Done.Refused<>(late.get().reason())
                : new Done.Good<>(open.shown());
    }

    /** What has changed since the card was checked, where it has; in one transaction. */
    private Optional<StaffRefusal> begin(Tx tx, Open open, AuditEntry.Event event) {
        Optional<Card> card = store.card(tx.handle(), open.card());
        if (card.isEmpty() || card.get().withdrawn().isPresent()) {
            doors.audit().note(tx, Notes.of(open, event, "", false, StaffRefusal.WITHDRAWN.code()));
            return Optional.of(StaffRefusal.WITHDRAWN);
        }
        sessions.end(
                tx,
                other ->
                        other.terminal().equals(open.terminal())
                                || other.card().equals(open.card()),
                SessionEnd.Why.REPLACED);
        if (open.standing() == Standing.PIN) {
            store.clearTries(tx.handle(), open.card());
        }
        doors.audit().note(tx, Notes.of(open, event, "card/" + open.card(), true, ""));
        tx.afterCommit(() -> sessions.put(open));
        return Optional.empty();
    }

    private <T> Done<T> refused(
            AuditEntry.Event event,
            String actor,
            TerminalId terminal,
            Optional<Bedside.At> at,
            StaffRefusal why) {
        doors.audit().note(Notes.refused(event, actor, terminal, at, "", why));
        return new Done.Refused<>(why.reason());
    }

    private AuditEntry wrong(TerminalId terminal, Card card) {
        Optional<Bedside.At> at = bedside.at(terminal);
        return new AuditEntry(
                AuditEntry.Event.WRONG_PIN,
                "staff/" + card.person(),
                "",
                "",
                Optional.of(terminal),
                at.map(Bedside.At::ward),
                Optional.empty(),
                "card/" + card.serial(),
                false,
                "staff.wrong-pin");
    }

    private String token() {
        byte[] bytes = new byte[TOKEN];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
