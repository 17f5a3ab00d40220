package chevet.terminal.staff;

import chevet.model.staff.Nonce;
import chevet.model.staff.Proof;
import chevet.model.staff.Purpose;
import chevet.model.staff.SessionEnd;
import chevet.model.staff.StaffAsks;
import chevet.model.staff.StaffRefusal;
import chevet.model.staff.StaffSession;
import chevet.model.staff.Standing;
import chevet.model.stay.StayId;
import chevet.model.wire.Answer;
import chevet.model.wire.Reason;
import chevet.terminal.device.card.Card;
import chevet.terminal.device.card.CardAnswer;
import chevet.terminal.link.Asks;
import chevet.terminal.ui.WardTime;
import chevet.terminal.ui.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From the card that is put in to the screen that is given back. The server decides; here is asked,
 * shown and forgotten. On the JavaFX thread.
 */
final class StaffInteractor {
    private static final Logger LOG = LoggerFactory.getLogger(StaffInteractor.class);

    /** Nobody does anything with a card that opens nothing: the patient has the screen again. */
    static final Duration UNUSED = Duration.ofSeconds(60);

    /** A card that does not answer at once is asked again: it may still be slid in. */
    private static final int READINGS = 3;

    private final StaffModel model;
    private final StaffPorts ports;
    private final WardTime time;
    private final Work work;
    private final StaffCalls calls;
    private final CodeEntry code;
    private final Glass glass;
    private final OfflineDesk offline;

    /** All that lie in readers, the longest there first. */
    private final List<Card> cards = new ArrayList<>();

    private Optional<Card> card = Optional.empty();
    private Optional<IdleClock> idle = Optional.empty();
    private Instant used = Instant.MIN;

    StaffInteractor(
            StaffModel model, StaffPorts ports, OfflineDesk offline, WardTime time, Work work) {
        this.model = model;
        this.ports = ports;
        this.time = time;
        this.work = work;
        this.offline = offline;
        this.calls = new StaffCalls(ports.asks(), work);
        this.code = new CodeEntry(model, calls, ports.terminal(), new AfterCode());
        this.glass = new Glass(model, calls, new AfterGlass());
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
        read(now, READINGS);
    }

    /** Who is it? A tap may be enough; else the server says what is wanted. */
    private void read(Card now, int readings) {
        enter(new Phase.Reading());
        challenge(
                Purpose.GRACE,
                challenge ->
                        calls.then(
                                now.present(challenge.digest(ports.terminal())),
                                answer -> presented(now, challenge, answer, readings)));
    }

    private void presented(Card now, Challenge challenge, CardAnswer answer, int readings) {
        switch (answer) {
            case CardAnswer.Signed signed -> login(challenge.proof(signed), this::notByTap);
            case CardAnswer.Unusable unusable -> unusable(unusable);
            case CardAnswer.Gone _, CardAnswer.WrongPin _ -> {
                if (readings > 1) {
                    read(now, readings - 1);
                } else {
                    enter(new Phase.Refused(Refusals.AGAIN, true));
                }
            }
        }
    }

    private void unusable(CardAnswer.Unusable unusable) {
        LOG.info("card.unusable why={}", unusable.why());
        enter(new Phase.Refused(Refusals.UNUSABLE, false));
    }

    private void notByTap(Reason reason) {
        if (Refusals.of(reason).filter(each -> each == StaffRefusal.NO_GRACE).isPresent()) {
            code(Purpose.LOGIN, false);
        } else {
            refused(reason);
        }
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
                case OFFLINE -> loginWithoutServer(proof);
                case LOGIN, GRACE -> login(proof, this::notByCode);
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
            StaffInteractor.this.unusable(why);
        }

        @Override
        public void locked() {
            end();
            enter(new Phase.Refused(Refusals.key(StaffRefusal.LOCKED), false));
        }
    }

    // --- the session

    private void login(Proof proof, Consumer<Reason> refused) {
        calls.ask(
                StaffAsks.LOGIN,
                proof,
                StaffSession.class,
                new StaffCalls.Heard<>(this::open, refused, this::silent, this::unwanted));
    }

    private void loginWithoutServer(Proof proof) {
        calls.then(
                CompletableFuture.supplyAsync(() -> offline.login(proof), work.apart())
                        .thenCompose(result -> result),
                result -> {
                    switch (result) {
                        case OfflineDesk.Result.Opened(var session) -> open(session);
                        case OfflineDesk.Result.Refused(var key) ->
                                enter(new Phase.Refused(key, false));
                    }
                });
    }

    /** Its card was taken away while the server still opened it. */
    private void unwanted(Optional<StaffSession> session) {
        session.ifPresent(calls::forget);
    }

    private void open(StaffSession session) {
        Instant now = time.now();
        // The token of a session that this one replaces is worth nothing any more.
        idle = Optional.of(new IdleClock(session.idle(), session.warning(), now));
        // A right code sets both counts back.
        model.tries().set(Optional.empty());
        model.session().set(Optional.of(session));
        enter(new Phase.Open());
        tick();
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
        boolean alone = withoutServer();
        end();
        if (alone) {
            again();
        } else {
            code(Purpose.LOGIN, true);
        }
    }

    private boolean withoutServer() {
        return model.session()
                .get()
                .filter(session -> session.standing() == Standing.OFFLINE)
                .isPresent();
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
        card.ifPresent(now -> read(now, READINGS));
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

    // --- time

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
                giveBack();
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
            lock();
        } else if (withoutServer()) {
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
                        reason -> over(Optional.of(session), reason),
                        () -> LOG.info("staff.touch-not-told"),
                        _ -> {}));
    }

    // --- the rest

    private void challenge(Purpose purpose, Consumer<Challenge> then) {
        calls.ask(
                StaffAsks.CHALLENGE,
                new StaffAsks.Challenge(purpose),
                Nonce.class,
                new StaffCalls.Heard<>(
                        nonce -> then.accept(new Challenge(nonce, purpose)),
                        this::refused,
                        this::unanswered,
                        _ -> {}));
    }

    /** The server cannot be asked: a list of staff may do, where the site allows it. */
    private void unanswered() {
        calls.then(
                CompletableFuture.supplyAsync(offline::known, work.apart()),
                known -> {
                    switch (known) {
                        case OfflineDesk.Known.Nothing _ -> silent();
                        case OfflineDesk.Known.Old _ ->
                                enter(new Phase.Refused(Refusals.OLD, true));
                        case OfflineDesk.Known.Usable _ -> code(Purpose.OFFLINE, false);
                    }
                });
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

    private void silent() {
        enter(new Phase.Refused(Refusals.SILENCE, true));
    }

    private void enter(Phase phase) {
        code.wipe();
        model.busy().set(phase instanceof Phase.Reading);
        model.fault().set(Optional.empty());
        model.glass().set(new StaffModel.Glass.Whole());
        used = time.now();
        model.phase().set(phase);
    }

    private void away() {
        enter(new Phase.Away());
    }

    /** The session is over because it is to be over here: the server hears of it. */
    private void end() {
        model.session().get().filter(_ -> !withoutServer()).ifPresent(calls::forget);
        forget();
    }

    /** Nothing of the session is kept, and no answer that is under way counts. */
    private void forget() {
        calls.drop();
        glass.drop();
        idle = Optional.empty();
        model.warning().set(false);
        model.session().set(Optional.empty());
    }
}
