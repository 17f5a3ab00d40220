package chevet.ward.hl7;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.meal.DrinkThickness;
import chevet.model.meal.FoodProfile;
import chevet.model.meal.FoodTexture;
import chevet.model.place.BedId;
import chevet.model.record.PatientNumber;
import chevet.model.stay.Patient;
import chevet.model.stay.StayId;
import chevet.model.wire.StreamId;
import chevet.ward.db.BothDatabases;
import chevet.ward.db.Databases;
import chevet.ward.meal.House;
import chevet.ward.stay.StayResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

final class FeedTest {
    private static final FoodProfile HEALTHY =
            new FoodProfile(
                    true,
                    Set.of(),
                    Set.of(),
                    FoodTexture.REGULAR,
                    DrinkThickness.THIN,
                    Optional.empty(),
                    Set.of(),
                    Optional.empty(),
                    Optional.empty());

    @BothDatabases
    void admissionTransferAndDischargeAreFollowed(Databases databases) {
        FeedHouse feed = new FeedHouse(databases);
        feed.message("A01").of("a").in("210-P").accepted();
        StayId stay = feed.stay("210-P").orElseThrow();
        assertThat(feed.in("210-P")).contains("Canaria");
        assertThat(feed.told("210-P")).contains(stay);
        assertThat(feed.house.stays.patient(stay).orElseThrow().title())
                .isEqualTo(Patient.Title.MRS);
        feed.later(5);
        feed.message("A02").of("a").in("211-F").accepted();
        assertThat(feed.stay("211-F")).contains(stay);
        assertThat(feed.told("210-P")).isEmpty();
        assertThat(feed.told("211-F")).contains(stay);
        feed.later(5);
        feed.message("A03").of("a").in("211-F").accepted();
        assertThat(feed.house.stays.occupied()).isEmpty();
        assertThat(feed.told("211-F")).isEmpty();
        assertThat(feed.house.stays.patient(stay)).isEmpty();
    }

    @BothDatabases
    void repeatChangesNothingAndIsAcceptedAgain(Databases databases) {
        FeedHouse feed = new FeedHouse(databases);
        byte[] admission = feed.message("A01").of("a").in("210-P").control("same").bytes();
        assertThat(feed.answer(admission)).contains("MSA|AA|same");
        feed.later(5);
        feed.message("A02").of("a").in("211-P").accepted();
        int shown = feed.house.shown.size();
        assertThat(feed.answer(admission)).contains("MSA|AA|same");
        assertThat(feed.in("211-P")).contains("Canaria");
        assertThat(feed.house.shown).hasSize(shown);
    }

    @BothDatabases
    void ordersByMovementAndNotByArrival(Databases databases) {
        FeedHouse feed = new FeedHouse(databases);
        FeedHouse.Message admission = feed.message("A01").of("a").in("210-P");
        feed.later(5);
        FeedHouse.Message transfer = feed.message("A02").of("a").in("211-P");
        feed.later(5);
        transfer.accepted();
        StayId stay = feed.stay("211-P").orElseThrow();
        admission.accepted();
        assertThat(feed.stay("211-P")).contains(stay);
        assertThat(feed.stay("210-P")).isEmpty();
        FeedHouse.Message late = feed.message("A01").of("b").in("212-P");
        feed.later(5);
        feed.message("A03").of("b").accepted();
        late.accepted();
        assertThat(feed.stay("212-P")).as("its end was told before its beginning").isEmpty();
    }

    @BothDatabases
    void patientWhoseEndWasNeverToldYieldsToTheNextAndDoesNotComeBack(Databases databases) {
        FeedHouse feed = new FeedHouse(databases);
        feed.message("A01").of("a").in("210-P").accepted();
        StayId first = feed.stay("210-P").orElseThrow();
        feed.later(60);
        feed.message("A01").of("b").in("210-P").accepted();
        assertThat(feed.in("210-P")).contains("Canarib");
        assertThat(feed.house.stays.aside()).extracting(a -> a.stay()).containsExactly(first);
        feed.later(60);
        feed.message("A03").of("b").accepted();
        assertThat(feed.stay("210-P")).isEmpty();
        assertThat(feed.told("210-P")).isEmpty();
        feed.later(5);
        feed.message("A02").of("a").in("211-P").accepted();
        assertThat(feed.stay("211-P")).contains(first);
    }

