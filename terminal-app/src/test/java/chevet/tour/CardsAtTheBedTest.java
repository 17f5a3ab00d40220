package chevet.tour;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.cardroom.CardRoom;
import chevet.cardroom.Hospital;
import chevet.config.TerminalConfig;
import chevet.fault.FaultProxy;
import chevet.model.staff.StaffAsks;
import chevet.model.staff.StaffCopy;
import chevet.model.wire.StreamId;
import chevet.terminal.device.card.CardReader;
import chevet.terminal.device.card.PcscReader;
import chevet.ward.pki.CertificateAuthority;
import chevet.ward.pki.Identity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
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

    private static final Twice TWICE = new Twice();

    private static WardProcess ward;
    private static CardRoom room;
    private static CardReader reader;
    private static FaultProxy road;
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
        TerminalConfig config =
                ward.terminals().stream()
                        .filter(each -> each.bed().value().equals(BED))
                        .findFirst()
                        .orElseThrow();
        road = new FaultProxy(config.server().mqttPort(), 1, Duration.ZERO, 0);
        seat = Seat.over(by(config, road.port()), reader, TWICE::over);
        seat.read(seat.words("meal.title"));
    }

    /** The same terminal, whose way to the broker goes through that port. */
    private static TerminalConfig by(TerminalConfig config, int port) {
        return new TerminalConfig(
                config.terminal(),
                config.site(),
                config.ward(),
                config.bed(),
                config.zone(),
                new TerminalConfig.Server(
                        config.server().host(), port, config.server().httpsPort()),
                config.tls(),
                config.data(),
                config.keys(),
                config.language(),
                config.idle(),
                config.exitCodeHash(),
                config.tv(),
                config.contentGib());
    }

    @AfterAll
    static void close() throws IOException {
        room.out(0);
        room.out(1);
        Wait.until("the patient's screen", () -> !seat.has("#staff"));
        seat.close();
        road.close();
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

    /** Each report of a wrong code reaches the server twice, as every message here does. */
    @Test
    void threeWrongCodesBlockTheCardForCardAndServer() {
        long before = TWICE.doubled(StaffAsks.TRIES);
        room.in("dieteticienne");
        type("9999");
        seat.read("2 essais restants.");
        type("9999");
        seat.read("1 essai restant.");
        type("9999");
        seat.read("Cette carte est bloquée");
        assertThat(TWICE.doubled(StaffAsks.TRIES) - before).isEqualTo(3);
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
    void withoutTheServerNobodyGetsInUnlessTheSiteAllowsIt() throws IOException {
        ward.stop();
        try {
            room.in("medecin");
            seat.read("Pas de liaison avec le service.");
            assertThat(seat.has("#staff-code")).isFalse();
            ward.allow("[staff]\noffline = true");
        } finally {
            ward.again();
            Wait.until("a server that answers", CardsAtTheBedTest::answered);
        }
        empty();
        Wait.until("a list of staff", CardsAtTheBedTest::listed);
        road.cut();
        try {
            readWithoutTheServer();
            // The terminal knows by now that its connection is gone.
            road.breakAll();
            room.in("perdue");
            type(CODE);
            seat.read("Cette carte a été déclarée perdue.");
            assertThat(seat.has("#staff-space")).isFalse();
        } finally {
            road.mend();
            empty();
        }
        try (Office office =
                new Office(ward, ward.terminals().getFirst().tls().ca(), "confidentialite")) {
            Wait.until(
                    "the session in the audit",
                    () -> office.page("/audit").contains("Session sans réseau"));
        }
    }

    /** What the terminal knows of the stay, and never the record. */
    private void readWithoutTheServer() {
        room.in("infirmiere");
        seat.read("Sans liaison : lecture seule.");
        type(CODE);
        seat.await("#pane-food");
        seat.read("Sans liaison · relu à");
        seat.read(seat.words("meal.food.part.ALLERGIES"));
        assertThat(seat.has("#pane-requests")).isTrue();
        assertThat(seat.has("#pane-record")).isFalse();
        seat.read("le dossier ne s’ouvre qu’avec la liaison");
        empty();
    }

    private static boolean listed() {
        return seat.link()
                .snapshot()
                .one(StreamId.Kind.WARD, StaffCopy.KEY, StaffCopy.class)
                .isPresent();
    }

    @Test
    void whoseTimeHereHasNotBegunOrIsOverAndWhoseCardHasExpiredIsRefused() throws IOException {
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Paris"));
        Path keys = ward.cards().resolveSibling("staff-ca");
        Hospital hospital = new Hospital(keys, room.cards());
        Clock past = Clock.offset(Clock.systemUTC(), Duration.ofDays(-1200));
        new Hospital(CertificateAuthority.in(keys, past), room.cards()).give("perimee");
        String file =
                "person;name;profile;wards;card;key_9a;key_9e;valid_from;valid_until\n"
                        + line(hospital, "vacataire", "", today)
                        + line(hospital, "partie", "", today.minusDays(1))
                        + line(
                                hospital,
                                "attendue",
                                today.plusDays(1).toString(),
                                today.plusDays(9));
        try (Office office = new Office(ward, ward.terminals().getFirst().tls().ca())) {
            office.file("/staff/file", file);
        }
        room.in("vacataire");
        seat.await("#staff-code");
        refused("partie", "Vos dates dans l’établissement sont passées, ou n’ont pas commencé.");
        refused("attendue", "Vos dates dans l’établissement sont passées, ou n’ont pas commencé.");
        refused("perimee", "Cette carte n’est pas valable aujourd’hui.");
    }

    private void refused(String card, String words) {
        empty();
        room.in(card);
        seat.read(words);
        assertThat(seat.has("#staff-code")).isFalse();
    }

    /** Somebody of the file of staff, with a new card of that name. */
    private static String line(Hospital hospital, String name, String from, LocalDate until) {
        Hospital.Given card = hospital.give(name);
        return String.join(
                        ";",
                        name,
                        "N. " + name,
                        "nurse",
                        "ophtalmo",
                        "T-" + name,
                        key(card.login()),
                        key(card.presence()),
                        from,
                        until.toString())
                + "\n";
    }

    private static String key(Identity of) {
        return Base64.getEncoder().encodeToString(of.certificate().getPublicKey().getEncoded());
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
