package chevet.tour;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.cardroom.CardRoom;
import chevet.cardroom.Hospital;
import chevet.terminal.device.card.CardReader;
import chevet.terminal.device.card.PcscReader;
import chevet.ward.pki.CertificateAuthority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Cards put into a real pcscd before the whole terminal, with the ward server in a process of its
 * own. Only the metal of the cards is not real.
 */
@Tag("slow")
@Timeout(600)
class CardsAtTheBedTest {
    private static final String CODE = "1234";
    private static final String BED = "210-P";

    private static WardProcess ward;
    private static CardRoom room;
    private static CardReader reader;
    private static Seat seat;

    @BeforeAll
    static void open(@TempDir Path world) throws IOException {
        ward = new WardProcess(world.resolve("ward"));
        room = CardRoom.open();
        room.copy(ward.cards());
        new Hospital(
                        CertificateAuthority.in(world.resolve("elsewhere"), Clock.systemUTC()),
                        room.cards())
                .give("elsewhere");
        cloned("medecin", "clone");
        reader = PcscReader.find();
        seat =
                new Seat(
                        ward.terminals().stream()
                                .filter(each -> each.bed().value().equals(BED))
                                .findFirst()
                                .orElseThrow(),
                        reader);
        seat.read(seat.words("meal.title"));
    }

    @AfterAll
    static void close() {
        room.out(0);
        room.out(1);
        Wait.until("the patient's screen", () -> !seat.has("#staff"));
        seat.close();
        reader.close();
        ward.close();
    }

    @BeforeEach
    void empty() {
        room.out(0);
        room.out(1);
        Wait.until("the patient's screen", () -> !seat.has("#staff"));
    }

    /** All that can be read is the doctor's, the keys are another card's. */
    private static void cloned(String of, String name) throws IOException {
        Path to = Files.createDirectories(room.cards().resolve(name));
        for (String file : List.of("9a.pem", "9e.pem", "card.properties")) {
            Files.copy(room.cards().resolve(of).resolve(file), to.resolve(file));
        }
        for (String key : List.of("9a-key.pem", "9e-key.pem")) {
            Files.copy(
                    room.cards().resolve("elsewhere").resolve(key),
                    to.resolve(key),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void type(String code) {
        seat.await("#staff-code");
        for (String digit : code.split("")) {
            seat.tapFace(digit);
        }
        seat.tap("#staff-ok");
    }

    @Test
    void doctorsCodeOpensAndTheCardTakenOutGivesTheScreenBackWithinASecond() {
        seat.show("meals");
        room.in("medecin");
        type(CODE);
        seat.await("#staff-space");
        seat.read("Dr Lefèvre");
        room.out();
        Duration blank = Wait.until("the patient's screen", () -> !seat.has("#staff"));
        // pcscd looks at a virtual reader every 400 ms only; a real one interrupts.
        assertThat(blank).isLessThan(Duration.ofMillis(1500));
        seat.read(seat.words("meal.title"));
    }

    @Test
    void nurseTapsAgainWithinTheGraceAndReadsOnly() {
        room.in("infirmiere");
        type(CODE);
        seat.await("#staff-space");
        room.out();
        Wait.until("the patient's screen", () -> !seat.has("#staff"));
        room.in("infirmiere");
        seat.await("#staff-more");
        seat.read("Lecture seule");
    }

    @Test
    void lostCardIsToldApart() {
        room.in("perdue");
        seat.read("Cette carte a été déclarée perdue.");
        assertThat(seat.has("#staff-code")).isFalse();
    }

    @Test
    void cardThatIsWithdrawnEndsTheSessionThatIsOpenWithoutAnybodyAsking() throws IOException {
        Path ca = ward.terminals().getFirst().tls().ca();
        room.in("medecin");
        type(CODE);
        seat.await("#staff-space");
        try (Office office = new Office(ward, ca)) {
            office.press("/staff/card/D-0002/withdraw");
            try {
                Duration told = seat.read("Cette carte a été déclarée perdue.");
                assertThat(seat.has("#staff-space")).isFalse();
                assertThat(told).isLessThan(Duration.ofSeconds(5));
            } finally {
                office.press("/staff/card/D-0002/back");
            }
        }
    }

    @Test
    void cloneOfWhatCanBeReadOpensNothing() {
        room.in("clone");
        seat.read("Cette carte n’est pas celle qu’elle prétend être.");
        assertThat(seat.has("#staff-code")).isFalse();
    }

    @Test
    void cardOfAnotherAuthorityOpensNothing() {
        room.in("elsewhere");
        seat.read("Cette carte n’est pas de l’établissement.");
        assertThat(seat.has("#staff-code")).isFalse();
    }

    @Test
    void threeWrongCodesBlockTheCardForCardAndServer() {
        room.in("dieteticienne");
        type("9999");
        seat.read("2 essais restants.");
        type("9999");
        seat.read("1 essai restant.");
        type("9999");
        seat.read("Cette carte est bloquée");
        room.out();
        Wait.until("the patient's screen", () -> !seat.has("#staff"));
        room.in("dieteticienne");
        seat.read("Cette carte est bloquée");
        assertThat(seat.has("#staff-code")).isFalse();
    }

    @Test
    void cardPulledOutWhileItIsReadLeavesThePatientsScreen() {
        room.pulled("infirmiere", 2);
        seat.await("#staff");
        Wait.until("the patient's screen", () -> !seat.has("#staff"));
        room.in("medecin");
        type(CODE);
        seat.await("#staff-space");
    }

    @Test
    void pcscdThatIsKilledEndsTheSessionAndTheNextCardIsServed() {
        room.in("medecin");
        type(CODE);
        seat.await("#staff-space");
        room.kill();
        Wait.until("the patient's screen", () -> !seat.has("#staff"));
        room.in("medecin");
        type(CODE);
        seat.await("#staff-space");
    }

    @Test
    void secondReadersCardWaitsForTheFirst() {
        room.in("medecin", 0);
        type(CODE);
        seat.await("#staff-space");
        room.in("perdue", 1);
        room.out(0);
        seat.read("Cette carte a été déclarée perdue.");
    }

    @Test
    void withoutTheServerNobodyGetsInAndItIsSaid() throws IOException {
        ward.stop();
        try {
            room.in("medecin");
            seat.read("Pas de liaison avec le service.");
            assertThat(seat.has("#staff-code")).isFalse();
        } finally {
            ward.again();
            Wait.until("a server that answers", CardsAtTheBedTest::answered);
        }
    }

    private static boolean answered() {
        if (seat.has("#staff-again")) {
            seat.tap("#staff-again");
        } else if (!seat.has("#staff")) {
            // Nobody touched it for a minute: the patient has the screen until the card comes anew.
            room.out();
            room.in("medecin");
        }
        return seat.has("#staff-code");
    }
}
