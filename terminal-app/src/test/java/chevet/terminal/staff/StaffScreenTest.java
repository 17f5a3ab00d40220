package chevet.terminal.staff;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.staff.Action;
import chevet.model.staff.BreakGlass;
import chevet.model.staff.Permission;
import chevet.model.staff.Resource;
import chevet.model.staff.SessionEnd;
import chevet.model.staff.StaffAsks;
import chevet.model.staff.StaffRefusal;
import chevet.model.staff.StaffSession;
import chevet.model.staff.Standing;
import chevet.model.wire.Answer;
import chevet.model.wire.StreamId.Kind;
import chevet.model.wire.WireCodec;
import chevet.terminal.Bedside;
import chevet.terminal.HandAsks;
import chevet.terminal.device.card.HandCard;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The staff screens over the patient's, before a server that answers as it is told. */
class StaffScreenTest {
    private static final Permission ALLERGIES = new Permission(Resource.ALLERGIES, Action.READ);

    private static Bedside bedside;

    private StaffSeat seat;

    @BeforeAll
    static void admitted() {
        bedside = new Bedside(1280, 800).admitted();
    }

    @AfterAll
    static void closed() {
        bedside.close();
    }

    @BeforeEach
    void sit() {
        bedside.link().remove(Kind.TERMINAL, SessionEnd.KEY);
        bedside.link().admit("s1");
        bedside.settle();
        seat = new StaffSeat(bedside);
        Bedside.onScreen(() -> seat.bedside().wiring().shell().show("meals"));
    }

    @AfterEach
    void stand() {
        seat.leave();
    }

    @Test
    void rightCodeOpensWhatTheSessionPermits() {
        seat.open(StaffSeat.session(Standing.PIN, ALLERGIES));
        assertThat(seat.text()).contains("Infirmière · S. Martin", HandPane.SECRET);
        assertThat(seat.sees("staff-code")).isFalse();
    }

    @Test
    void whatIsNotPermittedIsNeitherShownNorOpened() {
        seat.open(StaffSeat.session(Standing.PIN));
        assertThat(seat.sees("pane-hand")).isFalse();
        assertThat(seat.pane().asks()).isEmpty();
        assertThat(seat.text()).contains("Votre profil n’ouvre rien pour ce lit.");
    }

    @Test
    void cardTakenOutBlanksAtOnceAndTheServerHearsOfIt() {
        HandCard card = seat.open(StaffSeat.session(Standing.PIN, ALLERGIES));
        seat.remove(card);
        assertThat(seat.text()).doesNotContain(HandPane.SECRET);
        assertThat(seat.sees("staff")).isFalse();
        assertThat(seat.pane().asks()).isEmpty();
        assertThat(seat.asks().asked(StaffAsks.END)).hasSize(1);
        assertThat(bedside.wiring().shell().shown()).isEqualTo("meals");
    }

    @Test
    void sessionThatTheServerOpensForACardThatIsGoneIsClosedAgain() {
        HandCard card = seat.insert();
        CompletableFuture<Answer> held = seat.asks().hold(StaffAsks.LOGIN);
        seat.type(StaffSeat.CODE);
        seat.press("staff-ok");
        seat.remove(card);
        held.complete(HandAsks.good(StaffSeat.session(Standing.PIN, ALLERGIES)));
        seat.bedside().settle();
        assertThat(seat.sees("staff")).isFalse();
        assertThat(seat.asks().asked(StaffAsks.END)).hasSize(1);
    }

    @Test
    void wrongCodesAreCountedShownAndToldEachOnce() {
        seat.insert();
        assertThat(seat.text()).contains("3 essais restants.");
        seat.asks().answer(StaffAsks.TRIES, WrongPins::left);
        seat.type("9999");
        seat.press("staff-ok");
        assertThat(seat.text()).contains("Ce code n’est pas le bon.", "2 essais restants.");
        seat.type("9999");
        seat.press("staff-ok");
        assertThat(seat.text()).contains("1 essai restant.");
        assertThat(seat.asks().asked(StaffAsks.TRIES)).hasSize(2).allMatch(HandAsks.Asked::act);
        seat.type("9999");
        seat.press("staff-ok");
        assertThat(seat.text()).contains("Cette carte est bloquée");
    }

    @Test
    void serverThatCountsFewerTriesIsBelieved() {
        seat.insert();
        seat.asks().answer(StaffAsks.TRIES, _ -> new StaffAsks.Tries(1));
        seat.type("9999");
        seat.press("staff-ok");
        assertThat(seat.text()).contains("1 essai restant.");
    }

