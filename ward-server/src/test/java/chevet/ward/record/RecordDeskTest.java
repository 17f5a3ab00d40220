package chevet.ward.record;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.meal.Allergen;
import chevet.model.meal.FoodProfile;
import chevet.model.meal.SourcedFood;
import chevet.model.place.TerminalId;
import chevet.model.record.PatientNumber;
import chevet.model.record.RecordItem;
import chevet.model.record.RecordPart;
import chevet.model.record.RecordPart.State;
import chevet.model.record.RecordRead;
import chevet.model.record.RecordSection;
import chevet.model.request.Appointment;
import chevet.model.request.Appointments;
import chevet.model.request.CareTeam;
import chevet.model.request.Carer;
import chevet.model.request.Trade;
import chevet.model.staff.StaffRefusal;
import chevet.model.stay.StayId;
import chevet.model.wire.Answer;
import chevet.model.wire.AnswerKey;
import chevet.model.wire.Ask;
import chevet.model.wire.SealedAnswer;
import chevet.model.wire.StreamId;
import chevet.model.wire.WireCodec;
import chevet.ward.Joints;
import chevet.ward.db.BothDatabases;
import chevet.ward.db.Databases;
import chevet.ward.fhir.FhirDoor;
import chevet.ward.fhir.FhirSettings;
import chevet.ward.meal.FoodDoubt;
import chevet.ward.meal.House;
import chevet.ward.request.RequestDoors;
import chevet.ward.request.Requests;
import chevet.ward.sync.StaffGate;
import chevet.ward.sync.StaffGate.Decision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;

/** The record's desk over a folder of resources, the meals' real sources, and each database. */
class RecordDeskTest {
    private static final PatientNumber P1 = new PatientNumber("", "1001");
    private static final PatientNumber NOBODY = new PatientNumber("", "9999");

    @TempDir Path folder;
    private int written;

    /** A ward with a record; what the card may do is said by hand. */
    private final class RecordHouse {
        final House house;
        final Requests requests;
        final RecordDesk desk;
        final StayId stay;
        Decision decision;

        RecordHouse(Databases databases) {
            house = new House(databases);
            requests =
                    new Requests(
                            new RequestDoors(
                                    house.database,
                                    house.keys,
                                    house.events,
                                    _ -> {},
                                    house.clock,
                                    House.PARIS),
                            house.stays.bedsides());
            desk = anotherDesk();
            house.stays.follow(Joints.follower(desk));
            stay = house.admit("214-F");
            decision = new Decision.Allowed("m-1", "session", House.WARD, Optional.of(stay), false);
        }

        /** One that knows only what is on disk, as after a restart. */
        RecordDesk anotherDesk() {
            FhirDoor door =
                    FhirDoor.open(
                            new FhirSettings(
                                    "Dossier",
                                    new FhirSettings.Folder(folder),
                                    "",
                                    Duration.ofSeconds(4),
                                    House.PARIS),
                            house.clock);
            StaffGate gate = (_, _, _, _) -> decision;
            return new RecordDesk(
                    new RecordDoors(
                            house.database,
                            house.keys,
                            gate,
                            Joints.food(house.meals),
                            Joints.day(requests),
                            house.clock),
                    Joints.record(door, house.clock),
                    Runnable::run);
        }

        Answer answer(RecordSection section, AnswerKey key) {
            return desk.answer(
                    new Ask(
                            "ask",
                            new TerminalId("t-214-F"),
                            house.clock.instant(),
                            RecordRead.TYPE,
                            Optional.empty(),
                            WireCodec.body(new RecordRead("token", section, key.open()))));
        }

        RecordPart read(RecordSection section) {
            AnswerKey key = new AnswerKey();
            SealedAnswer sealed =
                    WireCodec.lenient(
                            answer(section, key).body().orElseThrow(), SealedAnswer.class);
            return key.open(sealed, RecordPart.class);
        }

        void follow() {
            desk.refresh(Set.of(stay));
        }

        Set<String> doubts() {
            return house.meals.sources().doubts(stay).stream()
                    .map(FoodDoubt::line)
                    .map(SourcedFood.Unclear::text)
                    .collect(Collectors.toSet());
        }

        long rows(String table) {
            return house.database.read(
                    handle ->
                            handle.select("select count(*) from " + table).mapTo(Long.class).one());
        }
    }

    private static FoodProfile alsoAllergicTo(FoodProfile profile, Allergen also) {
        Set<Allergen> all = new HashSet<>(profile.allergies());
        all.add(also);
        return new FoodProfile(
                profile.confirmed(),
                profile.diets(),
                all,
                profile.texture(),
                profile.thickness(),
                profile.fasting(),
                profile.aversions(),
                profile.carbohydrateLimit(),
                profile.fluidLimit());
    }

