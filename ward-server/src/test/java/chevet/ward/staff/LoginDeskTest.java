package chevet.ward.staff;

import static chevet.ward.staff.StaffHouse.T214;
import static chevet.ward.staff.StaffHouse.T215;
import static chevet.ward.staff.StaffHouse.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.place.BedId;
import chevet.model.staff.Action;
import chevet.model.staff.BreakGlass;
import chevet.model.staff.BreakGlass.Cause;
import chevet.model.staff.Nonce;
import chevet.model.staff.Proof;
import chevet.model.staff.Purpose;
import chevet.model.staff.RecordAccess;
import chevet.model.staff.Resource;
import chevet.model.staff.SessionEnd;
import chevet.model.staff.Slot;
import chevet.model.staff.StaffAsks;
import chevet.model.staff.StaffSession;
import chevet.model.staff.Standing;
import chevet.model.stay.StayId;
import chevet.model.text.Language;
import chevet.model.wire.Answer;
import chevet.model.wire.Ask;
import chevet.model.wire.StreamId;
import chevet.model.wire.WireCodec;
import chevet.ward.db.BothDatabases;
import chevet.ward.db.Databases;
import chevet.ward.pki.CertificateAuthority;
import chevet.ward.sync.AskHandler;
import chevet.ward.sync.StaffGate.Decision;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every attack on a login, with real certificates, keys and databases. */
final class LoginDeskTest {
    @TempDir private Path directory;
    private Databases on;
    private StaffHouse house;
    private StayId stay;

    @BeforeEach
    void begin() {
        on = Databases.sqlite();
        house = new StaffHouse(on, directory);
        stay = house.house.admit("214-F");
    }

    @AfterEach
    void end() {
        assertThat(house.sound()).isTrue();
        on.close();
    }

    private void pass(Duration time) {
        house.house.clock.advance(time);
    }

    @Test
    void aCardAndItsPinOpenWhatTheProfileGives() {
        StaffSession session = house.login(T214, house.nurse);
        assertThat(session.name()).isEqualTo("N. p-nurse");
        assertThat(session.trade().fr()).isEqualTo("Infirmier");
        assertThat(session.stay()).contains(stay);
        assertThat(session.may(Resource.MEDICATION, Action.READ)).isTrue();
        assertThat(session.may(Resource.TERMINAL, Action.READ)).isFalse();
        assertThat(house.may(session, Resource.MEDICATION, Action.READ))
                .isEqualTo(
                        new Decision.Allowed(
                                "p-nurse",
                                session.id(),
                                chevet.ward.meal.House.WARD,
                                Optional.of(stay),
                                false));
        assertThat(refusal(house.may(session, Resource.TERMINAL, Action.READ)))
                .isEqualTo("staff.not-permitted");
    }

    @Test
    void aSignatureServesOnce() {
        Nonce nonce = house.logins.challenge(T214, Purpose.LOGIN);
        Proof proof = house.nurse.sign(T214, nonce, Purpose.LOGIN);
        assertThat(refusal(house.logins.login(T214, proof))).isEqualTo("good");
        assertThat(refusal(house.logins.login(T214, proof))).isEqualTo("staff.stale");
    }

    @Test
    void aSignatureForAnotherTerminalIsWorthNothing() {
        Nonce nonce = house.logins.challenge(T214, Purpose.LOGIN);
        Proof proof = house.nurse.sign(T214, nonce, Purpose.LOGIN);
        assertThat(refusal(house.logins.login(T215, proof))).isEqualTo("staff.stale");
        Nonce theirs = house.logins.challenge(T215, Purpose.LOGIN);
        Proof moved = house.nurse.sign(T214, theirs, Purpose.LOGIN);
        assertThat(refusal(house.logins.login(T215, moved))).isEqualTo("staff.bad-signature");
    }