    @Test
    void tooShortACodeCostsNoTry() {
        seat.insert();
        seat.type("471");
        seat.press("staff-ok");
        assertThat(seat.text()).contains("Le code a au moins 4 chiffres.", "3 essais restants.");
        assertThat(seat.asks().asked(StaffAsks.TRIES)).isEmpty();
    }

    @Test
    void lostCardOpensNothingAndSaysSo() {
        seat.asks().refuse(StaffAsks.LOGIN, StaffRefusal.WITHDRAWN.reason());
        HandCard card = seat.insert();
        assertThat(seat.text()).contains("Cette carte a été déclarée perdue.");
        assertThat(seat.sees("staff-code")).isFalse();
        seat.remove(card);
        assertThat(seat.sees("staff")).isFalse();
    }

    @Test
    void cardOfAnotherHouseIsToldApart() {
        seat.insert(HandCard.foreign());
        assertThat(seat.text()).contains("Cette carte ne s’utilise pas ici.");
    }

    @Test
    void withoutNetworkItIsRefusedAndSaidSo() {
        seat.asks().silence();
        seat.insert();
        assertThat(seat.text()).contains("Pas de liaison avec le service.");
        seat.serverAsksForTheCode();
        seat.press("staff-again");
        assertThat(seat.sees("staff-code")).isTrue();
    }

    @Test
    void tapWithinTheGraceOpensToReadAndTheCodeOpensMore() {
        seat.asks().answer(StaffAsks.LOGIN, _ -> StaffSeat.session(Standing.GRACE, ALLERGIES));
        seat.insert();
        assertThat(seat.text()).contains("Lecture seule", HandPane.SECRET);
        seat.press("staff-more");
        seat.asks().answer(StaffAsks.LOGIN, _ -> StaffSeat.session(Standing.PIN, ALLERGIES));
        seat.type(StaffSeat.CODE);
        seat.press("staff-ok");
        assertThat(seat.text()).contains(HandPane.SECRET).doesNotContain("Lecture seule");
    }

    @Test
    void nobodyTouchingIsWarnedThenLocked() {
        seat.open(StaffSeat.session(Standing.PIN, ALLERGIES));
        seat.later(Duration.ofSeconds(85));
        assertThat(seat.sees("staff-here")).isFalse();
        seat.later(Duration.ofSeconds(10));
        assertThat(seat.text()).contains("Verrouillage dans 0:25");
        seat.later(Duration.ofSeconds(26));
        assertThat(seat.text())
                .contains("Verrouillé. Votre code pour continuer.")
                .doesNotContain(HandPane.SECRET);
        assertThat(seat.asks().asked(StaffAsks.END)).hasSize(1);
    }

    @Test
    void touchKeepsTheSessionOnBothSides() {
        StaffSession session = StaffSeat.session(Standing.PIN, ALLERGIES);
        seat.open(session);
        seat.asks().answer(StaffAsks.TOUCH, _ -> session);
        seat.later(Duration.ofSeconds(100));
        seat.press("staff-here");
        seat.later(Duration.ofSeconds(1));
        seat.later(Duration.ofSeconds(100));
        assertThat(seat.text()).contains(HandPane.SECRET);
        assertThat(seat.asks().asked(StaffAsks.TOUCH)).hasSize(1);
    }

    @Test
    void touchesThatTheServerDoesNotHearKeepNothing() {
        seat.open(StaffSeat.session(Standing.PIN, ALLERGIES));
        seat.asks().silence();
        seat.later(Duration.ofSeconds(100));
        seat.press("staff-here");
        seat.later(Duration.ofSeconds(21));
        assertThat(seat.text()).doesNotContain(HandPane.SECRET);
    }

    @Test
    void lockedScreenThatNobodyWantsIsThePatientsAgain() {
        seat.open(StaffSeat.session(Standing.PIN, ALLERGIES));
        seat.press("staff-lock");
        assertThat(seat.sees("staff-code")).isTrue();
        seat.later(SessionTime.UNUSED);
        assertThat(seat.sees("staff")).isFalse();
    }

