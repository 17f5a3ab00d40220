package chevet.ward.stay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chevet.config.Problem;
import chevet.model.meal.Allergen;
import chevet.model.meal.Diet;
import chevet.model.meal.DrinkThickness;
import chevet.model.meal.FoodProfile;
import chevet.model.meal.FoodTexture;
import chevet.model.place.BedId;
import chevet.model.place.TerminalId;
import chevet.model.record.PatientNumber;
import chevet.model.stay.BedOccupancy;
import chevet.model.stay.Patient;
import chevet.model.stay.StayId;
import chevet.model.text.Language;
import chevet.model.wire.Reason;
import chevet.model.wire.StreamId;
import chevet.ward.db.BothDatabases;
import chevet.ward.db.Databases;
import chevet.ward.db.Tx;
import chevet.ward.keys.StayKeys.KeyGone;
import chevet.ward.meal.House;
import chevet.ward.sync.Whereabouts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class StayDeskTest {
    private static final BedId DOOR = new BedId("214-P");
    private static final BedId WINDOW = new BedId("214-F");
    private static final TerminalId AT_DOOR = new TerminalId("t-214-P");
    private static final TerminalId AT_WINDOW = new TerminalId("t-214-F");

    @BothDatabases
    void admissionTellsTerminalAndStay(Databases databases) {
        House house = new House(databases);
        StayId stay = house.admit("214-F");
        assertThat(told(house, AT_WINDOW)).isEqualTo(new BedOccupancy(WINDOW, Optional.of(stay)));
        assertThat(house.told.get(StreamId.stay(stay)))
                .containsEntry(
                        "patient", new Patient(Patient.Title.MRS, "Canarisson", Language.FR));
        assertThat(house.shown).contains("beds");
    }

    @BothDatabases
    void boardShowsTitleAndInitialOfWhoLiesThere(Databases databases) {
        House house = new House(databases);
        StayId stay = house.admit("214-F");
        house.clock.advance(Duration.ofHours(14));
        List<BedView> board = house.stays.board(House.WARD);
        assertThat(board).hasSize(30);
        BedView.Guest guest = view(board, WINDOW).guest().orElseThrow();
        assertThat(guest.stay()).isEqualTo(stay);
        assertThat(guest.title()).isEqualTo(Patient.Title.MRS);
        assertThat(guest.initial()).isEqualTo("C.");
        assertThat(guest.day()).isEqualTo(2);
        assertThat(view(board, DOOR).guest()).isEmpty();
        assertThat(board.toString()).doesNotContain("Canarisson");
    }

    @BothDatabases
    void occupiedBedIsRefusedAndNothingIsKept(Databases databases) {
        House house = new House(databases);
        house.admit("214-F");
        StayResult second = house.stays.admit(admission("Martin", "214-F"), "aide");
        assertThat(second)
                .isEqualTo(
                        new StayResult.Refused(
                                "bed", new Reason("stay.bed-occupied", Map.of("bed", "214-F"))));
        assertThat(house.stays.occupied()).hasSize(1);
    }

    @BothDatabases
    void faultyFormsAreRefusedByField(Databases databases) {
        House house = new House(databases);
        assertThat(house.stays.admit(admission(" ", "214-F"), "aide"))
                .isEqualTo(new StayResult.Refused("name", Reason.of("stay.name-missing")));
        assertThat(house.stays.admit(admission("x".repeat(81), "214-F"), "aide"))
                .isEqualTo(
                        new StayResult.Refused(
                                "name", new Reason("stay.name-too-long", Map.of("most", "80"))));
        assertThat(house.stays.admit(admission("a\u202Eb", "214-F"), "aide"))
                .isEqualTo(new StayResult.Refused("name", Reason.of("stay.name-unprintable")));
        assertThat(house.stays.admit(admission("Martin", "999"), "aide"))
                .isEqualTo(
                        new StayResult.Refused(
                                "bed", new Reason("stay.no-such-bed", Map.of("bed", "999"))));
    }

    @BothDatabases
    void transferTellsBothTerminalsAndKeepsHistory(Databases databases) {
        House house = new House(databases);
        StayId stay = house.admit("214-F");
        Instant before = house.clock.instant();
        house.clock.advance(Duration.ofMinutes(10));
        Instant moved = house.clock.instant();
        assertThat(house.stays.transfer(stay, DOOR, "aide")).isEqualTo(new StayResult.Done(stay));
        assertThat(told(house, AT_WINDOW)).isEqualTo(new BedOccupancy(WINDOW, Optional.empty()));
        assertThat(told(house, AT_DOOR)).isEqualTo(new BedOccupancy(DOOR, Optional.of(stay)));
        Whereabouts where = house.stays.whereabouts();
        assertThat(where.terminalOf(stay)).contains(AT_DOOR);
        assertThat(where.stayAt(AT_WINDOW)).isEmpty();
        assertThat(where.entitled(AT_DOOR)).contains(StreamId.stay(stay));
        assertThat(lay(house, stay, AT_WINDOW, before)).isTrue();
        assertThat(lay(house, stay, AT_WINDOW, moved.plusSeconds(1))).isFalse();
        assertThat(lay(house, stay, AT_DOOR, before)).isFalse();
        assertThat(lay(house, stay, AT_DOOR, moved.plusSeconds(1))).isTrue();
    }

    @BothDatabases
    void transferNeedsFreeBedAndLivingStay(Databases databases) {
        House house = new House(databases);
        StayId stay = house.admit("214-F");
        house.admit("214-P");
        assertThat(house.stays.transfer(stay, DOOR, "aide"))
                .isEqualTo(
                        new StayResult.Refused(
                                "bed", new Reason("stay.bed-occupied", Map.of("bed", "214-P"))));
        assertThat(house.stays.transfer(stay, WINDOW, "aide"))
                .isEqualTo(
                        new StayResult.Refused(
                                "bed", new Reason("stay.same-bed", Map.of("bed", "214-F"))));
        assertThat(house.stays.transfer(new StayId("nobody"), new BedId("215-P"), "aide"))
                .isEqualTo(
                        new StayResult.Refused(
                                "stay", new Reason("stay.no-such-stay", Map.of("stay", "nobody"))));
    }

    @BothDatabases
    void dischargePutsTheKeyAwayAndErasesAfterFourHours(Databases databases) {
        House house = new House(databases);
        StayId stay = house.admit("214-F");
        byte[] secret = house.keys.seal(stay, "here", House.utf8("secret"));
        assertThat(house.stays.discharge(stay, "aide")).isEqualTo(new StayResult.Done(stay));
        assertThat(told(house, AT_WINDOW)).isEqualTo(new BedOccupancy(WINDOW, Optional.empty()));
        assertThat(house.stays.patient(stay)).isEmpty();
        assertThatThrownBy(() -> house.keys.open(stay, "here", secret)).isInstanceOf(KeyGone.class);

        house.clock.advance(Duration.ofHours(4).minusSeconds(1));
        house.stays.tick();
        assertThat(rows(house, "stay")).isEqualTo(1);
        house.clock.advance(Duration.ofSeconds(1));
        house.stays.tick();
        assertThat(rows(house, "stay")).isZero();
        assertThat(rows(house, "stay_bed")).isZero();
        assertThat(house.told).doesNotContainKey(StreamId.stay(stay));
        assertThatThrownBy(() -> house.keys.restore(stay)).isInstanceOf(KeyGone.class);
    }

    @Test
    void nothingOfAStayIsLeftInAnyFileOnceItsKeyIsDestroyed() throws IOException {
        try (Databases databases = Databases.sqlite()) {
            House house = new House(databases);
            StayId stay = house.admit("214-F");
            house.meals
                    .trays()
                    .setProfile(
                            stay,
                            new FoodProfile(
                                    true,
                                    Set.of(Diet.LOW_SALT),
                                    Set.of(Allergen.NUTS),
                                    FoodTexture.REGULAR,
                                    DrinkThickness.THIN,
                                    Optional.empty(),
                                    Set.of("kanarienkraut"),
                                    Optional.empty(),
                                    Optional.empty()),
                            "dietitian");
            byte[] keys = Files.readAllBytes(house.keyFiles.resolve("stays.keys"));
            int id = new String(keys, StandardCharsets.ISO_8859_1).indexOf(stay.value());
            byte[] key = Arrays.copyOfRange(keys, id - 32, id);
            byte[] patient = blob(databases, "select patient from stay");
            byte[] profile = blob(databases, "select body from meal_profile");
            databases.database().settle().join();
            assertThat(found(databases, house, key)).isTrue();
            assertThat(found(databases, house, patient)).isTrue();
            assertThat(found(databases, house, profile)).isTrue();

            house.stays.discharge(stay, "aide");
            house.clock.advance(Duration.ofHours(4));
            house.stays.tick();
            assertThat(found(databases, house, key)).isFalse();
            assertThat(found(databases, house, patient)).isFalse();
            assertThat(found(databases, house, profile)).isFalse();
            assertThat(found(databases, house, House.utf8("Canarisson"))).isFalse();
            assertThat(found(databases, house, House.utf8("kanarienkraut"))).isFalse();
        }
    }

    private static byte[] blob(Databases databases, String query) {
        return databases.read(handle -> handle.select(query).mapTo(byte[].class).one());
    }

    /** Whether those bytes stand anywhere in the database's files or the keys'. */
    private static boolean found(Databases databases, House house, byte[] bytes)
            throws IOException {
        String wanted = new String(bytes, StandardCharsets.ISO_8859_1);
        for (Path directory : List.of(databases.directory().orElseThrow(), house.keyFiles)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(wanted)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    @BothDatabases
    void databaseHoldsNoNameInTheClear(Databases databases) {
        House house = new House(databases);
        StayId stay = house.admit("214-F");
        byte[] kept =
                databases.read(
                        handle ->
                                handle.select("select patient from stay where id = ?", stay.value())
                                        .mapTo(byte[].class)
                                        .one());
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("Canari");
        assertThat(house.stays.patient(stay).orElseThrow().name()).isEqualTo("Canarisson");
    }

    @BothDatabases
    void secondStartKnowsWhoLiesWhereAndTellsNothingNew(Databases databases) {
        House house = new House(databases);
        StayId stay = house.admit("214-F");
        House again = new House(databases);
        assertThat(again.stays.whereabouts().stayAt(AT_WINDOW)).contains(stay);
        assertThat(again.told).doesNotContainKey(StreamId.terminal(AT_WINDOW));
    }

    @BothDatabases
    void numberOfFormAndFileReachesWhoeverNeedsIt(Databases databases) {
        House house = new House(databases);
        Map<StayId, PatientNumber> known = new HashMap<>();
        house.stays.follow(
                new StayFollower() {
                    @Override
                    public void admitted(Tx tx, StayId stay, BedId bed) {}

                    @Override
                    public void moved(Tx tx, StayId stay, BedId from, BedId to) {}

                    @Override
                    public void discharged(Tx tx, StayId stay, BedId from) {}

                    @Override
                    public void numbered(Tx tx, StayId stay, PatientNumber number) {
                        tx.afterCommit(() -> known.put(stay, number));
                    }

                    @Override
                    public void erased(Tx tx, StayId stay) {}
                });
        Patient patient = new Patient(Patient.Title.MRS, "Canarisson", Language.FR);
        house.stays.admit(
                new Admission(patient, new BedId("210-P"), Admission.number(" 8001234567 ")), "a");
        byte[] file =
                House.utf8(
                        """
                        bed;title;name;language;number
                        210-F;mr;BENALI;ar;X-77
                        211-P;mrs;MARTIN;fr;
                        """);
        assertThat(house.stays.importAdmissions("in.csv", file, "aide", Language.FR))
                .isInstanceOf(ImportResult.Done.class);
        assertThat(known)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                house.in("210-P"), new PatientNumber("", "8001234567"),
                                house.in("210-F"), new PatientNumber("", "X-77")));

        byte[] wrong = House.utf8("bed;title;name;language;number\n212-P;mr;LEROY;fr;80 01|2\n");
        assertThat(house.stays.importAdmissions("in.csv", wrong, "aide", Language.FR))
                .isInstanceOfSatisfying(
                        ImportResult.Faulty.class,
                        faulty ->
                                assertThat(faulty.problems())
                                        .extracting(Problem::field)
                                        .containsExactly("number"));
    }

    @BothDatabases
    void importAdmitsAllOfTheFile(Databases databases) {
        House house = new House(databases);
        byte[] file =
                House.utf8(
                        """
                        bed,title,name,language,day
                        214-F,mrs,"Lefèvre, dite ""Lou""\",fr,3
                        214-P,,Ben Salah,ar,
                        """);
        ImportResult result = house.stays.importAdmissions("in.csv", file, "aide", Language.FR);
        assertThat(result).isInstanceOf(ImportResult.Done.class);
        StayId stay = house.in("214-F");
        assertThat(house.stays.patient(stay).orElseThrow().name())
                .isEqualTo("Lefèvre, dite \"Lou\"");
        assertThat(view(house.stays.board(House.WARD), WINDOW).guest().orElseThrow().day())
                .isEqualTo(3);
        assertThat(view(house.stays.board(House.WARD), DOOR).guest().orElseThrow().language())
                .isEqualTo(Language.AR);
    }

    @BothDatabases
    void importTellsEveryFaultAtOnceAndAdmitsNobody(Databases databases) {
        House house = new House(databases);
        house.admit("210-P");
        byte[] file =
                House.utf8(
                        """
                        bed;title;name;language
                        214-G;mrs;A;fr
                        214-F;mme;B;fr
                        214-F;mr;;fr
                        215-P;mr;C;de
                        210-P;mr;D;fr
                        215-F;mr;E
                        """);
        ImportResult result = house.stays.importAdmissions("in.csv", file, "aide", Language.EN);
        assertThat(result).isInstanceOf(ImportResult.Faulty.class);
        assertThat(((ImportResult.Faulty) result).problems().stream().map(Problem::toString))
                .containsExactly(
                        "in.csv:2:1: bed: \"214-G\" is not known; did you mean \"214-F\"?",
                        "in.csv:3:7: title: \"mme\" is not known; possible: mr, mrs",
                        "in.csv:4:1: bed: \"214-F\" stands in line 3 already",
                        "in.csv:4:10: name: is empty and needs a value",
                        "in.csv:5:12: language: \"de\" is not known; possible: ar, en, fr",
                        "in.csv:6:1: bed: bed 210-P is occupied",
                        "in.csv:7: patient: the row has 3 cells, 4 are needed");
        assertThat(house.stays.occupied()).hasSize(1);
    }

    @BothDatabases
    void fileMovesAndEndsInTheOrderOfItsRows(Databases databases) {
        House house = new House(databases);
        house.admit("210-P");
        StayId moves = house.admit("211-F");
        byte[] file =
                House.utf8(
                        """
                        action;bed;to;title;name;language
                        discharge;210-P;;;;
                        transfer;211-F;210-P;;CANARISSON;
                        admit;211-F;;mr;Benali;ar
                        """);
        assertThat(house.stays.importAdmissions("in.csv", file, "aide", Language.FR, _ -> false))
                .isEqualTo(new ImportResult.Ending(List.of(new BedId("210-P"))));
        assertThat(house.in("211-F")).isEqualTo(moves);
        assertThat(house.stays.importAdmissions("in.csv", file, "aide", Language.FR))
                .isInstanceOfSatisfying(
                        ImportResult.Done.class,
                        done -> {
                            assertThat(done.stays()).containsOnlyKeys(new BedId("211-F"));
                            assertThat(done.moved()).isEqualTo(1);
                            assertThat(done.ended()).isEqualTo(1);
                        });
        assertThat(house.in("210-P")).isEqualTo(moves);
        assertThat(house.stays.patient(house.in("211-F")).orElseThrow().name()).isEqualTo("Benali");
        assertThat(told(house, new TerminalId("t-210-P")))
                .isEqualTo(new BedOccupancy(new BedId("210-P"), Optional.of(moves)));
    }

    @BothDatabases
    void fileOfMovementsTellsEveryFaultAtOnceAndChangesNothing(Databases databases) {
        House house = new House(databases);
        StayId door = house.admit("210-P");
        StayId window = house.admit("211-F");
        byte[] file =
                House.utf8(
                        """
                        action;bed;to;name
                        discharge;212-P;;
                        transfer;210-P;211-F;
                        discharge;211-F;;Martin
                        dischrge;214-F;;
                        admit;214-F;;
                        transfer;211-P;;
                        """);
        ImportResult result = house.stays.importAdmissions("in.csv", file, "aide", Language.EN);
        assertThat(result).isInstanceOf(ImportResult.Faulty.class);
        assertThat(((ImportResult.Faulty) result).problems().stream().map(Problem::toString))
                .containsExactly(
                        "in.csv:2:11: bed: nobody lies in bed 212-P",
                        "in.csv:3:16: to: bed 211-F is occupied",
                        "in.csv:4:18: name: somebody else lies in bed 211-F",
                        "in.csv:5:1: action: \"dischrge\" is not known; did you mean \"discharge\"?",
                        "in.csv:6: language: is empty and needs a value",
                        "in.csv:6:14: name: is empty and needs a value",
                        "in.csv:7:10: bed: nobody lies in bed 211-P",
                        "in.csv:7:16: to: is empty and needs a value");
        assertThat(house.in("210-P")).isEqualTo(door);
        assertThat(house.in("211-F")).isEqualTo(window);
    }

    private static Admission admission(String name, String bed) {
        return new Admission(new Patient(Patient.Title.MR, name, Language.FR), new BedId(bed));
    }

    private static @Nullable Object told(House house, TerminalId terminal) {
        return house.told.getOrDefault(StreamId.terminal(terminal), Map.of()).get("occupancy");
    }

    private static boolean lay(House house, StayId stay, TerminalId terminal, Instant at) {
        return house.database
                .write(tx -> house.stays.whereabouts().lay(tx, stay, terminal, at, at))
                .join();
    }

    private static BedView view(List<BedView> board, BedId bed) {
        return board.stream().filter(v -> v.bed().equals(bed)).findFirst().orElseThrow();
    }

    private static int rows(House house, String table) {
        return house.database.read(
                handle ->
                        handle.select("select count(*) from " + table).mapTo(Integer.class).one());
    }
}