    @BothDatabases
    void twoWhoCameAtOnceAreNotShownToEachOther(Databases databases) {
        FeedHouse feed = new FeedHouse(databases);
        feed.message("A01").of("a").in("210-P").accepted();
        feed.message("A01").of("b").in("210-P").accepted();
        assertThat(feed.told("210-P")).isEmpty();
        assertThat(feed.feed.disputed()).containsExactly(new BedId("210-P"));
        feed.later(1);
        feed.message("A02").of("a").in("211-P").accepted();
        assertThat(feed.in("210-P")).contains("Canarib");
        assertThat(feed.feed.disputed()).isEmpty();
    }

    @BothDatabases
    void dischargeCancelledWithinFourHoursBringsEverythingBack(Databases databases) {
        House house = House.withMenus(databases);
        FeedHouse feed = new FeedHouse(house);
        feed.message("A01").of("a").in("210-P").accepted();
        StayId stay = feed.stay("210-P").orElseThrow();
        house.meals.trays().setProfile(stay, HEALTHY, "test");
        house.tap(stay, House.DINNER, house.defaults(House.DINNER));
        assertThat(house.toldTray(stay, House.DINNER)).isPresent();
        feed.later(10);
        feed.message("A03").of("a").accepted();
        assertThat(house.sheet(House.DINNER).toString()).doesNotContain("Canari");
        feed.later(60);
        feed.message("A13").of("a").in("210-P").accepted();
        assertThat(feed.stay("210-P")).contains(stay);
        assertThat(feed.in("210-P")).contains("Canaria");
        assertThat(house.profile(stay).confirmed()).isTrue();
        assertThat(house.meals.trays().tray(stay, House.DINNER).orElseThrow().state())
                .isEqualTo(chevet.model.meal.Tray.State.CHOSEN);
        assertThat(house.told.get(StreamId.stay(stay))).containsKey("patient");
    }

    @BothDatabases
    void dischargeCancelledTooLateBeginsAnew(Databases databases) {
        FeedHouse feed = new FeedHouse(databases);
        feed.message("A01").of("a").in("210-P").accepted();
        StayId stay = feed.stay("210-P").orElseThrow();
        feed.later(10);
        feed.message("A03").of("a").accepted();
        feed.later(5 * 60);
        feed.house.stays.tick();
        feed.message("A13").of("a").in("210-P").accepted();
        assertThat(feed.in("210-P")).contains("Canaria");
        assertThat(feed.stay("210-P").orElseThrow()).isNotEqualTo(stay);
    }

    @BothDatabases
    void nextAdmissionOfTheSameVisitIsAnotherStay(Databases databases) {
        FeedHouse feed = new FeedHouse(databases);
        feed.message("A01").of("a").in("210-P").accepted();
        StayId stay = feed.stay("210-P").orElseThrow();
        feed.later(10);
        feed.message("A03").of("a").accepted();
        feed.later(10);
        feed.message("A01").of("a").in("210-P").accepted();
        assertThat(feed.stay("210-P").orElseThrow()).isNotEqualTo(stay);
    }

    @BothDatabases
    void admissionAndTransferAreCancelled(Databases databases) {
        FeedHouse feed = new FeedHouse(databases);
        feed.message("A01").of("a").in("210-P").accepted();
        StayId stay = feed.stay("210-P").orElseThrow();
        feed.later(10);
        feed.message("A02").of("a").in("211-P").accepted();
        feed.later(10);
        feed.message("A12").of("a").in("210-P").accepted();
        assertThat(feed.stay("210-P")).contains(stay);
        assertThat(feed.stay("211-P")).isEmpty();
        feed.later(10);
        feed.message("A11").of("a").in("210-P").accepted();
        assertThat(feed.house.stays.occupied()).isEmpty();
        assertThat(feed.told("210-P")).isEmpty();
    }

