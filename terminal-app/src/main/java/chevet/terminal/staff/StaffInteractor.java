package chevet.terminal.staff;

import chevet.model.staff.Proof;
import chevet.model.staff.Purpose;
import chevet.model.staff.SessionEnd;
import chevet.model.staff.StaffRefusal;
import chevet.model.staff.StaffSession;
import chevet.model.stay.StayId;
import chevet.model.wire.Answer;
import chevet.model.wire.Reason;
import chevet.terminal.device.card.Card;
import chevet.terminal.device.card.CardAnswer;
import chevet.terminal.link.Asks;
import chevet.terminal.ui.WardTime;
import chevet.terminal.ui.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From the card that is put in to the screen that is given back. The server decides; here is asked,
 * shown and forgotten. On the JavaFX thread.
 */
final class StaffInteractor {
    private static final Logger LOG = LoggerFactory.getLogger(StaffInteractor.class);

    private final StaffModel model;
    private final StaffPorts ports;
    private final Work work;
    private final StaffCalls calls;
    private final CodeEntry code;
    private final Glass glass;
    private final Login login;
    private final SessionTime sessionTime;

    /** All that lie in readers, the longest there first. */
    private final List<Card> cards = new ArrayList<>();

    private Optional<Card> card = Optional.empty();

    StaffInteractor(
            StaffModel model, StaffPorts ports, OfflineDesk offline, WardTime time, Work work) {
        this.model = model;
        this.ports = ports;
        this.work = work;
        this.calls = new StaffCalls(ports.asks(), work);
        this.code = new CodeEntry(model, calls, ports.terminal(), new AfterCode());
        this.glass = new Glass(model, calls, new AfterGlass());
        this.login = new Login(calls, ports.terminal(), offline, work, new AfterLogin());
        this.sessionTime = new SessionTime(model, calls, offline, time, new AfterTime());
    }

    /** The code's keys. */
    CodeEntry code() {
        return code;
    }

    Glass glass() {
        return glass;
    }

    // --- cards

    void inserted(Card now) {
        cards.add(now);
        if (card.isEmpty()) {
            begin(now);
        }
    }

    void removed(Card gone) {
        cards.remove(gone);
        if (card.filter(gone::equals).isPresent()) {
            card = Optional.empty();
            end();
            away();
            cards.stream().findFirst().ifPresent(this::begin);
        }
    }

    private void begin(Card now) {
        card = Optional.of(now);
        model.tries().set(Optional.empty());
        login.read(now);
    }

    // --- the code

    private void code(Purpose purpose, boolean locked) {
        enter(new Phase.Code(purpose, locked));
        code.countTries();
    }

    private final class AfterCode implements CodeEntry.Steps {
        @Override
        public Optional<Card> card() {
            return card;
        }

        @Override
        public void proved(Purpose purpose, Proof proof) {
            switch (purpose) {
                case BREAK_GLASS -> glass.proved(proof);
                case OFFLINE -> login.proveWithoutServer(proof);
                case LOGIN, GRACE -> login.prove(proof, this::notByCode);
            }
        }

        private void notByCode(Reason reason) {
            if (Refusals.of(reason).filter(each -> each == StaffRefusal.STALE).isPresent()) {
                code.again("staff.refused.stale");
            } else {
                refused(reason);
            }
        }

        @Override
        public void refused(Reason reason) {
            StaffInteractor.this.refused(reason);
        }

        @Override
        public void unusable(CardAnswer.Unusable why) {
            login.unusable(why);
        }

        @Override
        public void locked() {
            end();
            enter(new Phase.Refused(Refusals.key(StaffRefusal.LOCKED), false));
        }
    }

    // --- the session

    /** Its card was taken away while the server still opened it. */
    private void unwanted(Optional<StaffSession> session) {
        session.ifPresent(calls::forget);
    }

    private void open(StaffSession session) {
        // The token of a session that this one replaces is worth nothing any more.
        sessionTime.opened(session);
        // A right code sets both counts back.
        model.tries().set(Optional.empty());
        model.session().set(Optional.of(session));
        enter(new Phase.Open());
        sessionTime.tick();
        LOG.info("staff.open session={} standing={}", session.id(), session.standing());
    }

    /** What a pane asks goes through here, so that a session's end is seen wherever it shows. */
    Asks asks() {
        return new Asks() {
            @Override
            public CompletableFuture<Answer> ask(String type, Object body) {
                return heeded(ports.asks().ask(type, body));
            }

            @Override
            public CompletableFuture<Answer> act(String type, Object body) {
                return heeded(ports.asks().act(type, body));
            }
        };
    }

    private CompletableFuture<Answer> heeded(CompletableFuture<Answer> asked) {
        Optional<StaffSession> of = model.session().get();
        return asked.whenComplete(
                (answer, _) -> {
                    if (answer != null) {
                        answer.refused()
                                .filter(Refusals::over)
                                .ifPresent(reason -> work.screen().execute(() -> over(of, reason)));
                    }
                });
    }

