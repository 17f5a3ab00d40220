package chevet.terminal.staff;

import chevet.model.staff.BreakGlass;
import chevet.model.staff.Proof;
import chevet.model.staff.StaffAsks;
import chevet.model.staff.StaffRefusal;
import chevet.model.staff.StaffSession;
import chevet.model.wire.Reason;
import chevet.terminal.ui.TypedText;
import java.util.Optional;

/**
 * Breaking the glass: why, in words where no cause fits, said once more what follows, then asked of
 * the server. On the JavaFX thread.
 */
final class Glass {
    /** What follows for the session. */
    interface Steps {
        /** Somebody is there. */
        void touched();

        /** The session as it is with the glass broken. */
        void open(StaffSession broken);

        /** A session that nobody waits for any more. */
        void unwanted(Optional<StaffSession> session);

        /** The code is wanted once more; its proof comes to {@link Glass#proved}. */
        void code();

        /** Nothing was opened. */
        void refused(Reason reason);

        /** No answer came. */
        void silent();
    }

    private final StaffModel model;
    private final StaffCalls calls;
    private final Steps steps;
    private final TypedText words = new TypedText(BreakGlass.LONGEST);
    private Optional<BreakGlass.Cause> cause = Optional.empty();

    Glass(StaffModel model, StaffCalls calls, Steps steps) {
        this.model = model;
        this.calls = calls;
        this.steps = steps;
    }

    /** What is written where the cause is {@link BreakGlass.Cause#OTHER}. */
    TypedText words() {
        return words;
    }

    void wanted() {
        show(new StaffModel.Glass.Choosing());
    }

    void chooses(BreakGlass.Cause chosen) {
        show(
                chosen == BreakGlass.Cause.OTHER
                        ? new StaffModel.Glass.Writing()
                        : new StaffModel.Glass.Sure(chosen));
    }

    /** The words are there. */
    void written() {
        if (!words.text().isBlank()) {
            show(new StaffModel.Glass.Sure(BreakGlass.Cause.OTHER));
        }
    }

    /** It stays whole, and nothing of what was written is kept. */
    void leaves() {
        drop();
        show(new StaffModel.Glass.Whole());
    }

    void breaks(BreakGlass.Cause chosen) {
        steps.touched();
        cause = Optional.of(chosen);
        model.busy().set(true);
        ask(Optional.empty());
    }

    /** The code was given once more. */
    void proved(Proof proof) {
        ask(Optional.of(proof));
    }

    /** What was chosen and written is worth nothing any more. */
    void drop() {
        cause = Optional.empty();
        words.clear();
    }

    private void show(StaffModel.Glass now) {
        steps.touched();
        model.glass().set(now);
    }

    private void ask(Optional<Proof> proof) {
        Optional<StaffSession> session = model.session().get();
        if (session.isEmpty() || cause.isEmpty()) {
            return;
        }
        String said = cause.get() == BreakGlass.Cause.OTHER ? words.text().strip() : "";
        calls.act(
                StaffAsks.BREAK_GLASS,
                new BreakGlass(session.get().token(), cause.get(), said, proof),
                StaffSession.class,
                new StaffCalls.Heard<>(
                        broken -> {
                            drop();
                            steps.open(broken);
                        },
                        this::refused,
                        steps::silent,
                        steps::unwanted));
    }

    private void refused(Reason reason) {
        if (Refusals.of(reason).filter(each -> each == StaffRefusal.PIN_NEEDED).isPresent()) {
            steps.code();
        } else {
            drop();
            steps.refused(reason);
        }
    }
}