    private void write(String file, String json) {
        try {
            Path path = folder.resolve(file + ".json");
            Files.writeString(path, json);
            // A file system's clock may be coarser than this test.
            Files.setLastModifiedTime(path, FileTime.fromMillis(1_000_000_000L + ++written));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void patient() {
        write(
                "patient",
                """
                {"resourceType":"Patient","id":"p1","identifier":[{"value":"1001"}],
                 "name":[{"text":"Canarisson Aline"}]}\
                """);
    }

    private void allergy(String code, String text) {
        write(
                "allergy",
                """
                {"resourceType":"AllergyIntolerance","id":"a","category":["food"],
                 "patient":{"reference":"Patient/p1"},
                 "code":{"coding":[{"system":"http://snomed.info/sct","code":"%s"}],
                         "text":"%s"}}\
                """
                        .formatted(code, text));
    }

    private void noDiet() {
        write(
                "order",
                """
                {"resourceType":"NutritionOrder","id":"n","status":"active","intent":"order",
                 "patient":{"reference":"Patient/p1"},"dateTime":"2026-11-21",
                 "oralDiet":{"type":[{"text":"Régime normal"}]}}\
                """);
    }

    @BothDatabases
    void stayIsAskedAboutByItsNumberUntilItIsErased(Databases databases) {
        RecordHouse at = new RecordHouse(databases);
        assertThat(at.desk.number(at.stay)).isEmpty();
        assertThat(at.read(RecordSection.BANNER).state()).isEqualTo(State.UNKNOWN_PATIENT);

        at.desk.link(at.stay, NOBODY);
        assertThat(at.read(RecordSection.BANNER).state()).isEqualTo(State.UNKNOWN_PATIENT);
        patient();
        at.desk.link(at.stay, P1);
        assertThat(at.desk.number(at.stay)).contains(P1);
        assertThat(at.rows("record_patient")).isEqualTo(1);
        assertThat(at.read(RecordSection.BANNER).items())
                .extracting(RecordItem::text)
                .contains("Canarisson Aline", "1001");

        at.house.stays.discharge(at.stay, "test");
        at.house.at(1, "12:00");
        assertThat(at.rows("record_patient")).isZero();
        assertThat(at.rows("meal_source")).isZero();
    }

    @BothDatabases
    void answerIsReadByWhoAskedOnly(Databases databases) {
        RecordHouse at = new RecordHouse(databases);
        patient();
        at.desk.link(at.stay, P1);

        Answer answer = at.answer(RecordSection.BANNER, new AnswerKey());

        assertThat(answer.body().orElseThrow().json()).doesNotContain("Canarisson");
    }

    @BothDatabases
    void whomTheGateRefusesGetsTheReasonAndNothingElse(Databases databases) {
        RecordHouse at = new RecordHouse(databases);
        patient();
        at.desk.link(at.stay, P1);
        at.decision = new Decision.Refused(StaffRefusal.NOT_PERMITTED.reason());

        Answer answer = at.answer(RecordSection.BANNER, new AnswerKey());

        assertThat(answer.body()).isEmpty();
        assertThat(answer.refused()).contains(StaffRefusal.NOT_PERMITTED.reason());
    }

    @BothDatabases
    void whatTheRecordSaysOfFoodFollowsItAndWhatAPersonSetStays(Databases databases) {
        RecordHouse at = new RecordHouse(databases);
        patient();
        allergy("91930004", "Allergie aux œufs");
        noDiet();
        at.desk.link(at.stay, P1);
        at.follow();
        assertThat(at.house.profile(at.stay).allergies()).contains(Allergen.EGGS);

        at.house
                .meals
                .trays()
                .setProfile(
                        at.stay,
                        alsoAllergicTo(at.house.profile(at.stay), Allergen.FISH),
                        "dietitian");
        allergy("91935009", "Allergie à l'arachide");
        at.follow();

        assertThat(at.house.profile(at.stay).allergies())
                .contains(Allergen.PEANUTS, Allergen.FISH)
                .doesNotContain(Allergen.EGGS);
    }

    @BothDatabases
    void lineThatNobodyUnderstandsRestrictsUntilItIsSeen(Databases databases) {
        RecordHouse at = new RecordHouse(databases);
        patient();
        allergy("1", "Zwiebelmarmelade");
        noDiet();
        at.desk.link(at.stay, P1);
        at.follow();
        assertThat(at.house.profile(at.stay).confirmed()).isFalse();
        assertThat(at.doubts()).containsExactly("Zwiebelmarmelade");

        Set<String> keys =
                at.house.meals.sources().doubts(at.stay).stream()
                        .map(doubt -> doubt.line().key())
                        .collect(Collectors.toSet());
        at.house.meals.sources().seen(at.stay, keys, "dietitian");
        assertThat(at.doubts()).isEmpty();

        allergy("1", "Zwiebelmarmelade mit Rosinen");
        at.follow();
        assertThat(at.doubts()).containsExactly("Zwiebelmarmelade mit Rosinen");
    }

    @BothDatabases
    void recordThatCannotBeReadChangesNothingOfTheFood(Databases databases) throws IOException {
        RecordHouse at = new RecordHouse(databases);
        patient();
        allergy("91930004", "Allergie aux œufs");
        noDiet();
        at.desk.link(at.stay, P1);
        at.follow();
        FoodProfile before = at.house.profile(at.stay);

        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        at.follow();

        assertThat(at.house.profile(at.stay)).isEqualTo(before);
    }

    private void appointment(String id, String status, String start) {
        write(
                id,
                """
                {"resourceType":"Appointment","id":"%s","status":"%s","description":"%s",
                 "start":"%s","participant":[
                   {"actor":{"reference":"Patient/p1"},"status":"accepted"},
                   {"actor":{"reference":"Location/l","display":"Imagerie"},"status":"accepted"}]}\
                """
                        .formatted(id, status, id, start));
    }

    private void team(String given) {
        write(
                "team",
                """
                {"resourceType":"CareTeam","id":"t","status":"active",
                 "subject":{"reference":"Patient/p1"},"participant":[
                   {"role":[{"text":"Infirmière"}],
                    "member":{"reference":"Practitioner/n1","display":"Sophie Martin"}},
                   {"role":[{"text":"Aumônier"}],"member":{"reference":"Practitioner/x1"}},
                   {"role":[{"text":"Médecin"}],"member":{"reference":"Practitioner/unknown"}}]}\
                """);
        write(
                "people",
                """
                {"resourceType":"Bundle","type":"collection","entry":[
                  {"resource":{"resourceType":"Practitioner","id":"n1",
                    "name":[{"family":"Martin","given":["%s"]}]}},
                  {"resource":{"resourceType":"Practitioner","id":"x1",
                    "name":[{"family":"Roux","given":["Paul"]}]}}]}\
                """
                        .formatted(given));
    }

    private static Map<String, Object> told(RecordHouse ward) {
        return ward.house.told.getOrDefault(StreamId.stay(ward.stay), Map.of());
    }

    private static CareTeam today(String nurse) {
        return new CareTeam(House.TODAY, List.of(new Carer(nurse, Trade.NURSE)));
    }

    @BothDatabases
    void appointmentsReachTheBedByConsentOnlyAndTheTeamByFirstName(Databases databases) {
        RecordHouse ward = new RecordHouse(databases);
        patient();
        appointment("Scanner", "booked", "2026-11-21T15:30:00+01:00");
        appointment("Bilan", "proposed", "2026-11-21T16:30:00+01:00");
        appointment("Contrôle", "booked", "2026-11-27T09:00:00+01:00");
        team("Sophie");
        ward.desk.link(ward.stay, P1);
        ward.follow();
        assertThat(told(ward))
                .doesNotContainKey(Appointments.KEY)
                .containsEntry(CareTeam.key(House.TODAY), today("Sophie"));
        ward.requests.days().consent(ward.stay, true);
        Appointment scanner =
                new Appointment(
                        Instant.parse("2026-11-21T14:30:00Z"), "Scanner", Optional.of("Imagerie"));
        assertThat(told(ward)).containsEntry(Appointments.KEY, new Appointments(List.of(scanner)));
        // What the record takes back goes from the bed with the next reading.
        appointment("Scanner", "cancelled", "2026-11-21T15:30:00+01:00");
        team("Karim");
        ward.follow();
        assertThat(told(ward))
                .doesNotContainKey(Appointments.KEY)
                .containsEntry(CareTeam.key(House.TODAY), today("Karim"));
    }

    /** Something of everything that the record gives away by itself, with the patient's consent. */
    private void recorded(RecordHouse at) {
        patient();
        allergy("91930004", "Allergie aux œufs");
        noDiet();
        appointment("Scanner", "booked", "2026-11-21T15:30:00+01:00");
        at.requests.days().consent(at.stay, true);
    }

    @BothDatabases
    void numberThatIsGivenLateBringsDietsAllergiesAndAppointments(Databases databases) {
        RecordHouse at = new RecordHouse(databases);
        recorded(at);
        at.follow();
        assertThat(at.house.profile(at.stay)).isEqualTo(FoodProfile.UNCONFIRMED);

        at.house.stays.number(at.stay, P1);
        at.desk.refreshNew(Set.of(at.stay));

        assertThat(at.house.profile(at.stay).allergies()).containsExactly(Allergen.EGGS);
        assertThat(at.house.profile(at.stay).confirmed()).isTrue();
        assertThat(told(at)).containsKey(Appointments.KEY);
        assertThat(at.read(RecordSection.BANNER).state()).isEqualTo(State.PRESENT);
    }

    @BothDatabases
    void nothingStaysOfWhoeverHasTheNumberThatWasGivenByMistake(Databases databases) {
        RecordHouse at = new RecordHouse(databases);
        recorded(at);
        at.house.stays.number(at.stay, P1);
        at.desk.refreshNew(Set.of(at.stay));
        assertThat(told(at)).containsKey(Appointments.KEY);

        at.house.stays.number(at.stay, NOBODY);
        // The server stops before it has read anything under the new number.
        RecordDesk restarted = at.anotherDesk();
        restarted.refresh(Set.of(at.stay));

        assertThat(told(at)).doesNotContainKey(Appointments.KEY);
        assertThat(at.house.profile(at.stay).allergies()).isEmpty();
        assertThat(at.house.profile(at.stay).confirmed()).isFalse();
        assertThat(at.house.meals.sources().doubts(at.stay)).hasSize(1);
    }
}
