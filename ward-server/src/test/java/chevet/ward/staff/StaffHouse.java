package chevet.ward.staff;

import chevet.config.ProfileFile;
import chevet.config.StaffConfig;
import chevet.model.place.BedId;
import chevet.model.place.TerminalId;
import chevet.model.place.WardId;
import chevet.model.staff.Action;
import chevet.model.staff.Nonce;
import chevet.model.staff.Purpose;
import chevet.model.staff.Resource;
import chevet.model.staff.Slot;
import chevet.model.staff.StaffSession;
import chevet.model.stay.StayId;
import chevet.model.text.Language;
import chevet.model.wire.StreamId;
import chevet.ward.audit.AuditChain;
import chevet.ward.audit.Soundness;
import chevet.ward.db.Databases;
import chevet.ward.db.Tx;
import chevet.ward.meal.House;
import chevet.ward.pki.CardTrust;
import chevet.ward.pki.CertificateAuthority;
import chevet.ward.staff.LoginDesk.Done;
import chevet.ward.stay.StayFollower;
import chevet.ward.sync.StaffGate.Decision;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A ward with its real desks, a hospital's authority and the staff's real desks and audit. */
final class StaffHouse {
    static final TerminalId T214 = new TerminalId("t-214-F");
    static final TerminalId T215 = new TerminalId("t-215-F");
    static final By BY = new By("test", "IT");

    final House house;
    final AuditChain audit;
    final CertificateAuthority hospital;

    /** The server's own, whom terminals know. */
    final CertificateAuthority ward;

    final Staff staff;
    final LoginDesk logins;
    final GlassDesk glasses;
    final TestCard nurse;
    final TestCard doctor;
    final TestCard elsewhere;

    StaffHouse(Databases databases, Path directory) {
        this(databases, directory, false);
    }

    /**
     * @param offline as the site may allow it
     */
    StaffHouse(Databases databases, Path directory, boolean offline) {
        house = new House(databases);
        audit = new AuditChain(house.database, directory.resolve("audit"), _ -> {});
        audit.start();
        hospital = CertificateAuthority.in(directory.resolve("hospital"), house.clock);
        ward = CertificateAuthority.in(directory.resolve("ward"), house.clock);
        staff =
                new Staff(
                        new StaffDoors(
                                house.database,
                                house.keys,
                                house.events,
                                audit,
                                house.shown::add,
                                house.clock),
                        new StaffConfig(Optional.empty(), ProfileFile.builtIn(), offline),
                        Optional.of(CardTrust.in(directory.resolve("hospital/ca.pem"))),
                        House.PARIS,
                        () -> List.of(House.WARD, House.OTHER),
                        this::at,
                        ward::sign);
        logins = staff.logins();
        glasses = staff.glasses();
        house.stays.follow(new Following());
        nurse = new TestCard(hospital, "C-1");
        doctor = new TestCard(hospital, "C-2");
        elsewhere = new TestCard(hospital, "C-3");
        bring(
                row("p-nurse", "nurse", House.WARD.value(), "C-1", nurse),
                row("p-doctor", "doctor", House.WARD.value(), "C-2", doctor),
                row("p-else", "nurse", House.OTHER.value(), "C-3", elsewhere));
    }

    static String row(String person, String profile, String wards, String serial, TestCard card) {
        return String.join(
                ";",
                person,
                "N. " + person,
                profile,
                wards,
                serial,
                card.key(Slot.PIN_9A),
                card.key(Slot.TAP_9E));
    }

    StaffImport bring(String... rows) {
        String csv =
                "person;name;profile;wards;card;key_9a;key_9e\n" + String.join("\n", rows) + "\n";
        return staff.directory()
                .importFile("staff.csv", csv.getBytes(StandardCharsets.UTF_8), BY, Language.EN);
    }

    private Optional<Bedside.At> at(TerminalId terminal) {
        WardId ward = house.stays.whereabouts().wardOf(terminal).orElse(House.WARD);
        return Optional.of(
                new Bedside.At(
                        ward,
                        new BedId(terminal.value().substring(2)),
                        house.stays.whereabouts().stayAt(terminal)));
    }

    Done<StaffSession> tryLogin(TerminalId terminal, TestCard card) {
        return tryWith(terminal, card, Purpose.LOGIN);
    }

    Done<StaffSession> tryWith(TerminalId terminal, TestCard card, Purpose purpose) {
        Nonce nonce = logins.challenge(terminal, purpose);
        return logins.login(terminal, card.sign(terminal, nonce, purpose));
    }

    StaffSession login(TerminalId terminal, TestCard card) {
        return good(tryLogin(terminal, card));
    }

    Decision may(StaffSession session, Resource resource, Action action) {
        return staff.gate().may(T214, session.token(), resource, action);
    }

    static <T> T good(Done<T> done) {
        return switch (done) {
            case Done.Good<T>(T body) -> body;
            case Done.Refused<T> refused -> throw new AssertionError(refused);
        };
    }

    static String refusal(Done<?> done) {
        return done instanceof Done.Refused<?> refused ? refused.reason().code() : "good";
    }

    static String refusal(Decision decision) {
        return decision instanceof Decision.Refused(var reason) ? reason.code() : "allowed";
    }

    Map<String, Object> told(StreamId stream) {
        return house.told.getOrDefault(stream, Map.of());
    }

    boolean sound() {
        return audit.verify() instanceof Soundness.Sound;
    }

    private final class Following implements StayFollower {
        @Override
        public void admitted(Tx tx, StayId stay, BedId bed) {
            staff.arrived(tx, bed);
        }

        @Override
        public void moved(Tx tx, StayId stay, BedId from, BedId to) {
            staff.moved(tx, stay);
        }

        @Override
        public void discharged(Tx tx, StayId stay, BedId from) {
            staff.moved(tx, stay);
        }

        @Override
        public void erased(Tx tx, StayId stay) {
            staff.erased(tx, stay);
        }
    }
}
