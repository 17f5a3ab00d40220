package chevet.tour;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.config.TerminalConfig;
import chevet.config.WardConfig;
import chevet.fault.FaultProxy;
import chevet.model.meal.Allergen;
import chevet.model.meal.DrinkThickness;
import chevet.model.meal.FoodProfile;
import chevet.model.meal.FoodTexture;
import chevet.model.place.BedId;
import chevet.model.place.TerminalId;
import chevet.model.staff.Action;
import chevet.model.staff.Permission;
import chevet.model.staff.Resource;
import chevet.model.staff.StaffCopy;
import chevet.model.staff.StaffList;
import chevet.model.staff.StaffRefusal;
import chevet.model.stay.Patient;
import chevet.model.stay.StayId;
import chevet.model.text.Language;
import chevet.model.text.Texts;
import chevet.model.wire.StreamId;
import chevet.model.wire.WireCodec;
import chevet.sim.Ward;
import chevet.terminal.device.card.Card;
import chevet.terminal.device.card.HandReader;
import chevet.terminal.device.card.SigningCard;
import chevet.ward.broker.HiveMqWire;
import chevet.ward.broker.Terminals;
import chevet.ward.db.Threads;
import chevet.ward.keys.FileStayKeys;
import chevet.ward.pki.CertificateAuthority;
import chevet.ward.pki.Identity;
import chevet.ward.pki.Pem;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A whole terminal that was told lists of staff by a real broker, and is then cut off from it.
 * Readers and cards are hands.
 */
@Tag("slow")
@Timeout(120)
class StaffListAtTheBedTest {
    private static final String CODE = "4711";
    private static final TerminalId TERMINAL = new TerminalId("t-1");
    private static final StayId STAY = new StayId("st-1");

    private static CertificateAuthority hospital;

    /** The same as it was when what it gave out has expired by now. */
    private static CertificateAuthority past;

    private static CertificateAuthority authority;
    private static HiveMqWire wire;
    private static Ward ward;
    private static FaultProxy road;
    private static final HandReader READER = new HandReader();
    private static Seat seat;

    private Optional<Card> in = Optional.empty();

    @BeforeAll
    static void open(@TempDir Path folder) throws IOException {
        hospital = CertificateAuthority.in(folder.resolve("hospital"), Clock.systemUTC());
        past =
                CertificateAuthority.in(
                        folder.resolve("hospital"),
                        Clock.offset(Clock.systemUTC(), Duration.ofDays(-1200)));
        authority = CertificateAuthority.in(folder.resolve("ward"), Clock.systemUTC());
        wire =
                new HiveMqWire(
                        new WardConfig.Listener("127.0.0.1", 0),
                        folder.resolve("broker"),
                        _ -> Optional.of(new Terminals.Place(Ward.SITE, Ward.WARD)),
                        new SimpleMeterRegistry());
        ward =
                new Ward(
                        new Ward.Ports(
                                folder.resolve("ward.db"),
                                false,
                                new FileStayKeys(folder.resolve("ward-keys")),
                                Clock.systemUTC(),
                                Threads.OWN,
                                wire,
                                List.of(TERMINAL)));
        wire.start(authority.server(List.of()), authority.certificate(), ward.core());
        ward.core().start();
        admit();
        road = new FaultProxy(wire.port(), 1, Duration.ZERO, 0);
        seat = new Seat(config(folder), READER);
        Wait.until("who lies there", () -> seat.link().snapshot().stay().isPresent());
    }

    @AfterAll
    static void close() throws IOException {
        seat.close();
        road.close();
        wire.close();
        ward.close();
    }

    @AfterEach
    void out() {
        in.ifPresent(READER::remove);
        in = Optional.empty();
        Wait.until("the patient's screen", () -> !seat.has("#staff"));
        road.mend();
    }

    private static void admit() {
        FoodProfile food =
                new FoodProfile(
                        true,
                        Set.of(),
                        Set.of(Allergen.PEANUTS),
                        FoodTexture.REGULAR,
                        DrinkThickness.THIN,
                        Optional.empty(),
                        Set.of(),
                        Optional.empty(),
                        Optional.empty());
        Patient patient = new Patient(Patient.Title.MRS, "Durand", Language.FR);
        ward.database()
                .write(
                        tx -> {
                            ward.admit(tx, STAY, TERMINAL);
                            StreamId stream = StreamId.stay(STAY);
                            ward.tell(tx, stream, "patient", "stay.patient", patient);
                            ward.tell(tx, stream, "food-profile", "meal.profile", food);
                            return true;
                        })
                .join();
    }

    private static TerminalConfig config(Path folder) throws IOException {
        Identity identity = authority.terminal(TERMINAL);
        Path here = Files.createDirectories(folder.resolve("terminal"));
        return new TerminalConfig(
                TERMINAL,
                Ward.SITE,
                Ward.WARD,
                new BedId("t-1"),
                ZoneId.of("Europe/Paris"),
                new TerminalConfig.Server("127.0.0.1", road.port(), 1),
                new TerminalConfig.Tls(
                        Files.writeString(here.resolve("ca.pem"), Pem.of(authority.certificate())),
                        Files.writeString(here.resolve("cert.pem"), identity.certificatePem()),
                        Files.writeString(here.resolve("key.pem"), identity.keyPem())),
                here.resolve("data"),
                here.resolve("keys"),
                Language.FR,
                Duration.ofMinutes(2),
                Optional.empty(),
                TerminalConfig.Tv.USUAL,
                TerminalConfig.CONTENT_GIB);
    }