    @Test
    void aNonceIsWorthNothingAfterThirtySeconds() {
        Nonce nonce = house.logins.challenge(T214, Purpose.LOGIN);
        pass(Duration.ofSeconds(30));
        Proof late = house.nurse.sign(T214, nonce, Purpose.LOGIN);
        assertThat(refusal(house.logins.login(T214, late))).isEqualTo("staff.stale");
    }

    @Test
    void theTapKeyNeverPassesForThePinKey() {
        Nonce nonce = house.logins.challenge(T214, Purpose.LOGIN);
        Proof tap = house.nurse.sign(T214, nonce, Purpose.LOGIN, Slot.TAP_9E);
        assertThat(refusal(house.logins.login(T214, tap))).isEqualTo("staff.wrong-key");
        // What a tap signed for the grace, with the certificate of the PIN's key.
        Nonce other = house.logins.challenge(T214, Purpose.LOGIN);
        Proof signed = house.nurse.sign(T214, other, Purpose.GRACE);
        Proof forged =
                new Proof(signed.nonce(), house.nurse.certificate(Slot.PIN_9A), signed.signature());
        assertThat(refusal(house.logins.login(T214, forged))).isEqualTo("staff.bad-signature");
    }

    @Test
    void whatWasSignedForTheGraceIsNoLogin() {
        house.login(T214, house.nurse);
        Nonce nonce = house.logins.challenge(T214, Purpose.GRACE);
        Proof proof = house.nurse.sign(T214, nonce, Purpose.LOGIN);
        assertThat(refusal(house.logins.login(T214, proof))).isEqualTo("staff.wrong-key");
    }

    @Test
    void aCopiedCertificateWithoutItsKeyOpensNothing() {
        TestCard clone = new TestCard(house.hospital, "C-1");
        Nonce nonce = house.logins.challenge(T214, Purpose.LOGIN);
        Proof signed = clone.sign(T214, nonce, Purpose.LOGIN);
        Proof forged =
                new Proof(signed.nonce(), house.nurse.certificate(Slot.PIN_9A), signed.signature());
        assertThat(refusal(house.logins.login(T214, forged))).isEqualTo("staff.bad-signature");
        assertThat(refusal(house.tryLogin(T214, clone))).isEqualTo("staff.unknown-card");
    }

    @Test
    void anotherAuthoritysCardIsUnknown() {
        CertificateAuthority other =
                CertificateAuthority.in(directory.resolve("other"), house.house.clock);
        assertThat(refusal(house.tryLogin(T214, new TestCard(other, "C-1"))))
                .isEqualTo("staff.unknown-ca");
        Nonce nonce = house.logins.challenge(T214, Purpose.LOGIN);
        assertThat(refusal(house.logins.login(T214, new Proof(nonce.nonce(), "AAAA", "AAAA"))))
                .isEqualTo("staff.unreadable");
    }

    @Test
    void clocksMayDifferByFiveMinutesAndNoMore() {
        InstantSource fast =
                () -> house.house.clock.instant().plus(Duration.ofDays(1).plusMinutes(4));
        TestCard ahead =
                new TestCard(CertificateAuthority.in(directory.resolve("hospital"), fast), "C-8");
        house.bring(StaffHouse.row("p-8", "nurse", "*", "C-8", ahead));
        assertThat(refusal(house.tryLogin(T214, ahead))).isEqualTo("good");
        pass(Duration.ofMinutes(-2));
        assertThat(refusal(house.tryLogin(T214, ahead))).isEqualTo("staff.not-valid-now");
    }