    @BothDatabases
    void movementsOfTheFrenchProfileAreInsertedUpdatedAndCancelled(Databases databases) {
        FeedHouse feed = new FeedHouse(databases);
        Instant begin = feed.house.clock.instant();
        feed.message("A01").of("a").in("210-P").movement("m1", "INSERT", "", false).accepted();
        StayId stay = feed.stay("210-P").orElseThrow();
        feed.later(10);
        feed.message("A02").of("a").in("211-P").movement("m2", "INSERT", "", false).accepted();
        feed.later(10);
        feed.message("Z99")
                .of("a")
                .in("212-P")
                .happened(begin.plusSeconds(600))
                .movement("m2", "UPDATE", "A02", false)
                .accepted();
        assertThat(feed.stay("212-P")).contains(stay);
        feed.later(10);
        feed.message("Z99")
                .of("a")
                .in("213-P")
                .happened(begin)
                .movement("m1", "UPDATE", "A01", true)
                .accepted();
        assertThat(feed.stay("212-P")).as("history moves nobody").contains(stay);
        feed.later(10);
        feed.message("Z99").of("a").in("214-P").movement("m3", "UPDATE", "A60", false).accepted();
        assertThat(feed.stay("212-P")).as("a correction of what is passed over").contains(stay);
        feed.later(10);
        feed.message("A12").of("a").in("213-P").movement("m2", "CANCEL", "A02", false).accepted();
        assertThat(feed.stay("213-P")).contains(stay);
    }

    @BothDatabases
    void leaveEmptiesTheTerminalAndReturnFillsIt(Databases databases) {
        FeedHouse feed = new FeedHouse(databases);
        feed.message("A01").of("a").in("210-P").accepted();
        StayId stay = feed.stay("210-P").orElseThrow();
        feed.later(10);
        feed.message("A21").of("a").in("210-P").accepted();
        assertThat(feed.told("210-P")).isEmpty();
        feed.later(10);
        feed.message("A22").of("a").accepted();
        assertThat(feed.told("210-P")).contains(stay);
    }

    @BothDatabases
    void newestNameCountsWhateverComesLast(Databases databases) {
        FeedHouse feed = new FeedHouse(databases);
        feed.message("A01").of("a").in("210-P").accepted();
        FeedHouse.Message older = feed.message("A08").of("a").named("Vieux");
        feed.later(5);
        feed.message("A31").of("a").named("Neuf").accepted();
        older.accepted();
        assertThat(feed.in("210-P")).contains("Neuf");
    }

    @BothDatabases
    void mergeGivesTheVisitToTheSurvivor(Databases databases) {
        FeedHouse feed = new FeedHouse(databases);
        feed.message("A01").of("a").in("210-P").accepted();
        StayId stay = feed.stay("210-P").orElseThrow();
        feed.later(5);
        feed.message("A40").of("b").named("Survivante").merging("a").accepted();
        assertThat(feed.in("210-P")).contains("Survivante");
        feed.later(5);
        feed.message("A31").of("b").named("Encore").accepted();
        assertThat(feed.in("210-P")).contains("Encore");
        feed.later(5);
        feed.message("A03").of("b").visit("va").accepted();
        assertThat(feed.house.stays.occupied()).doesNotContainValue(stay);
    }

    @BothDatabases
    void recordIsAskedByTheNumberOfTheFeedAndByTheSurvivorsAfterAMerge(Databases databases) {
        FeedHouse feed = new FeedHouse(databases);
        FeedHouse.Message begins = feed.message("A01").of("a").in("210-P");
        FeedHouse.Message late = feed.message("A08").of("a");
        begins.accepted();
        StayId stay = feed.stay("210-P").orElseThrow();
        assertThat(feed.record.number(stay)).contains(new PatientNumber("", "pa"));

        feed.later(5);
        feed.message("A02").of("a").in("211-P").accepted();
        assertThat(feed.record.number(stay)).contains(new PatientNumber("", "pa"));

        feed.later(5);
        feed.message("A40").of("b").merging("a").accepted();
        assertThat(feed.record.number(stay)).contains(new PatientNumber("", "pb"));
        late.accepted();
        feed.later(5);
        feed.message("A08").of("a").accepted();
        assertThat(feed.record.number(stay)).contains(new PatientNumber("", "pb"));
    }

    @BothDatabases
    void mergeOfPatientsWithoutVisitNumbersLeavesOneStay(Databases databases) {
        FeedHouse feed = new FeedHouse(databases);
        feed.message("A01").of("a").visit("").in("210-P").accepted();
        feed.later(5);
        feed.message("A01").of("b").visit("").in("211-P").accepted();
        feed.later(5);
        feed.message("A40").of("b").merging("a").accepted();
        assertThat(feed.house.stays.occupied()).hasSize(1);
        assertThat(feed.in("211-P")).contains("Canarib");
    }

