package chevet.ward.hl7;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.meal.Diet;
import chevet.model.meal.FoodProfile;
import chevet.model.place.BedId;
import chevet.model.record.PatientNumber;
import chevet.model.stay.Patient;
import chevet.model.stay.StayId;
import chevet.model.text.Language;
import chevet.ward.db.BothDatabases;
import chevet.ward.db.Databases;
import chevet.ward.meal.FoodDoubt;
import chevet.ward.meal.House;
import chevet.ward.meal.MealResult;
import chevet.ward.stay.Admission;
import chevet.ward.stay.StayResult;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orders for food, from the socket to the profile by which trays are judged. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FeedDietTest {
    private static final FoodProfile ALL = profile();

    private Databases databases;
    private FeedHouse wired;
    private MllpListener listener;
    private Socket socket;
    private int orders;

    @BeforeAll
    void listen() throws IOException {
        databases = Databases.sqlite();
        wired = new FeedHouse(databases);
        listener = new MllpListener(wired.feed, Optional.empty());
        socket = new Socket(InetAddress.getLoopbackAddress(), listener.port());
        socket.setSoTimeout(20_000);
        wired.message("A01").of("a").in("210-P").accepted();
        confirm(wired);
    }

    @AfterAll
    void close() throws IOException {
        socket.close();
        listener.close();
        databases.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    ODS|D||NORM^Normal                        ; true  ;                    ; REGULAR ; THIN         ; false ;
                    ODS|D||SEL^Sans sel                       ; true  ; LOW_SALT           ; REGULAR ; THIN         ; false ;
                    ODS|D||SEL~DIAB                           ; true  ; DIABETIC, LOW_SALT ; REGULAR ; THIN         ; false ;
                    ODS|D||SEL^^L*ODS|P||DIAB                 ; true  ; DIABETIC, LOW_SALT ; REGULAR ; THIN         ; false ;
                    ODS|D||MIX                                ; true  ;                    ; PUREED  ; MILDLY_THICK ; false ;
                    ODS|D||JEUN                               ; true  ;                    ; REGULAR ; THIN         ; true  ;
                    ODS|D||^Sans sel                          ; true  ; LOW_SALT           ; REGULAR ; THIN         ; false ;
                    ODS|D||X7^Sans sel                        ; false ; LOW_SALT           ; REGULAR ; THIN         ; false ; Sans sel
                    ODS|D||X7                                 ; false ;                    ; REGULAR ; THIN         ; false ; X7
                    ODS|D||SEL|Pas de fraises                 ; false ; LOW_SALT           ; REGULAR ; THIN         ; false ; Pas de fraises
                    ODS|S||HP^Complément hyperprotéiné        ; false ;                    ; REGULAR ; THIN         ; false ; Complément hyperprotéiné
                    ODS|P||EVENTO^LACT                        ; false ;                    ; REGULAR ; THIN         ; false ; LACT
                    ODS|D||SEL*ODS|D||DIAB*ODS|P||MIX         ; true  ; DIABETIC, LOW_SALT ; PUREED  ; MILDLY_THICK ; false ;
                    ODT|GUEST^Plateau invité                  ; false ;                    ; REGULAR ; THIN         ; false ; Plateau invité
                    """)
    void whatIsOrderedRestrictsTheProfile(
            String segments,
            boolean confirmed,
            String diets,
            String texture,
            String thickness,
            boolean fasting,
            String toSee)
            throws IOException {
        for (String event : List.of("OMD^O03^OMD_O03", "ORM^O01^ORM_O01")) {
            String number = "n" + ++orders;
            String lines = segments.replace('*', '\r');

            assertThat(sent(order(wired, event, "ORC|NW|" + number + "\r" + lines)))
                    .contains("MSA|AA|");
            FoodProfile profile = food(wired);
            assertThat(profile.confirmed()).isEqualTo(confirmed);
            assertThat(profile.diets().stream().map(Enum::name).toList())
                    .containsExactlyInAnyOrderElementsOf(words(diets));
            assertThat(profile.texture().name()).isEqualTo(texture);
            assertThat(profile.thickness().name()).isEqualTo(thickness);
            assertThat(profile.fasting().isPresent()).isEqualTo(fasting);
            assertThat(toSee(wired)).isEqualTo(toSee == null ? Set.of() : Set.of(toSee));

            assertThat(sent(order(wired, event, "ORC|CA|" + number + "\r" + lines)))
                    .contains("MSA|AA|");
            assertThat(food(wired)).as("withdrawn").isEqualTo(ALL);
            assertThat(toSee(wired)).isEmpty();
        }
    }

    @Test
    void whatTheTableDoesNotKnowRestrictsUntilSomebodyHasSeenIt() {
        try (Databases databases = Databases.sqlite()) {
            FeedHouse feed = lying(databases);
            taken(feed, "ORC|NW|7\rODS|D||X7^Protocole neuf");
            assertThat(food(feed).confirmed()).isFalse();

            FoodDoubt doubt = feed.house.meals.sources().doubts(House.WARD).getFirst();
            assertThat(doubt.source()).isEqualTo("hl7");
            MealResult seen =
                    feed.house
                            .meals
                            .sources()
                            .seen(stay(feed), Set.of(doubt.line().key()), "dieteticienne");
            assertThat(seen).isInstanceOf(MealResult.Done.class);
            assertThat(food(feed).confirmed()).isTrue();

            feed.later(1);
            taken(feed, "ORC|XO|7\rODS|D||X7^Protocole neuf");
            assertThat(food(feed).confirmed()).as("said again").isTrue();
            feed.later(1);
            taken(feed, "ORC|XO|7\rODS|D||X8^Autre protocole");
            assertThat(food(feed).confirmed()).isFalse();
        }
    }

    @Test
    void orderFollowsWhatWasToldLastAndNotWhatCameLast() {
        try (Databases databases = Databases.sqlite()) {
            FeedHouse feed = lying(databases);
            String older = order(feed, "OMD^O03^OMD_O03", "ORC|NW|7\rODS|D||SEL");
            feed.later(1);
            taken(feed, "ORC|XO|7\rODS|D||DIAB");
            feed.answer(older.getBytes(StandardCharsets.UTF_8));
            assertThat(diets(feed)).containsExactly("DIABETIC");

            String late = order(feed, "OMD^O03^OMD_O03", "ORC|XO|7\rODS|D||SEL");
            feed.later(1);
            taken(feed, "ORC|DC|7");
            feed.answer(late.getBytes(StandardCharsets.UTF_8));
            assertThat(diets(feed)).isEmpty();
        }
    }

    @Test
    void everyOrderOfTheMessagesGivesTheSameProfile() {
        try (Databases databases = Databases.sqlite()) {
            FeedHouse feed = new FeedHouse(databases);
            Random random = new Random(7);
            for (int round = 0; round < 8; round++) {
                String patient = "r" + round;
                String bed = House.beds().get(round);
                List<String> told = new ArrayList<>();
                told.add(feed.message("A01").of(patient).in(bed).text());
                for (String orc :
                        List.of(
                                "ORC|NW|1\rODS|D||SEL",
                                "ORC|NW|2\rODS|D||DIAB",
                                "ORC|HD|2",
                                "ORC|NW|3\rODS|D||MIX",
                                "ORC|CA|1",
                                "ORC|RL|2",
                                "ORC|XO|3\rODS|D||SEL")) {
                    feed.later(1);
                    told.add(order(feed, patient, "OMD^O03^OMD_O03", orc));
                }
                Collections.shuffle(told, random);
                told.forEach(message -> feed.answer(message.getBytes(StandardCharsets.UTF_8)));
                FoodProfile profile = feed.house.profile(feed.stay(bed).orElseThrow());
                assertThat(profile.diets().stream().map(Enum::name).sorted())
                        .as("round %d", round)
                        .containsExactly("DIABETIC", "LOW_SALT");
                assertThat(profile.texture().name()).isEqualTo("REGULAR");
                assertThat(
                                feed.house.meals.sources().doubts(House.WARD).stream()
                                        .map(doubt -> doubt.line().key()))
                        .as("round %d", round)
                        .isEmpty();
            }
        }
    }

    @BothDatabases
    void ordersComeBeforeThePatientGoAlongAndComeBackWithTheStay(Databases databases) {
        FeedHouse feed = new FeedHouse(databases);
        taken(feed, "ORC|NW|7\rODS|D||SEL");
        feed.later(1);
        feed.message("A01").of("a").in("210-P").accepted();
        assertThat(diets(feed)).containsExactly("LOW_SALT");

        feed.later(1);
        feed.message("A02").of("a").in("211-P").accepted();
        assertThat(diets(feed)).containsExactly("LOW_SALT");

        feed.later(1);
        feed.message("A21").of("a").accepted();
        feed.later(1);
        taken(feed, "ORC|NW|8\rODS|D||DIAB");
        feed.later(1);
        feed.message("A22").of("a").in("211-P").accepted();
        assertThat(diets(feed)).containsExactly("DIABETIC", "LOW_SALT");

        feed.later(1);
        FeedHouse.Message over = feed.message("A03").of("a");
        over.accepted();
        feed.later(1);
        taken(feed, "ORC|CA|8");
        feed.later(1);
        feed.message("A13").of("a").in("211-P").accepted();
        assertThat(diets(feed)).containsExactly("LOW_SALT");
    }

    @BothDatabases
    void orderBeginsAndEndsByItself(Databases databases) {
        FeedHouse feed = lying(databases);
        taken(feed, "ORC|NW|7\rODS|D||SEL");
        Instant tomorrow = feed.house.clock.instant().plus(Duration.ofDays(1));
        String from = FeedHouse.TIME.format(tomorrow);
        String until = FeedHouse.TIME.format(tomorrow.plus(Duration.ofDays(1)));
        feed.later(1);
        taken(feed, "ORC|XO|7\rTQ1|||||||" + from + "|" + until + "\rODS|D||DIAB");
        assertThat(diets(feed)).as("both until then").containsExactly("DIABETIC", "LOW_SALT");

        feed.house.clock.advance(Duration.ofDays(1));
        feed.feed.tick();
        assertThat(diets(feed)).containsExactly("DIABETIC");
        feed.house.clock.advance(Duration.ofDays(1));
        feed.feed.tick();
        assertThat(diets(feed)).isEmpty();
    }

    @Test
    void orderWithoutAVisitIsThePersonsAndGoesToTheSurvivor() {
        try (Databases databases = Databases.sqlite()) {
            FeedHouse feed = new FeedHouse(databases);
            String alone =
                    order(feed, "OMD^O03^OMD_O03", "ORC|NW|7\rODS|D||SEL")
                            .replaceAll("PV1[^\r]*\r", "");
            feed.answer(alone.getBytes(StandardCharsets.UTF_8));
            feed.later(1);
            feed.message("A01").of("b").in("210-P").accepted();
            assertThat(diets(feed)).isEmpty();
            feed.later(1);
            feed.message("A40").of("b").merging("a").accepted();
            assertThat(diets(feed)).containsExactly("LOW_SALT");
        }
    }

    @BothDatabases
    void orderReachesWhomTheConsoleHasAdmittedOnceTheNumberIsGiven(Databases databases) {
        FeedHouse feed = new FeedHouse(databases);
        StayId stay = feed.house.admit("210-P");
        confirm(feed);
        feed.later(1);
        taken(feed, "ORC|NW|7\rODS|D||SEL");
        assertThat(diets(feed)).as("nobody has said whose it is").isEmpty();
        assertThat(feed.feed.ordersWaiting()).isEqualTo(1);
        assertThat(feed.feed.knows(stay)).isFalse();

        give(feed, stay, "pb");
        assertThat(diets(feed)).as("another one's number").isEmpty();
        give(feed, stay, "pa");
        assertThat(diets(feed)).containsExactly("LOW_SALT");
        assertThat(feed.feed.ordersWaiting()).isZero();
        assertThat(feed.feed.knows(stay)).isTrue();
        assertThat(feed.record.number(stay)).contains(new PatientNumber("", "pa"));

        feed.later(1);
        taken(feed, "ORC|XO|7\rODS|D||DIAB");
        assertThat(diets(feed)).as("what comes later, too").containsExactly("DIABETIC");
        give(feed, stay, "pb");
        assertThat(diets(feed)).as("it was not the patient's").isEmpty();
        give(feed, stay, "pa");
        feed.later(1);
        taken(feed, "ORC|CA|7");
        assertThat(diets(feed)).isEmpty();
        assertThat(feed.house.stays.discharge(stay, "test")).isInstanceOf(StayResult.Done.class);
        feed.house.clock.advance(Duration.ofHours(5));
        feed.house.stays.tick();
        assertThat(feed.feed.knows(stay)).isFalse();
    }

    @Test
    void numberGivenAtTheAdmissionIsAsGood() {
        try (Databases databases = Databases.sqlite()) {
            FeedHouse feed = new FeedHouse(databases);
            taken(feed, "ORC|NW|7\rODS|D||SEL");
            Patient patient = new Patient(Patient.Title.MR, "Durand", Language.FR);
            feed.house.stays.admit(
                    new Admission(
                            patient, new BedId("210-P"), Optional.of(new PatientNumber("", "pa"))),
                    "test");
            assertThat(diets(feed)).containsExactly("LOW_SALT");
        }
    }

    @Test
    void whatWaitsIsStillTheirsWhomTheFeedAdmitsLater() {
        try (Databases databases = Databases.sqlite()) {
            FeedHouse feed = new FeedHouse(databases);
            StayId byHand = feed.house.admit("210-P");
            taken(feed, "ORC|NW|7\rODS|D||SEL");
            give(feed, byHand, "pa");
            feed.later(1);
            feed.message("A01").of("a").in("211-P").accepted();
            StayId theirs = feed.stay("211-P").orElseThrow();
            assertThat(feed.house.profile(theirs).diets()).containsExactly(Diet.LOW_SALT);

            give(feed, theirs, "pb");
            assertThat(feed.house.profile(theirs).diets())
                    .as("the feed knows better who it is")
                    .containsExactly(Diet.LOW_SALT);
        }
    }

    @Test
    void numberThatIsMergedIntoAnotherHandsItsOrdersOn() {
        try (Databases databases = Databases.sqlite()) {
            FeedHouse feed = new FeedHouse(databases);
            StayId stay = feed.house.admit("210-P");
            give(feed, stay, "pb");
            feed.message("A40").of("a").merging("b").accepted();
            feed.later(1);
            taken(feed, "ORC|NW|7\rODS|D||SEL");
            assertThat(diets(feed)).containsExactly("LOW_SALT");
            assertThat(feed.record.number(stay)).contains(new PatientNumber("", "pa"));
        }
    }

    private static void give(FeedHouse feed, StayId stay, String number) {
        assertThat(feed.house.stays.number(stay, new PatientNumber("", number)))
                .isInstanceOf(StayResult.Done.class);
    }

    @BothDatabases
    void ordersLieSealedAndGoWithTheStay(Databases databases) {
        FeedHouse feed = lying(databases);
        taken(feed, "ORC|NW|7\rODS|D||X7^Canarinette");
        assertThat(rows(feed))
                .hasSize(1)
                .allSatisfy(row -> assertThat(row).doesNotContain("Canar"));
        feed.house.stays.discharge(stay(feed), "test");
        feed.house.clock.advance(Duration.ofHours(5));
        feed.house.stays.tick();
        assertThat(rows(feed)).isEmpty();
    }

    @Test
    void ordersForOtherThingsSayNothingOfFood() {
        try (Databases databases = Databases.sqlite()) {
            FeedHouse feed = lying(databases);
            String lab = order(feed, "ORM^O01^ORM_O01", "ORC|NW|5\rOBR|1|5||NFS^Numération");
            assertThat(feed.answer(lab.getBytes(StandardCharsets.UTF_8))).contains("MSA|AA|");
            assertThat(food(feed)).isEqualTo(ALL);
            assertThat(rows(feed)).isEmpty();
        }
    }

    // --- words

    private static List<String> rows(FeedHouse feed) {
        return feed.house.database.read(
                handle ->
                        handle
                                .select("select body from hl7_diet")
                                .mapTo(byte[].class)
                                .list()
                                .stream()
                                .map(body -> new String(body, StandardCharsets.ISO_8859_1))
                                .toList());
    }

    /** Somebody in 210-P of whom a dietitian has said that everything may be eaten. */
    private static FeedHouse lying(Databases databases) {
        FeedHouse feed = new FeedHouse(databases);
        feed.message("A01").of("a").in("210-P").accepted();
        confirm(feed);
        feed.later(1);
        return feed;
    }

    private static void confirm(FeedHouse feed) {
        assertThat(feed.house.meals.trays().setProfile(stay(feed), ALL, "test"))
                .isInstanceOf(MealResult.Done.class);
    }

    private static FoodProfile profile() {
        FoodProfile none = FoodProfile.UNCONFIRMED;
        return new FoodProfile(
                true,
                none.diets(),
                none.allergies(),
                none.texture(),
                none.thickness(),
                none.fasting(),
                none.aversions(),
                none.carbohydrateLimit(),
                none.fluidLimit());
    }

    private static StayId stay(FeedHouse feed) {
        return feed.house.stays.occupied().values().iterator().next();
    }

    private static FoodProfile food(FeedHouse feed) {
        return feed.house.profile(stay(feed));
    }

    private static List<String> diets(FeedHouse feed) {
        return food(feed).diets().stream().map(Enum::name).sorted().toList();
    }

    private static Set<String> toSee(FeedHouse feed) {
        return feed.house.meals.sources().doubts(stay(feed)).stream()
                .map(doubt -> doubt.line().text())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> words(String diets) {
        return diets == null ? List.of() : List.of(diets.split(", "));
    }

    private static void taken(FeedHouse feed, String orc) {
        String message = order(feed, "OMD^O03^OMD_O03", orc);
        assertThat(feed.answer(message.getBytes(StandardCharsets.UTF_8)))
                .as(message)
                .contains("MSA|AA|");
    }

    /** An order for patient a, made now. */
    private static String order(FeedHouse feed, String type, String orc) {
        return order(feed, "a", type, orc);
    }

    private static String order(FeedHouse feed, String patient, String type, String orc) {
        String adt = feed.message("A08").of(patient).text().replace("ADT^A08^ADT_A01", type);
        return adt.replaceAll("EVN[^\r]*\r", "") + orc + "\r";
    }

    private String sent(String message) throws IOException {
        Mllp.write(socket.getOutputStream(), message.getBytes(StandardCharsets.UTF_8));
        return new String(
                new Mllp(socket.getInputStream()).next(() -> {}).orElseThrow(),
                StandardCharsets.UTF_8);
    }
}