    private void over(Optional<StaffSession> of, Reason reason) {
        if (of.isPresent()
                && model.session().get().map(StaffSession::id).equals(of.map(StaffSession::id))) {
            forget();
            refused(reason);
        }
    }

    /** The server has ended a session by itself. */
    void ended(SessionEnd end) {
        boolean mine =
                model.session().get().filter(own -> own.id().equals(end.session())).isPresent();
        // Only this terminal replaces a session of its own, and the new one is on its way.
        if (!mine || end.why() == SessionEnd.Why.REPLACED) {
            return;
        }
        forget();
        switch (end.why()) {
            case CARD_OUT, REPLACED -> away();
            case IDLE, TIME, CHANGED -> code(Purpose.LOGIN, true);
            case MOVED -> enter(new Phase.Refused(Refusals.key(StaffRefusal.MOVED), true));
            case WITHDRAWN -> enter(new Phase.Refused(Refusals.key(StaffRefusal.WITHDRAWN), false));
        }
    }

    /** Who lies here now. */
    void stay(Optional<StayId> now) {
        boolean other = model.session().get().filter(own -> !own.stay().equals(now)).isPresent();
        if (other) {
            end();
            enter(new Phase.Refused(Refusals.key(StaffRefusal.MOVED), true));
        }
    }

    /** The button that locks, and what happens by itself when nobody is there. */
    void lock() {
        boolean alone = model.withoutServer();
        end();
        if (alone) {
            again();
        } else {
            code(Purpose.LOGIN, true);
        }
    }

    /** A session by a tap becomes one that may do what the profile may. */
    void wantsMore() {
        touched();
        code(Purpose.LOGIN, false);
    }

    /** The patient has the screen again although the card is still in. */
    void giveBack() {
        if (model.phase().get() instanceof Phase.Code code
                && !code.locked()
                && model.session().get().isPresent()) {
            glass.drop();
            enter(new Phase.Open());
            return;
        }
        end();
        away();
    }

    /** Another try with the card as it lies there. */
    void again() {
        calls.drop();
        card.ifPresent(login::read);
    }

    private final class AfterGlass implements Glass.Steps {
        @Override
        public void touched() {
            StaffInteractor.this.touched();
        }

        @Override
        public void open(StaffSession broken) {
            StaffInteractor.this.open(broken);
        }

        @Override
        public void unwanted(Optional<StaffSession> session) {
            StaffInteractor.this.unwanted(session);
        }

        @Override
        public void code() {
            StaffInteractor.this.code(Purpose.BREAK_GLASS, false);
        }

        @Override
        public void refused(Reason reason) {
            if (Refusals.over(reason)) {
                forget();
                StaffInteractor.this.refused(reason);
            } else {
                enter(new Phase.Open());
                model.fault().set(Optional.of(Refusals.key(reason)));
            }
        }

        @Override
        public void silent() {
            code.again(Refusals.SILENCE);
        }
    }

    private final class AfterLogin implements Login.Steps {
        @Override
        public void enter(Phase phase) {
            StaffInteractor.this.enter(phase);
        }

        @Override
        public void code(Purpose purpose) {
            StaffInteractor.this.code(purpose, false);
        }

        @Override
        public void open(StaffSession session) {
            StaffInteractor.this.open(session);
        }

        @Override
        public void unwanted(Optional<StaffSession> session) {
            StaffInteractor.this.unwanted(session);
        }

        @Override
        public void refused(Reason reason) {
            StaffInteractor.this.refused(reason);
        }
    }

    private final class AfterTime implements SessionTime.Steps {
        @Override
        public void lock() {
            StaffInteractor.this.lock();
        }

        @Override
        public void giveBack() {
            StaffInteractor.this.giveBack();
        }

        @Override
        public void over(StaffSession session, Reason reason) {
            StaffInteractor.this.over(Optional.of(session), reason);
        }
    }

    // --- the rest

    /** Somebody touched the screen. */
    void touched() {
        sessionTime.touched();
    }

    /** Once a second while a card is served. */
    void tick() {
        sessionTime.tick();
    }

    private void refused(Reason reason) {
        LOG.info("staff.refused reason={}", reason.code());
        enter(
                new Phase.Refused(
                        Refusals.key(reason),
                        Refusals.of(reason)
                                .filter(each -> each == StaffRefusal.STALE)
                                .isPresent()));
    }

    private void enter(Phase phase) {
        code.wipe();
        model.busy().set(phase instanceof Phase.Reading);
        model.fault().set(Optional.empty());
        model.glass().set(new StaffModel.Glass.Whole());
        sessionTime.entered();
        model.phase().set(phase);
    }

    private void away() {
        enter(new Phase.Away());
    }

    /** The session is over because it is to be over here: the server hears of it. */
    private void end() {
        model.session().get().filter(_ -> !model.withoutServer()).ifPresent(calls::forget);
        forget();
    }

    /** Nothing of the session is kept, and no answer that is under way counts. */
    private void forget() {
        calls.drop();
        glass.drop();
        sessionTime.forget();
        model.session().set(Optional.empty());
    }
}