    @BothDatabases
    void unknownBedIsALineAndIsTakenWhenTheTableKnowsIt(Databases databases) {
        FeedHouse feed = new FeedHouse(databases);
        feed.message("A01").of("a").at("OPH^999^X").accepted();
        assertThat(feed.house.stays.occupied()).isEmpty();
        List<Held> held = feed.feed.waiting();
        assertThat(held).hasSize(1);
        assertThat(held.getFirst().reason()).isEqualTo("unknown-bed");
        assertThat(held.getFirst().what()).isEqualTo("OPH^999^X");
        feed.message("A01").of("b").at("DENT^1^1").accepted();
        assertThat(feed.feed.waiting()).hasSize(1);
        assertThat(feed.feed.replay(held.getFirst().id()).orElseThrow().still())
                .contains("unknown-bed");
        Map<String, BedId> more = new java.util.HashMap<>(feed.beds());
        more.put("OPH^999^X", new BedId("220-F"));
        Feed again = feed.feed(more);
        again.start();
        assertThat(feed.in("220-F")).contains("Canaria");
        assertThat(again.waiting()).isEmpty();
    }

    @BothDatabases
    void whatCannotBeReadIsHeldSealedAndForgottenAfterAWeek(Databases databases)
            throws IOException {
        FeedHouse feed = new FeedHouse(databases);
        byte[] nameless =
                feed.message("A01")
                        .of("a")
                        .in("210-P")
                        .text()
                        .replaceAll("PID\\|[^\r]*", "PID|1||p9^^^CHU^PI||^Canarille")
                        .getBytes(StandardCharsets.UTF_8);
        assertThat(feed.answer(nameless)).contains("MSA|AE|").contains("ERR||PID^1^5|101");
        assertThat(feed.answer(nameless)).contains("MSA|AE|");
        List<Held> held = feed.feed.waiting();
        assertThat(held).hasSize(1);
        assertThat(held.getFirst().times()).isEqualTo(2);
        assertThat(held.getFirst().toString()).doesNotContain("Canari");
        if (databases.directory().isPresent()) {
            assertNowhere(databases.directory().get(), "Canarille");
        }
        feed.house.clock.advance(Duration.ofDays(8));
        feed.feed.tick();
        assertThat(feed.feed.waiting()).isEmpty();
    }

    private static void assertNowhere(Path directory, String canary) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(canary);
            }
        }
    }

    @BothDatabases
    void consoleAndFeedAgreeOnBeds(Databases databases) {
        FeedHouse feed = new FeedHouse(databases);
        StayId byHand = feed.house.admit("210-P");
        feed.later(5);
        feed.message("A01").of("a").in("210-P").accepted();
        assertThat(feed.in("210-P")).contains("Canaria");
        assertThat(feed.house.stays.aside()).extracting(a -> a.stay()).containsExactly(byHand);
        StayId stay = feed.stay("210-P").orElseThrow();
        feed.later(5);
        assertThat(feed.house.stays.transfer(stay, new BedId("215-F"), "aide"))
                .isEqualTo(new StayResult.Done(stay));
        feed.later(5);
        feed.message("A08").of("a").in("210-P").accepted();
        assertThat(feed.stay("215-F")).contains(stay);
        feed.message("A01").of("b").in("210-P").accepted();
        assertThat(feed.in("210-P")).contains("Canarib");
        feed.later(5);
        feed.message("A03").of("a").accepted();
        assertThat(feed.stay("215-F")).isEmpty();
    }

    @BothDatabases
    void strangersAndPassedOverEventsLeaveNothing(Databases databases) {
        FeedHouse feed = new FeedHouse(databases);
        byte[] stranger =
                feed.message("A01")
                        .of("a")
                        .in("210-P")
                        .text()
                        .replace("|GAM|", "|AUTRE|")
                        .getBytes(StandardCharsets.UTF_8);
        assertThat(feed.answer(stranger)).contains("MSA|AE|");
        assertThat(feed.answer(feed.message("A60").of("a").bytes())).contains("MSA|AA|");
        assertThat(feed.answer(feed.message("A17").of("a").bytes()))
                .contains("MSA|AE|")
                .contains("|201^^HL70357|");
        assertThat(feed.house.stays.occupied()).isEmpty();
        assertThat(feed.feed.waiting()).extracting(Held::reason).containsExactly("event");
    }
}