    @Test
    void aCertificateThatHasExpiredOpensNothingAtTheBedNorAtThePin() {
        InstantSource then =
                () -> house.house.clock.instant().minus(Duration.ofDays(1095)).plusSeconds(60);
        TestCard old =
                new TestCard(CertificateAuthority.in(directory.resolve("hospital"), then), "C-8");
        house.bring(StaffHouse.row("p-8", "nurse", "*", "C-8", old));
        assertThat(refusal(house.tryLogin(T214, old))).isEqualTo("good");
        pass(Duration.ofMinutes(7));
        assertThat(refusal(house.tryLogin(T214, old))).isEqualTo("staff.not-valid-now");
        assertThat(refusal(house.tryWith(T214, old, Purpose.GRACE)))
                .isEqualTo("staff.not-valid-now");
        assertThat(
                        refusal(
                                house.logins.wrongPin(
                                        T214,
                                        "try-1",
                                        new StaffAsks.WrongPin(old.certificate(Slot.PIN_9A), 2))))
                .isEqualTo("staff.unknown-card");
    }

    /** The house's day is the wards', not the server's: half past noon in Paris to begin with. */
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    2026-11-21, 2026-11-21, 0, good
                    2026-11-22, 2026-11-30, 0, staff.not-employed
                    2026-11-22, 2026-11-30, 690, good
                    2026-11-22, 2026-11-30, 689, staff.not-employed
                    2026-11-01, 2026-11-20, 0, staff.not-employed
                    2026-11-01, 2026-11-21, 689, good
                    2026-11-01, 2026-11-21, 690, staff.not-employed
                    """)
    void aPersonsDaysAreJudgedAtEachLogin(
            String from, String until, int minutesLater, String came) {
        TestCard card = new TestCard(house.hospital, "C-8");
        String row = StaffHouse.row("p-8", "nurse", "*", "C-8", card);
        house.staff
                .directory()
                .importFile(
                        "staff.csv",
                        ("person;name;profile;wards;card;key_9a;key_9e;valid_from;valid_until\n"
                                        + row
                                        + ";"
                                        + from
                                        + ";"
                                        + until)
                                .getBytes(StandardCharsets.UTF_8),
                        StaffHouse.BY,
                        Language.EN);
        pass(Duration.ofMinutes(minutesLater));
        assertThat(refusal(house.tryLogin(T214, card))).isEqualTo(came);
        assertThat(refusal(house.tryWith(T214, card, Purpose.GRACE))).isEqualTo(came);
    }

    @Test
    void aLostCardIsWithdrawnAtOnceAndItsSessionEnds() {
        StaffSession session = house.login(T214, house.nurse);
        assertThat(house.staff.directory().withdraw("C-1", StaffHouse.BY)).isTrue();
        assertThat(refusal(house.may(session, Resource.DIET, Action.READ)))
                .isEqualTo("staff.no-session");
        assertThat(house.told(StreamId.terminal(T214)).get(SessionEnd.KEY))
                .isEqualTo(
                        new SessionEnd(
                                session.id(),
                                SessionEnd.Why.WITHDRAWN,
                                house.house.clock.instant()));
        assertThat(refusal(house.tryLogin(T214, house.nurse))).isEqualTo("staff.withdrawn");
        assertThat(refusal(house.tryWith(T214, house.nurse, Purpose.GRACE)))
                .isEqualTo("staff.withdrawn");
    }

    @Test
    void threeWrongPinsLockTheCardAndOneToldTwiceCountsOnce() {
        assertThat(wrongPin("try-1", 2)).isEqualTo(2);
        assertThat(wrongPin("try-1", 2)).isEqualTo(2);
        assertThat(wrongPin("try-2", 1)).isEqualTo(1);
        assertThat(wrongPin("try-2", 1)).isEqualTo(1);
        assertThat(wrongPin("try-3", 0)).isZero();
        assertThat(refusal(house.tryLogin(T214, house.nurse))).isEqualTo("staff.locked");
        house.staff.directory().unlock("C-1", StaffHouse.BY);
        assertThat(refusal(house.tryLogin(T214, house.nurse))).isEqualTo("good");
    }

    @Test
    void tryThatAnAskBringsTwiceCostsOne() {
        assertThat(toldByAsk("ask-1", "try-1")).isEqualTo(2);
        // What a terminal repeats after the server has forgotten the first ask.
        assertThat(toldByAsk("ask-2", "try-1")).isEqualTo(2);
        assertThat(toldByAsk("ask-3", "try-2")).isEqualTo(1);
    }

    private int toldByAsk(String id, String act) {
        AskHandler tries =
                house.staff.asks().stream()
                        .filter(each -> each.type().equals(StaffAsks.TRIES))
                        .findFirst()
                        .orElseThrow();
        Answer answer =
                tries.answer(
                        new Ask(
                                id,
                                T214,
                                house.house.clock.instant(),
                                StaffAsks.TRIES,
                                Optional.of(act),
                                WireCodec.body(
                                        new StaffAsks.WrongPin(
                                                house.nurse.certificate(Slot.PIN_9A), 2))));
        return WireCodec.lenient(answer.body().orElseThrow(), StaffAsks.Tries.class).left();
    }

    @Test
    void theRightPinForgetsTheWrongOnes() {
        wrongPin("try-1", 2);
        wrongPin("try-2", 1);
        house.login(T214, house.nurse);
        assertThat(wrongPin("try-3", 2)).isEqualTo(2);
    }

    private int wrongPin(String act, int left) {
        return StaffHouse.good(
                        house.logins.wrongPin(
                                T214,
                                act,
                                new StaffAsks.WrongPin(house.nurse.certificate(Slot.PIN_9A), left)))
                .left();
    }

    @Test
    void aSessionIsWorthNothingAtAnotherTerminal() {
        StaffSession session = house.login(T214, house.nurse);
        assertThat(
                        refusal(
                                house.staff
                                        .gate()
                                        .may(T215, session.token(), Resource.DIET, Action.READ)))
                .isEqualTo("staff.no-session");
        assertThat(refusal(house.logins.touch(T215, session.token())))
                .isEqualTo("staff.no-session");
    }

    @Test
    void nobodyTouchesAndTheSessionEnds() {
        StaffSession session = house.login(T214, house.nurse);
        pass(Duration.ofSeconds(110));
        house.logins.touch(T214, session.token());
        pass(Duration.ofSeconds(110));
        assertThat(refusal(house.logins.touch(T214, session.token()))).isEqualTo("good");
        pass(Duration.ofSeconds(136));
        assertThat(refusal(house.may(session, Resource.DIET, Action.READ)))
                .isEqualTo("staff.no-session");
        house.staff.tick();
        assertThat(house.told(StreamId.terminal(T214)).get(SessionEnd.KEY))
                .isInstanceOfSatisfying(
                        SessionEnd.class,
                        ended -> assertThat(ended.why()).isEqualTo(SessionEnd.Why.IDLE));
    }

    @Test
    void noSessionLastsLongerThanAQuarterOfAnHour() {
        StaffSession session = house.login(T214, house.nurse);
        for (int minute = 0; minute < 14; minute++) {
            pass(Duration.ofMinutes(1));
            assertThat(refusal(house.logins.touch(T214, session.token()))).isEqualTo("good");
        }
        pass(Duration.ofMinutes(1));
        assertThat(refusal(house.logins.touch(T214, session.token())))
                .isEqualTo("staff.no-session");
    }

    @Test
    void aTransferEndsTheSessionAndTheNextPatientIsNobodysBusiness() {
        StaffSession session = house.login(T214, house.nurse);
        house.house.stays.transfer(stay, new BedId("216-F"), "test");
        assertThat(house.told(StreamId.terminal(T214)).get(SessionEnd.KEY))
                .isInstanceOfSatisfying(
                        SessionEnd.class,
                        ended -> assertThat(ended.why()).isEqualTo(SessionEnd.Why.MOVED));
        house.house.admit("214-F");
        assertThat(refusal(house.may(session, Resource.BANNER, Action.READ)))
                .isEqualTo("staff.no-session");
    }

    @Test
    void aDischargeEndsTheSession() {
        StaffSession session = house.login(T214, house.nurse);
        house.house.stays.discharge(stay, "test");
        assertThat(refusal(house.may(session, Resource.BANNER, Action.READ)))
                .isEqualTo("staff.no-session");
    }

    @Test
    void theCardTakenAwayEndsTheSessionOnce() {
        StaffSession session = house.login(T214, house.nurse);
        house.logins.end(T215, session.token());
        assertThat(refusal(house.logins.touch(T214, session.token()))).isEqualTo("good");
        house.logins.end(T214, session.token());
        house.logins.end(T214, session.token());
        assertThat(refusal(house.logins.touch(T214, session.token())))
                .isEqualTo("staff.no-session");
    }

    @Test
    void aTapWithinTheGraceReadsOnly() {
        assertThat(refusal(house.tryWith(T214, house.nurse, Purpose.GRACE)))
                .isEqualTo("staff.no-grace");
        StaffSession first = house.login(T214, house.nurse);
        house.logins.end(T214, first.token());
        pass(Duration.ofMinutes(15));
        StaffSession tapped = StaffHouse.good(house.tryWith(T214, house.nurse, Purpose.GRACE));
        assertThat(tapped.standing()).isEqualTo(Standing.GRACE);
        assertThat(refusal(house.may(tapped, Resource.DIET, Action.READ))).isEqualTo("allowed");
        assertThat(refusal(house.may(tapped, Resource.FOOD_PROFILE, Action.CHANGE)))
                .isEqualTo("staff.not-permitted");
        pass(Duration.ofSeconds(1));
        assertThat(refusal(house.tryWith(T214, house.nurse, Purpose.GRACE)))
                .isEqualTo("staff.no-grace");
    }

    @Test
    void aPrescriberHasNoGrace() {
        house.login(T214, house.doctor);
        assertThat(refusal(house.tryWith(T214, house.doctor, Purpose.GRACE)))
                .isEqualTo("staff.no-grace");
    }

    @Test
    void aCardIsInOnePlaceAndATerminalShowsOneSession() {
        StaffSession first = house.login(T214, house.nurse);
        house.login(T215, house.nurse);
        assertThat(refusal(house.logins.touch(T214, first.token()))).isEqualTo("staff.no-session");
    }

    @Test
    void theGlassIsBrokenForOnePatientAndToldAtOnce() {
        StaffSession session = house.login(T214, house.elsewhere);
        assertThat(session.may(Resource.MEDICATION, Action.READ)).isFalse();
        assertThat(session.mayBreakGlass()).isTrue();
        BreakGlass wish =
                new BreakGlass(
                        session.token(), Cause.EMERGENCY, "malaise en chambre", Optional.empty());
        StaffSession broken = StaffHouse.good(house.glasses.breakGlass(T214, wish));
        assertThat(broken.standing()).isEqualTo(Standing.EMERGENCY);
        assertThat(refusal(house.may(session, Resource.MEDICATION, Action.READ)))
                .isEqualTo("allowed");
        assertThat(refusal(house.may(session, Resource.FOOD_PROFILE, Action.CHANGE)))
                .isEqualTo("staff.not-permitted");
        assertThat(house.house.shown).contains(GlassDesk.TOPIC);
        assertThat(house.glasses.waiting()).hasSize(1);
        GlassLine line = house.glasses.list().getFirst();
        assertThat(line.words()).contains("malaise en chambre");
        assertThat(line.glass().until()).isEqualTo(house.house.clock.instant().plusSeconds(900));
        assertThat(
                        house.glasses.review(
                                line.glass().id(), "dpo", "AUDIT", Glass.Verdict.JUSTIFIED, "vu"))
                .isTrue();
        assertThat(house.glasses.waiting()).isEmpty();
        pass(Duration.ofMinutes(15));
        assertThat(refusal(house.may(session, Resource.MEDICATION, Action.READ)))
                .isEqualTo("staff.no-session");
    }

    @Test
    void theGlassWantsThePinOnceMoreWhenItWasGivenLongAgo() {
        StaffSession session = house.login(T214, house.elsewhere);
        pass(Duration.ofSeconds(61));
        assertThat(refusal(house.glasses.breakGlass(T214, wish(session, Optional.empty()))))
                .isEqualTo("staff.pin-needed");
        Nonce nonce = house.logins.challenge(T214, Purpose.BREAK_GLASS);
        Proof other = house.nurse.sign(T214, nonce, Purpose.BREAK_GLASS);
        assertThat(refusal(house.glasses.breakGlass(T214, wish(session, Optional.of(other)))))
                .isEqualTo("staff.unknown-card");
        Nonce again = house.logins.challenge(T214, Purpose.BREAK_GLASS);
        Proof own = house.elsewhere.sign(T214, again, Purpose.BREAK_GLASS);
        assertThat(refusal(house.glasses.breakGlass(T214, wish(session, Optional.of(own)))))
                .isEqualTo("good");
    }

    private static BreakGlass wish(StaffSession session, Optional<Proof> proof) {
        return new BreakGlass(session.token(), Cause.CONTINUITY, "", proof);
    }

    @Test
    void theGlassNeedsWordsAndAProfileThatMay() {
        StaffSession session = house.login(T214, house.elsewhere);
        BreakGlass mute = new BreakGlass(session.token(), Cause.OTHER, " ", Optional.empty());
        assertThat(refusal(house.glasses.breakGlass(T214, mute))).isEqualTo("staff.words-needed");
        StaffSession own = house.login(T214, house.nurse);
        assertThat(own.mayBreakGlass()).isFalse();
        assertThat(refusal(house.glasses.breakGlass(T214, wish(own, Optional.empty()))))
                .isEqualTo("staff.no-glass");
    }

    @Test
    void thePatientIsToldWhoOpenedTheRecordByTradeAndTime() {
        StaffSession session = house.login(T214, house.nurse);
        house.may(session, Resource.FOOD_PROFILE, Action.READ);
        assertThat(house.told(StreamId.stay(stay))).doesNotContainKey(RecordAccess.KEY);
        house.may(session, Resource.DIET, Action.READ);
        house.may(session, Resource.BANNER, Action.READ);
        RecordAccess access = toldTo(house, stay);
        assertThat(access.openings()).hasSize(1);
        assertThat(access.openings().getFirst().trade().fr()).isEqualTo("Infirmier");
        assertThat(access.openings().getFirst().at()).isEqualTo(house.house.clock.instant());
    }

    private static RecordAccess toldTo(StaffHouse house, StayId stay) {
        return (RecordAccess)
                Optional.ofNullable(house.told(StreamId.stay(stay)).get(RecordAccess.KEY))
                        .orElseThrow();
    }

    @BothDatabases
    void everythingIsKeptOnBothDatabases(Databases databases) {
        StaffHouse other = new StaffHouse(databases, directory.resolve("second"));
        StayId lying = other.house.admit("214-F");
        StaffSession session = other.login(T214, other.elsewhere);
        StaffHouse.good(other.glasses.breakGlass(T214, wish(session, Optional.empty())));
        other.may(session, Resource.MEDICATION, Action.READ);
        other.logins.wrongPin(
                T214, "t", new StaffAsks.WrongPin(other.nurse.certificate(Slot.PIN_9A), 2));
        other.logins.wrongPin(
                T214, "t", new StaffAsks.WrongPin(other.nurse.certificate(Slot.PIN_9A), 2));
        RecordAccess access = toldTo(other, lying);
        assertThat(access.openings().getFirst().emergency()).isTrue();
        assertThat(other.glasses.list()).hasSize(1);
        assertThat(other.staff.directory().all()).hasSize(3);
        assertThat(other.sound()).isTrue();
    }
}
