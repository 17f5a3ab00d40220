package chevet.ward.staff;

import chevet.model.place.TerminalId;
import chevet.model.staff.BreakGlass;
import chevet.model.staff.Purpose;
import chevet.model.staff.StaffRefusal;
import chevet.model.staff.StaffSession;
import chevet.model.staff.Standing;
import chevet.ward.console.AlertSource;
import chevet.ward.db.Tx;
import chevet.ward.keys.StayKeys;
import chevet.ward.staff.LoginDesk.Done;
import chevet.ward.sync.AuditEntry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Breaks the glass for one patient, tells it at once, and keeps the queue of those to be reviewed.
 * Blocks until on disk; for virtual threads, never the writer's.
 */
final class GlassDesk {
    /** What open pages are told of. */
    static final String TOPIC = "glass";

    /** So long after it was given, the PIN of the login will do. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    private static final int SHOWN = 200;
    private static final int LONGEST_NOTE = 1_000;

    private final StaffDoors doors;
    private final StaffStore store;
    private final CardCheck cards;
    private final Challenges challenges;
    private final OpenSessions sessions;
    private final Openings openings;

    GlassDesk(
            StaffDoors doors,
            StaffStore store,
            CardCheck cards,
            Challenges challenges,
            OpenSessions sessions,
            Openings openings) {
        this.doors = doors;
        this.store = store;
        this.cards = cards;
        this.challenges = challenges;
        this.sessions = sessions;
        this.openings = openings;
    }

    Done<StaffSession> breakGlass(TerminalId terminal, BreakGlass wish) {
        Optional<Open> found = sessions.find(terminal, wish.token());
        if (found.isEmpty()) {
            return new Done.Refused<>(StaffRefusal.NO_SESSION.reason());
        }
        Open open = found.get();
        Optional<StaffRefusal> fault = fault(terminal, open, wish);
        if (fault.isPresent()) {
            doors.audit()
                    .note(
                            Notes.of(
                                    open,
                                    AuditEntry.Event.BREAK_GLASS,
                                    subject(wish),
                                    false,
                                    fault.get().code()));
            return new Done.Refused<>(fault.get().reason());
        }
        Instant now = doors.clock().instant();
        Open broken = open.broken(now, wish.proof().isPresent() ? now : open.pin());
        Glass glass =
                new Glass(
                        UUID.randomUUID().toString(),
                        now,
                        broken.until(),
                        open.person().id(),
                        open.profile().id(),
                        terminal,
                        open.ward(),
                        open.bed(),
                        open.stay().orElseThrow(),
                        wish.cause(),
                        Optional.empty());
        byte[] words =
                doors.keys()
                        .seal(
                                glass.stay(),
                                place(glass),
                                wish.words().strip().getBytes(StandardCharsets.UTF_8));
        doors.database().write(tx -> keep(tx, glass, words, broken, wish)).join();
        return new Done.Good<>(broken.shown());
    }

    private boolean keep(Tx tx, Glass glass, byte[] words, Open broken, BreakGlass wish) {
        store.put(tx.handle(), glass, words);
        if (wish.proof().isPresent()) {
            store.clearTries(tx.handle(), broken.card());
        }
        doors.audit()
                .note(
                        tx,
                        Notes.of(
                                broken,
                                AuditEntry.Event.BREAK_GLASS,
                                "glass/" + glass.id(),
                                true,
                                wish.cause().name()));
        openings.opened(tx, broken, true);
        tx.afterCommit(() -> sessions.broken(broken));
        tx.afterCommit(this::tell);
        return true;
    }

    private void tell() {
        doors.live().changed(TOPIC);
        doors.live().changed(AlertSource.TOPIC);
    }

    /** Why not; uses the proof up where there is one. */
    private Optional<StaffRefusal> fault(TerminalId terminal, Open open, BreakGlass wish) {
        boolean proved = wish.proof().isPresent();
        Optional<StaffRefusal> wrong = proved ? proof(terminal, open, wish) : Optional.empty();
        if (wrong.isPresent()) {
            return wrong;
        }
        if (open.stay().isEmpty()) {
            return Optional.of(StaffRefusal.NOBODY);
        }
        if (!open.mayBreakGlass()) {
            return Optional.of(StaffRefusal.NO_GLASS);
        }
        boolean mute = wish.cause() == BreakGlass.Cause.OTHER && wish.words().isBlank();
        if (mute || wish.words().length() > BreakGlass.LONGEST) {
            return Optional.of(StaffRefusal.WORDS_NEEDED);
        }
        boolean fresh =
                open.standing() == Standing.PIN
                        && !doors.clock().instant().isAfter(open.pin().plus(FRESH));
        return proved || fresh ? Optional.empty() : Optional.of(StaffRefusal.PIN_NEEDED);
    }