    /** Somebody of the list, and when that person works there. */
    private static StaffList.Entry entry(
            SigningCard card,
            Optional<Instant> from,
            Optional<Instant> until,
            Optional<StaffRefusal> closed) {
        return new StaffList.Entry(
                "C-1",
                card.key(),
                "m-1042",
                "S. Martin",
                "nurse",
                Texts.of("Infirmière", "Nurse", "ممرضة"),
                Set.of(
                        new Permission(Resource.FOOD_PROFILE, Action.READ),
                        new Permission(Resource.REQUESTS, Action.READ),
                        new Permission(Resource.FILMS, Action.READ)),
                from,
                until,
                closed);
    }

    private static StaffList.Entry entry(SigningCard card) {
        return entry(card, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static StaffCopy signed(Instant at, StaffList.Entry... people) {
        String list = WireCodec.body(new StaffList(Ward.WARD, at, List.of(people))).json();
        byte[] signature = authority.sign(new StaffCopy(list, "").signed());
        return new StaffCopy(list, Base64.getEncoder().encodeToString(signature));
    }

    /** The server tells it, the terminal has it, and then nothing passes any more. */
    private static void toldAndCut(StaffCopy copy) {
        ward.database()
                .write(
                        tx -> {
                            ward.tell(tx, Ward.WARD_STREAM, StaffCopy.KEY, StaffCopy.TYPE, copy);
                            return true;
                        })
                .join();
        Wait.until(
                "the list at the bed",
                () ->
                        seat.link()
                                .snapshot()
                                .one(StreamId.Kind.WARD, StaffCopy.KEY, StaffCopy.class)
                                .filter(copy::equals)
                                .isPresent());
        road.cut();
        road.breakAll();
    }

    private void insert(Card card) {
        in.ifPresent(READER::remove);
        in = Optional.of(card);
        READER.insert(card);
    }

    private void code() {
        seat.await("#staff-code");
        for (String digit : CODE.split("")) {
            seat.tapFace(digit);
        }
        seat.tap("#staff-ok");
    }

    private void refused(SigningCard card, String words) {
        insert(card);
        code();
        seat.read(words);
        assertThat(seat.has("#staff-space")).isFalse();
    }

    @Test
    void whoIsListedReadsWhatTheTerminalKnowsAndNeverTheRecordAndNobodyElseReadsAnything() {
        Instant now = Instant.now();
        Optional<Instant> none = Optional.empty();
        Optional<Instant> yesterday = Optional.of(now.minus(Duration.ofDays(1)));
        Optional<Instant> tomorrow = Optional.of(now.plus(Duration.ofDays(1)));
        SigningCard listed = new SigningCard(hospital, CODE);
        SigningCard withdrawn = new SigningCard(hospital, CODE);
        SigningCard gone = new SigningCard(hospital, CODE);
        SigningCard awaited = new SigningCard(hospital, CODE);
        SigningCard expired = new SigningCard(past, CODE);
        toldAndCut(
                signed(
                        now,
                        entry(listed, yesterday, tomorrow, Optional.empty()),
                        entry(withdrawn, none, none, Optional.of(StaffRefusal.WITHDRAWN)),
                        entry(gone, none, yesterday, Optional.empty()),
                        entry(awaited, tomorrow, none, Optional.empty()),
                        entry(expired)));

        refused(withdrawn, "Cette carte a été déclarée perdue.");
        refused(gone, "Vos dates dans l’établissement sont passées, ou n’ont pas commencé.");
        refused(awaited, "Vos dates dans l’établissement sont passées, ou n’ont pas commencé.");
        refused(expired, "Cette carte n’est pas valable aujourd’hui.");

        insert(listed);
        code();
        seat.await("#pane-food");
        seat.read(seat.words("meal.allergen.PEANUTS"));
        assertThat(seat.has("#pane-requests")).isTrue();
        assertThat(seat.has("#pane-record")).isFalse();
        seat.read("le dossier ne s’ouvre qu’avec la liaison");
    }

    @Test
    void listOfMoreThanTwelveHoursIsNone() {
        SigningCard card = new SigningCard(hospital, CODE);
        toldAndCut(signed(Instant.now().minus(Duration.ofHours(12)), entry(card)));
        insert(card);
        seat.read("depuis trop longtemps");
        assertThat(seat.has("#staff-code")).isFalse();
    }

    @Test
    void listWhoseSignatureIsBrokenIsNone() {
        SigningCard card = new SigningCard(hospital, CODE);
        StaffCopy good = signed(Instant.now(), entry(card));
        toldAndCut(new StaffCopy(good.list().replace("nurse", "doctor"), good.signature()));
        insert(card);
        seat.read("Pas de liaison avec le service.");
        assertThat(seat.has("#staff-code")).isFalse();
    }
}
