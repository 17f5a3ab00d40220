package chevet.terminal.staff;

import chevet.model.place.TerminalId;
import chevet.model.staff.Nonce;
import chevet.model.staff.Proof;
import chevet.model.staff.Purpose;
import chevet.model.staff.StaffAsks;
import chevet.model.staff.StaffRefusal;
import chevet.model.staff.StaffSession;
import chevet.model.wire.Reason;
import chevet.terminal.device.card.Card;
import chevet.terminal.device.card.CardAnswer;
import chevet.terminal.ui.Work;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From a card that lies in the reader to a session: what card and server are asked, and where the
 * server is silent the list of staff. On the JavaFX thread.
 */
final class Login {
    private static final Logger LOG = LoggerFactory.getLogger(Login.class);

    /** A card that does not answer at once is asked again: it may still be slid in. */
    private static final int READINGS = 3;

    private final StaffCalls calls;
    private final TerminalId terminal;
    private final OfflineDesk offline;
    private final Work work;
    private final Steps steps;

    /** What follows. */
    interface Steps {
        void enter(Phase phase);

        /** Nothing but the code will do. */
        void code(Purpose purpose);

        void open(StaffSession session);

        /** Opened for a card that was taken away meanwhile. */
        void unwanted(Optional<StaffSession> session);

        void refused(Reason reason);
    }

    Login(StaffCalls calls, TerminalId terminal, OfflineDesk offline, Work work, Steps steps) {
        this.calls = calls;
        this.terminal = terminal;
        this.offline = offline;
        this.work = work;
        this.steps = steps;
    }

    /** Who is it? A tap may be enough; else the server says what is wanted. */
    void read(Card now) {
        read(now, READINGS);
    }

    private void read(Card now, int readings) {
        steps.enter(new Phase.Reading());
        calls.ask(
                StaffAsks.CHALLENGE,
                new StaffAsks.Challenge(Purpose.GRACE),
                Nonce.class,
                new StaffCalls.Heard<>(
                        nonce -> present(now, new Challenge(nonce, Purpose.GRACE), readings),
                        steps::refused,
                        this::unanswered,
                        _ -> {}));
    }

    private void present(Card now, Challenge challenge, int readings) {
        calls.then(
                now.present(challenge.digest(terminal)),
                answer -> presented(now, challenge, answer, readings));
    }

    private void presented(Card now, Challenge challenge, CardAnswer answer, int readings) {
        switch (answer) {
            case CardAnswer.Signed signed -> prove(challenge.proof(signed), this::notByTap);
            case CardAnswer.Unusable unusable -> unusable(unusable);
            case CardAnswer.Gone _, CardAnswer.WrongPin _ -> {
                if (readings > 1) {
                    read(now, readings - 1);
                } else {
                    steps.enter(new Phase.Refused(Refusals.AGAIN, true));
                }
            }
        }
    }

    void unusable(CardAnswer.Unusable unusable) {
        LOG.info("card.unusable why={}", unusable.why());
        steps.enter(new Phase.Refused(Refusals.UNUSABLE, false));
    }

    private void notByTap(Reason reason) {
        if (Refusals.of(reason).filter(each -> each == StaffRefusal.NO_GRACE).isPresent()) {
            steps.code(Purpose.LOGIN);
        } else {
            steps.refused(reason);
        }
    }

    /** Gives the server what the card has signed. */
    void prove(Proof proof, Consumer<Reason> refused) {
        calls.ask(
                StaffAsks.LOGIN,
                proof,
                StaffSession.class,
                new StaffCalls.Heard<>(steps::open, refused, this::silent, steps::unwanted));
    }

    /** Has the list of staff judge what the card has signed. */
    void proveWithoutServer(Proof proof) {
        calls.then(
                CompletableFuture.supplyAsync(() -> offline.login(proof), work.apart())
                        .thenCompose(result -> result),
                result -> {
                    switch (result) {
                        case OfflineDesk.Result.Opened(var session) -> steps.open(session);
                        case OfflineDesk.Result.Refused(var key) ->
                                steps.enter(new Phase.Refused(key, false));
                    }
                });
    }

    /** The server cannot be asked: a list of staff may do, where the site allows it. */
    private void unanswered() {
        calls.then(
                CompletableFuture.supplyAsync(offline::known, work.apart()),
                known -> {
                    switch (known) {
                        case OfflineDesk.Known.Nothing _ -> silent();
                        case OfflineDesk.Known.Old _ ->
                                steps.enter(new Phase.Refused(Refusals.OLD, true));
                        case OfflineDesk.Known.Usable _ -> steps.code(Purpose.OFFLINE);
                    }
                });
    }

    private void silent() {
        steps.enter(new Phase.Refused(Refusals.SILENCE, true));
    }
}