    private Optional<StaffRefusal> proof(TerminalId terminal, Open open, BreakGlass wish) {
        Instant now = doors.clock().instant();
        return wish.proof()
                .flatMap(
                        proof -> {
                            Optional<Challenges.Given> given =
                                    challenges
                                            .take(proof.nonce(), terminal)
                                            .filter(g -> g.purpose() == Purpose.BREAK_GLASS);
                            if (given.isEmpty()) {
                                return Optional.of(StaffRefusal.STALE);
                            }
                            Checked checked =
                                    doors.database()
                                            .read(
                                                    handle ->
                                                            cards.check(
                                                                    handle,
                                                                    terminal,
                                                                    given.get(),
                                                                    proof,
                                                                    now));
                            return switch (checked) {
                                case Checked.Refused(StaffRefusal why, _) -> Optional.of(why);
                                case Checked.Known known ->
                                        known.card().serial().equals(open.card())
                                                ? Optional.empty()
                                                : Optional.of(StaffRefusal.UNKNOWN_CARD);
                            };
                        });
    }

    /** Those that nobody has reviewed first, each kind with the newest first. */
    List<GlassLine> list() {
        return doors.database()
                .read(
                        handle ->
                                store.glasses(handle, SHOWN).stream()
                                        .map(
                                                glass ->
                                                        new GlassLine(
                                                                glass,
                                                                store.person(handle, glass.person())
                                                                        .map(Person::name)
                                                                        .orElse(glass.person()),
                                                                words(
                                                                        glass,
                                                                        store.words(
                                                                                handle,
                                                                                glass.id()))))
                                        .toList());
    }

    /** Those that nobody has reviewed, the newest first. */
    List<Glass> waiting() {
        return doors.database().read(handle -> store.glasses(handle, SHOWN)).stream()
                .filter(glass -> glass.review().isEmpty())
                .toList();
    }

    /** Whether somebody can still read by it. */
    boolean lasts(Glass glass) {
        return doors.clock().instant().isBefore(glass.until());
    }

    /**
     * Closes one; false where somebody else has, or where there is none.
     *
     * @param role of the reviewer, for the audit
     */
    boolean review(String id, String account, String role, Glass.Verdict verdict, String note) {
        return doors.database()
                .write(
                        tx -> {
                            Optional<Glass> glass =
                                    store.glass(tx.handle(), id)
                                            .filter(each -> each.review().isEmpty());
                            if (glass.isEmpty()) {
                                return false;
                            }
                            store.review(
                                    tx.handle(),
                                    id,
                                    new Glass.Review(tx.now(), account, verdict, cut(note)));
                            doors.audit()
                                    .note(
                                            tx,
                                            AuditEntry.console(
                                                    AuditEntry.Event.REVIEW,
                                                    account,
                                                    role,
                                                    "glass/" + id));
                            tx.afterCommit(this::tell);
                            return true;
                        })
                .join();
    }

    private Optional<String> words(Glass glass, byte[] sealed) {
        try {
            return Optional.of(
                    new String(
                            doors.keys().open(glass.stay(), place(glass), sealed),
                            StandardCharsets.UTF_8));
        } catch (StayKeys.KeyGone e) {
            return Optional.empty();
        }
    }

    private static String place(Glass glass) {
        return "staff_glass/words/" + glass.id();
    }

    private static String subject(BreakGlass wish) {
        return "cause/" + wish.cause().name().toLowerCase(Locale.ROOT);
    }

    private static String cut(String note) {
        return note.length() <= LONGEST_NOTE ? note : note.substring(0, LONGEST_NOTE);
    }
}