    @Test
    void serverThatEndsTheSessionIsObeyedAtOnce() {
        StaffSession session = StaffSeat.session(Standing.PIN, ALLERGIES);
        seat.open(session);
        seat.bedside()
                .link()
                .put(
                        Kind.TERMINAL,
                        SessionEnd.KEY,
                        new SessionEnd(session.id(), SessionEnd.Why.WITHDRAWN, Bedside.SATURDAY));
        seat.bedside().settle();
        assertThat(seat.text())
                .contains("Cette carte a été déclarée perdue.")
                .doesNotContain(HandPane.SECRET);
    }

    @Test
    void patientWhoIsMovedDuringASessionEndsIt() {
        seat.open(StaffSeat.session(Standing.PIN, ALLERGIES));
        seat.bedside().link().admit("s2");
        seat.bedside().settle();
        assertThat(seat.text())
                .contains("Le patient de ce lit n’est plus le même.")
                .doesNotContain(HandPane.SECRET);
        assertThat(seat.asks().asked(StaffAsks.END)).hasSize(1);
    }

    @Test
    void answerToAPaneThatTheSessionIsOverEndsIt() {
        seat.open(StaffSeat.session(Standing.PIN, ALLERGIES));
        seat.asks().refuse("record.read", StaffRefusal.NO_SESSION.reason());
        Bedside.onScreen(() -> seat.pane().asks().orElseThrow().ask("record.read", "x"));
        seat.bedside().settle();
        assertThat(seat.text())
                .contains("La session est terminée.")
                .doesNotContain(HandPane.SECRET);
    }

    @Test
    void glassIsBrokenWithACauseAndTheCodeOnceMore() {
        seat.open(StaffSeat.session(Standing.PIN));
        seat.asks().refuse(StaffAsks.BREAK_GLASS, StaffRefusal.PIN_NEEDED.reason());
        seat.press("staff-glass-open");
        seat.press("staff-cause-emergency");
        seat.press("staff-glass-yes");
        assertThat(seat.text()).contains("Accès exceptionnel. Votre code, encore une fois.");
        seat.asks()
                .answer(
                        StaffAsks.BREAK_GLASS,
                        _ -> StaffSeat.session(Standing.EMERGENCY, ALLERGIES));
        seat.type(StaffSeat.CODE);
        seat.press("staff-ok");
        assertThat(seat.text()).contains("Accès exceptionnel jusqu’à 11:57", HandPane.SECRET);
        BreakGlass asked =
                WireCodec.strict(
                        seat.asks().asked(StaffAsks.BREAK_GLASS).getLast().body(),
                        BreakGlass.class);
        assertThat(asked.cause()).isEqualTo(BreakGlass.Cause.EMERGENCY);
        assertThat(asked.proof()).isPresent();
    }

    @Test
    void anotherReasonForTheGlassIsWrittenAndForgottenWhereItIsLeft() {
        seat.open(StaffSeat.session(Standing.PIN));
        seat.press("staff-glass-open");
        seat.press("staff-cause-other");
        assertThat(seat.disabled("staff-glass-written")).isTrue();
        seat.write("test");
        seat.press("staff-glass-written");
        assertThat(seat.text()).contains("test", "L’alerte part tout de suite");
        seat.asks()
                .answer(
                        StaffAsks.BREAK_GLASS,
                        _ -> StaffSeat.session(Standing.EMERGENCY, ALLERGIES));
        seat.press("staff-glass-yes");
        BreakGlass asked =
                WireCodec.strict(
                        seat.asks().asked(StaffAsks.BREAK_GLASS).getLast().body(),
                        BreakGlass.class);
        assertThat(asked.cause()).isEqualTo(BreakGlass.Cause.OTHER);
        assertThat(asked.words()).isEqualTo("test");
        seat.press("staff-glass-open");
        seat.press("staff-cause-other");
        assertThat(seat.disabled("staff-glass-written")).isTrue();
    }

    @Test
    void secondCardIsServedWhenTheFirstIsOut() {
        HandCard first = seat.open(StaffSeat.session(Standing.PIN, ALLERGIES));
        seat.asks().refuse(StaffAsks.LOGIN, StaffRefusal.NO_GRACE.reason());
        seat.insert();
        assertThat(seat.text()).contains(HandPane.SECRET);
        seat.remove(first);
        assertThat(seat.sees("staff-code")).isTrue();
        assertThat(seat.text()).doesNotContain(HandPane.SECRET);
    }

    /** The server's count where it agrees with the card's. */
    private static final class WrongPins {
        private WrongPins() {}

        static Object left(chevet.model.wire.Body body) {
            return new StaffAsks.Tries(WireCodec.strict(body, StaffAsks.WrongPin.class).left());
        }
    }
}
