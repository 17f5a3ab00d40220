package chevet.terminal.staff;

import chevet.model.place.TerminalId;
import chevet.model.staff.Nonce;
import chevet.model.staff.Proof;
import chevet.model.staff.Purpose;
import chevet.model.staff.StaffAsks;
import chevet.model.wire.Reason;
import chevet.terminal.device.card.Card;
import chevet.terminal.device.card.CardAnswer;
import chevet.terminal.device.card.Pin;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The code on its way from the fingers to the card, and how many tries are left. It is wiped
 * wherever it does not reach the card. On the JavaFX thread.
 */
final class CodeEntry {
    private static final Logger LOG = LoggerFactory.getLogger(CodeEntry.class);

    /** What follows for the card and the session. */
    interface Steps {
        /** The card that is served. */
        Optional<Card> card();

        /** The card has signed with the code. */
        void proved(Purpose purpose, Proof proof);

        /** The server gives nothing to sign, or does not take the try. */
        void refused(Reason reason);

        /** The card cannot be used. */
        void unusable(CardAnswer.Unusable why);

        /** No try is left. */
        void locked();
    }

    private final StaffModel model;
    private final StaffCalls calls;
    private final TerminalId terminal;
    private final Steps steps;
    private final Pin pin = new Pin();

    CodeEntry(StaffModel model, StaffCalls calls, TerminalId terminal, Steps steps) {
        this.model = model;
        this.calls = calls;
        this.terminal = terminal;
        this.steps = steps;
    }

    void type(int digit) {
        if (!model.busy().get()) {
            model.fault().set(Optional.empty());
            pin.add(digit);
            model.typed().set(pin.length());
        }
    }

    void erase() {
        if (!model.busy().get()) {
            pin.erase();
            model.typed().set(pin.length());
        }
    }

    /** Nothing is typed any more. */
    void wipe() {
        pin.wipe();
        model.typed().set(0);
    }

    /** Asks the card how many tries it has left, where nobody has said so yet. */
    void countTries() {
        if (model.tries().get().isEmpty()) {
            steps.card()
                    .ifPresent(
                            now ->
                                    calls.then(
                                            now.triesLeft(),
                                            left -> {
                                                if (left >= 0) {
                                                    fewer(left);
                                                }
                                            }));
        }
    }

    void ok() {
        if (!(model.phase().get() instanceof Phase.Code code) || model.busy().get()) {
            return;
        }
        if (!pin.complete()) {
            model.fault().set(Optional.of("staff.code.short"));
            return;
        }
        Pin taken = pin.taken();
        model.typed().set(0);
        model.busy().set(true);
        steps.card()
                .ifPresentOrElse(
                        now -> {
                            if (code.purpose() == Purpose.OFFLINE) {
                                sign(now, Challenge.own(), taken);
                            } else {
                                prove(now, code, taken);
                            }
                        },
                        taken::wipe);
    }

    private void sign(Card now, Challenge challenge, Pin taken) {
        calls.then(
                now.login(challenge.digest(terminal), taken),
                answer -> answered(challenge, answer));
    }

    private void prove(Card now, Phase.Code code, Pin taken) {
        calls.ask(
                StaffAsks.CHALLENGE,
                new StaffAsks.Challenge(code.purpose()),
                Nonce.class,
                new StaffCalls.Heard<>(
                        nonce -> sign(now, new Challenge(nonce, code.purpose()), taken),
                        wiping(taken, steps::refused),
                        () -> {
                            taken.wipe();
                            again(Refusals.SILENCE);
                        },
                        wiping(taken, _ -> {})));
    }

    private static <T> Consumer<T> wiping(Pin taken, Consumer<T> then) {
        return heard -> {
            taken.wipe();
            then.accept(heard);
        };
    }

    private void answered(Challenge challenge, CardAnswer answer) {
        switch (answer) {
            case CardAnswer.Signed signed ->
                    steps.proved(challenge.purpose(), challenge.proof(signed));
            case CardAnswer.WrongPin wrong -> wrong(wrong);
            case CardAnswer.Unusable unusable -> steps.unusable(unusable);
            case CardAnswer.Gone _ -> again(Refusals.AGAIN);
        }
    }

    private void wrong(CardAnswer.WrongPin wrong) {
        fewer(wrong.left());
        again("staff.code.wrong");
        String certificate = Base64.getEncoder().encodeToString(wrong.certificate());
        calls.act(
                StaffAsks.TRIES,
                new StaffAsks.WrongPin(certificate, wrong.left()),
                StaffAsks.Tries.class,
                new StaffCalls.Heard<>(
                        tries -> fewer(tries.left()),
                        steps::refused,
                        () -> LOG.info("card.try-not-told"),
                        _ -> {}));
    }

    /** The card counts and the server does: the smaller one holds. */
    private void fewer(int left) {
        int least = model.tries().get().map(before -> Math.min(before, left)).orElse(left);
        model.tries().set(Optional.of(least));
        if (least == 0) {
            steps.locked();
        }
    }

    /** The code may be typed once more. */
    void again(String fault) {
        model.busy().set(false);
        model.fault().set(Optional.of(fault));
    }
}
