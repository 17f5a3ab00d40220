package chevet.terminal.device.card;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.cardroom.CardRoom;
import chevet.cardroom.Hospital;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over a real pcscd, whose readers and cards alone are virtual. */
@Tag("slow")
class PcscReaderTest {
    private static final byte[] CHALLENGE = "chevet".getBytes(StandardCharsets.UTF_8);

    private static CardRoom room;
    private static CardReader reader;
    private static final BlockingQueue<CardReader.Event> EVENTS = new LinkedBlockingQueue<>();

    /** As far as the events were looked at. */
    private static final Set<Card> LYING = new HashSet<>();

    @BeforeAll
    static void open(@TempDir Path keys) {
        room = CardRoom.open();
        Hospital hospital = new Hospital(keys, room.cards());
        hospital.give("nurse");
        hospital.give("doctor");
        hospital.give("clumsy");
        hospital.give("forgetful");
        reader = PcscReader.find();
        reader.watch(EVENTS::add);
    }

    @AfterAll
    static void close() {
        reader.close();
    }

    /** Whatever a test left in the readers is out, and was seen to go. */
    @BeforeEach
    void empty() throws Exception {
        room.out(0);
        room.out(1);
        while (!LYING.isEmpty()) {
            next();
        }
    }

    @Test
    void openscKnowsTheVirtualCardAsOneOfPersonalIdentityVerification() throws Exception {
        room.in("nurse");
        inserted();
        Process asked = new ProcessBuilder("opensc-tool", "-n").redirectErrorStream(true).start();
        String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(said).contains("Personal Identity Verification Card");
        room.out();
        removed();
    }

    @Test
    void cardProvesThatItIsThereWithoutItsCode() throws Exception {
        room.in("nurse");
        Card card = inserted();
        assertThat(card.present(digest()).get(10, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(
                        CardAnswer.Signed.class, signed -> assertThat(fits(signed)).isTrue());
        room.out();
        assertThat(removed()).isSameAs(card);
    }

    @Test
    void cardSignsALoginOnlyAfterItsCodeAndCountsWrongOnes() throws Exception {
        room.in("forgetful");
        Card card = inserted();
        assertThat(card.triesLeft().get(10, TimeUnit.SECONDS)).isEqualTo(3);
        Pin wrong = pin("9999");
        assertThat(card.login(digest(), wrong).get(10, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(
                        CardAnswer.WrongPin.class, said -> assertThat(said.left()).isEqualTo(2));
        assertThat(wrong.length()).isZero();
        assertThat(card.login(digest(), pin(Hospital.PIN)).get(10, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(
                        CardAnswer.Signed.class, signed -> assertThat(fits(signed)).isTrue());
        assertThat(card.triesLeft().get(10, TimeUnit.SECONDS)).isEqualTo(3);
        for (int left = 2; left >= 0; left--) {
            assertThat(card.login(digest(), pin("0000")).get(10, TimeUnit.SECONDS))
                    .isInstanceOf(CardAnswer.WrongPin.class);
        }
        assertThat(card.login(digest(), pin(Hospital.PIN)).get(10, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(
                        CardAnswer.WrongPin.class, said -> assertThat(said.left()).isZero());
        room.out();
        removed();
    }

    @Test
    void cardPulledOutInTheMiddleOfAnswersNothingAndTheNextOneIsServed() throws Exception {
        for (int apdus = 1; apdus <= 4; apdus++) {
            room.pulled("clumsy", apdus);
            Card card = inserted();
            assertThat(card.present(digest()).get(10, TimeUnit.SECONDS))
                    .isInstanceOf(CardAnswer.Gone.class);
            assertThat(removed()).isSameAs(card);
        }
        room.in("nurse");
        assertThat(inserted().present(digest()).get(10, TimeUnit.SECONDS))
                .isInstanceOf(CardAnswer.Signed.class);
        room.out();
        removed();
    }

    @Test
    void oldCardIsNeverTheOneThatLiesThereNow() throws Exception {
        room.in("nurse");
        Card first = inserted();
        room.in("doctor");
        assertThat(removed()).isSameAs(first);
        Card second = inserted();
        assertThat(first.present(digest()).get(10, TimeUnit.SECONDS))
                .isInstanceOf(CardAnswer.Gone.class);
        assertThat(second.present(digest()).get(10, TimeUnit.SECONDS))
                .isInstanceOf(CardAnswer.Signed.class);
        room.out();
        removed();
    }

    @Test
    void twoReadersAreTwoCards() throws Exception {
        room.in("nurse", 0);
        Card nurse = inserted();
        room.in("doctor", 1);
        Card doctor = inserted();
        room.out(0);
        assertThat(removed()).isSameAs(nurse);
        assertThat(doctor.present(digest()).get(10, TimeUnit.SECONDS))
                .isInstanceOf(CardAnswer.Signed.class);
        room.out(1);
        assertThat(removed()).isSameAs(doctor);
    }

    @Test
    void pcscdThatIsKilledTakesTheCardAwayAndComesBackByItself() throws Exception {
        room.in("nurse");
        Card before = inserted();
        room.kill();
        assertThat(removed()).isSameAs(before);
        assertThat(before.present(digest()).get(10, TimeUnit.SECONDS))
                .isInstanceOf(CardAnswer.Gone.class);
        room.in("nurse");
        assertThat(inserted().present(digest()).get(10, TimeUnit.SECONDS))
                .isInstanceOf(CardAnswer.Signed.class);
        room.out();
        removed();
    }

    private static Card inserted() throws InterruptedException {
        CardReader.Event event = next();
        assertThat(event).isInstanceOf(CardReader.Event.Inserted.class);
        return event.card();
    }

    private static Card removed() throws InterruptedException {
        CardReader.Event event = next();
        assertThat(event).isInstanceOf(CardReader.Event.Removed.class);
        return event.card();
    }

    private static CardReader.Event next() throws InterruptedException {
        CardReader.Event event = EVENTS.poll(20, TimeUnit.SECONDS);
        if (event == null) {
            throw new AssertionError("nothing happened in the readers");
        }
        switch (event) {
            case CardReader.Event.Inserted(Card card) -> LYING.add(card);
            case CardReader.Event.Removed(Card card) -> LYING.remove(card);
        }
        return event;
    }

    private static Pin pin(String digits) {
        Pin pin = new Pin();
        digits.chars().forEach(digit -> pin.add(digit - '0'));
        return pin;
    }

    private static byte[] digest() throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(CHALLENGE);
    }

    private static boolean fits(CardAnswer.Signed signed) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initVerify(
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(signed.certificate())));
            signature.update(CHALLENGE);
            return signature.verify(signed.signature());
        } catch (java.security.GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
