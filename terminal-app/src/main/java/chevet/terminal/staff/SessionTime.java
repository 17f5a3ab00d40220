package chevet.terminal.staff;

import chevet.model.staff.StaffAsks;
import chevet.model.staff.StaffSession;
import chevet.model.wire.Reason;
import chevet.terminal.ui.WardTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How long a screen of staff stays when nobody touches it, and what the server is told of touches.
 * On the JavaFX thread.
 */
final class SessionTime {
    private static final Logger LOG = LoggerFactory.getLogger(SessionTime.class);

    /** Nobody does anything with a card that opens nothing: the patient has the screen again. */
    static final Duration UNUSED = Duration.ofSeconds(60);

    private final StaffModel model;
    private final StaffCalls calls;
    private final OfflineDesk offline;
    private final WardTime time;
    private final Steps steps;
    private Optional<IdleClock> idle = Optional.empty();
    private Instant used = Instant.MIN;

    /** What follows. */
    interface Steps {
        /** Nobody has touched it for as long as the session allows, or its list is old. */
        void lock();

        void giveBack();

        /** The server knows that session no longer. */
        void over(StaffSession session, Reason reason);
    }

    SessionTime(
            StaffModel model, StaffCalls calls, OfflineDesk offline, WardTime time, Steps steps) {
        this.model = model;
        this.calls = calls;
        this.offline = offline;
        this.time = time;
        this.steps = steps;
    }

    /** Another screen of staff is shown. */
    void entered() {
        used = time.now();
    }

    void opened(StaffSession session) {
        idle = Optional.of(new IdleClock(session.idle(), session.warning(), time.now()));
    }

    /** The session is over. */
    void forget() {
        idle = Optional.empty();
        model.warning().set(false);
    }

    /** Somebody touched the screen. */
    void touched() {
        used = time.now();
        idle.ifPresent(clock -> clock.touch(time.now()));
        model.warning().set(false);
    }

    /** Once a second while a card is served. */
    void tick() {
        Instant now = time.now();
        if (model.session().get().isEmpty()) {
            boolean shown = !(model.phase().get() instanceof Phase.Away);
            if (shown && Duration.between(used, now).compareTo(UNUSED) >= 0) {
                steps.giveBack();
            }
            return;
        }
        idle.ifPresent(clock -> count(clock, now));
    }

    private void count(IdleClock clock, Instant now) {
        Duration left = clock.left(now);
        model.left().set(left);
        model.warning().set(clock.warns(now));
        if (left.isZero() || model.session().get().filter(offline::over).isPresent()) {
            steps.lock();
        } else if (model.withoutServer()) {
            clock.heard(now);
        } else if (clock.tell(now)) {
            model.session().get().ifPresent(session -> touch(session, clock, now));
        }
    }

    private void touch(StaffSession session, IdleClock clock, Instant at) {
        calls.ask(
                StaffAsks.TOUCH,
                new StaffAsks.Held(session.token()),
                StaffSession.class,
                new StaffCalls.Heard<>(
                        now -> {
                            clock.heard(at);
                            if (!now.equals(session)) {
                                model.session().set(Optional.of(now));
                            }
                        },
                        reason -> steps.over(session, reason),
                        () -> LOG.info("staff.touch-not-told"),
                        _ -> {}));
    }
}
