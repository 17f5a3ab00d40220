package chevet.ward.meal;

import static chevet.ward.meal.House.DINNER;
import static chevet.ward.meal.House.LUNCH_TOMORROW;
import static chevet.ward.meal.House.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.meal.Allergen;
import chevet.model.meal.AllergenStatus;
import chevet.model.meal.ChooseTray;
import chevet.model.meal.Course;
import chevet.model.meal.Dish;
import chevet.model.meal.DishId;
import chevet.model.meal.FoodProfile;
import chevet.model.meal.MealService;
import chevet.model.meal.Refusal;
import chevet.model.meal.ServiceKey;
import chevet.model.meal.Tray;
import chevet.model.place.BedId;
import chevet.model.place.WardId;
import chevet.model.stay.StayId;
import chevet.model.text.Language;
import chevet.model.wire.StreamId;
import chevet.ward.db.BothDatabases;
import chevet.ward.db.Databases;
import chevet.ward.sync.CommandHandler.Decision;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class OrdersTest {
    private static final Decision ACCEPTED = new Decision.Accepted();

    @BothDatabases
    void acceptedOrderIsToldToThePatientAndCounted(Databases databases) {
        House house = House.withMenus(databases);
        StayId stay = house.admitHealthy("214-F");
        Map<Course, DishId> dishes = house.defaults(DINNER);
        house.shown.clear();
        assertThat(house.tap(stay, DINNER, dishes)).isEqualTo(ACCEPTED);
        Tray told = house.toldTray(stay, DINNER).orElseThrow();
        assertThat(told.state()).isEqualTo(Tray.State.CHOSEN);
        assertThat(told.by()).contains(Tray.ChosenBy.PATIENT);
        assertThat(told.dishes()).isEqualTo(dishes);
        assertThat(house.sheet(DINNER).tally()).isEqualTo(new KitchenSheet.Tally(1, 0, 0, 0, 0));
        assertThat(house.shown).contains("meals");
    }

    @BothDatabases
    void choiceMayChangeUntilTheCutOffAndNotAfter(Databases databases) {
        House house = House.withMenus(databases);
        StayId stay = house.admitHealthy("214-F");
        Map<Course, DishId> first = house.defaults(DINNER);
        Map<Course, DishId> second = new EnumMap<>(first);
        second.remove(Course.STARTER);
        house.tap(stay, DINNER, first);
        house.at(0, "13:59:59");
        assertThat(house.tap(stay, DINNER, second)).isEqualTo(ACCEPTED);
        house.at(0, "14:00");
        Decision late = house.tap(stay, DINNER, first);
        assertThat(Tests.refused(late).code()).isEqualTo("meal.too-late");
        assertThat(Tests.refused(late).about()).containsEntry("cutOff", "2026-11-21T13:00:00Z");
        assertThat(house.toldTray(stay, DINNER).orElseThrow().dishes()).isEqualTo(second);
    }

    @BothDatabases
    void ordersThatCannotBeAreRefusedWithTheirReason(Databases databases) {
        House house = House.withMenus(databases);
        StayId stay = house.admitHealthy("214-F");
        Map<Course, DishId> dishes = house.defaults(DINNER);
        ServiceKey far = new ServiceKey(TODAY.plusDays(30), MealService.LUNCH);
        assertThat(Tests.refused(house.tap(stay, far, dishes)).code())
                .isEqualTo("meal.no-such-service");
        assertThat(Tests.refused(house.tap(stay, DINNER, Map.of())).code())
                .isEqualTo("meal.incomplete");
        assertThat(Tests.refused(house.tap(new StayId("nobody"), DINNER, dishes)).code())
                .isEqualTo("stay.not-here");
        Map<Course, DishId> unknown = Map.of(Course.MAIN, new DishId("no-such-dish"));
        assertThat(Tests.refused(house.tap(stay, DINNER, unknown)).about())
                .containsEntry("dish", "no-such-dish")
                .containsEntry("code", "NOT_ON_THE_MENU");
        DishId wrongCourse =
                Optional.ofNullable(house.defaults(DINNER).get(Course.DESSERT)).orElseThrow();
        assertThat(Tests.refused(house.tap(stay, DINNER, Map.of(Course.MAIN, wrongCourse))).about())
                .containsEntry("code", "NOT_ON_THE_MENU");
        assertThat(house.toldTray(stay, DINNER)).isEmpty();
    }

    @BothDatabases
    void serversProfileDecidesWhateverTheScreenShowed(Databases databases) {
        House house = House.withMenus(databases);
        StayId stay = house.admit("214-F");
        Map<Course, DishId> dishes = house.defaults(DINNER);
        assertThat(Tests.refused(house.tap(stay, DINNER, dishes)).code()).isEqualTo("meal.refused");
        house.meals.trays().setProfile(stay, Tests.HEALTHY, "dietitian");
        assertThat(house.tap(stay, DINNER, dishes)).isEqualTo(ACCEPTED);
    }

    @BothDatabases
    void newAllergyHoldsTheTrayAndItsEndBringsItBack(Databases databases) {
        House house = House.withMenus(databases);
        StayId stay = house.admitHealthy("214-F");
        house.tap(stay, DINNER, house.defaults(DINNER));
        house.shown.clear();
        Tests.done(
                house.meals
                        .trays()
                        .setProfile(stay, Tests.allergicTo(Allergen.values()), "dietitian"));
        Tray held = house.toldTray(stay, DINNER).orElseThrow();
        assertThat(held.state()).isEqualTo(Tray.State.HELD);
        assertThat(held.held()).isNotEmpty();
        assertThat(held.dishes()).isEqualTo(house.defaults(DINNER));
        assertThat(house.shown).contains("meals", "beds");
        assertThat(house.meals.trays().warnings(House.WARD))
                .anySatisfy(
                        warning -> {
                            assertThat(warning.kind()).isEqualTo(MealWarning.Kind.HELD);
                            assertThat(warning.bed()).isEqualTo(new BedId("214-F"));
                            assertThat(warning.key()).isEqualTo(DINNER);
                        });
        assertThat(house.sheet(DINNER).lines()).isEmpty();

        house.meals.trays().setProfile(stay, Tests.HEALTHY, "dietitian");
        assertThat(house.toldTray(stay, DINNER).orElseThrow().state()).isEqualTo(Tray.State.CHOSEN);
    }

    @BothDatabases
    void staffChoosesAndItSaysSo(Databases databases) {
        House house = House.withMenus(databases);
        StayId stay = house.admitHealthy("214-F");
        ChooseTray choice = new ChooseTray(DINNER, house.defaults(DINNER));
        Tests.done(house.meals.trays().chooseFor(stay, choice, "aide"));
        assertThat(house.toldTray(stay, DINNER).orElseThrow().by()).contains(Tray.ChosenBy.STAFF);
    }

    @BothDatabases
    void staffMayReplaceOnlyAHeldTrayAfterTheCutOff(Databases databases) {
        House house = House.withMenus(databases);
        StayId held = house.admitHealthy("214-F");
        StayId fine = house.admitHealthy("214-P");
        Dish risky = risky(house);
        Allergen allergen =
                Arrays.stream(Allergen.values())
                        .filter(a -> risky.status(a) != AllergenStatus.FREE)
                        .findFirst()
                        .orElseThrow();
        house.tap(held, DINNER, Map.of(Course.MAIN, risky.id()));
        house.tap(fine, DINNER, Map.of(Course.MAIN, risky.id()));
        house.at(0, "15:00");
        house.meals.trays().setProfile(held, Tests.allergicTo(allergen), "dietitian");
        assertThat(house.toldTray(held, DINNER).orElseThrow().state()).isEqualTo(Tray.State.HELD);
        DishId fitting =
                house.meals.trays().offer(held, DINNER).orElseThrow().courses().stream()
                        .filter(course -> course.course() == Course.MAIN)
                        .flatMap(course -> course.dishes().stream())
                        .filter(OrdersTest::safe)
                        .findFirst()
                        .orElseThrow()
                        .dish()
                        .id();
        ChooseTray instead = new ChooseTray(DINNER, Map.of(Course.MAIN, fitting));
        Tests.done(house.meals.trays().chooseFor(held, instead, "aide"));
        Tray tray = house.toldTray(held, DINNER).orElseThrow();
        assertThat(tray.state()).isEqualTo(Tray.State.CHOSEN);
        assertThat(tray.by()).contains(Tray.ChosenBy.STAFF);
        assertThat(Tests.refused(house.meals.trays().chooseFor(fine, instead, "aide")).code())
                .isEqualTo("meal.too-late");
        assertThat(Tests.refused(house.tap(held, DINNER, instead.dishes())).code())
                .isEqualTo("meal.too-late");
    }

    /** A main dish of the dinner that somebody may be allergic to. */
    private static Dish risky(House house) {
        Map<DishId, Dish> dishes = house.meals.menus().dishes();
        return house.menu(DINNER).courses().stream()
                .filter(course -> course.course() == Course.MAIN)
                .flatMap(course -> course.dishes().stream())
                .flatMap(id -> Optional.ofNullable(dishes.get(id)).stream())
                .filter(dish -> !chevet.model.meal.MealRule.safeForAll(dish))
                .filter(
                        dish ->
                                Arrays.stream(Allergen.values())
                                        .anyMatch(a -> dish.status(a) != AllergenStatus.FREE))
                .findFirst()
                .orElseThrow();
    }

    private static boolean safe(Offer.DishOffer offer) {
        return offer.verdict() instanceof chevet.model.meal.Verdict.Offered;
    }

    @BothDatabases
    void cutOffGivesTheDefaultTrayThroughTheRule(Databases databases) {
        House house = House.withMenus(databases);
        StayId healthy = house.admitHealthy("214-F");
        StayId fasting = house.admit("214-P");
        StayId nothing = house.admit("215-P");
        house.meals.trays().setProfile(fasting, Tests.fasting(house.clock.instant()), "dietitian");
        house.meals.trays().setProfile(nothing, Tests.nothingFits(), "dietitian");
        assertThat(house.meals.trays().warnings(House.WARD))
                .anySatisfy(
                        warning -> {
                            assertThat(warning.kind()).isEqualTo(MealWarning.Kind.NOTHING_FITS);
                            assertThat(warning.bed()).isEqualTo(new BedId("215-P"));
                            assertThat(warning.key()).isEqualTo(DINNER);
                            assertThat(warning.reasons()).isNotEmpty();
                        });
        house.at(0, "14:00");
        assertThat(house.toldTray(healthy, DINNER).orElseThrow().state())
                .isEqualTo(Tray.State.DEFAULT);
        assertThat(house.toldTray(healthy, DINNER).orElseThrow().dishes())
                .isEqualTo(house.defaults(DINNER));
        assertThat(house.toldTray(fasting, DINNER).orElseThrow().state())
                .isEqualTo(Tray.State.FASTING);
        assertThat(house.toldTray(nothing, DINNER).orElseThrow().state())
                .isEqualTo(Tray.State.HELD);
        assertThat(house.sheet(DINNER).tally()).isEqualTo(new KitchenSheet.Tally(0, 1, 1, 1, 0));
    }

    @BothDatabases
    void courseInWhichNothingFitsIsToldWithTheBedUntilTheTrayGoesOut(Databases databases) {
        House house = House.withMenus(databases);
        house.meals.menus().importCycle("cycle.csv", Tests.DESSERT_OF_MILK, Language.FR);
        StayId stay = house.admitHealthy("214-F");
        house.admitHealthy("214-P");
        assertThat(house.meals.trays().warnings(House.WARD)).isEmpty();
        Tests.done(
                house.meals.trays().setProfile(stay, Tests.allergicTo(Allergen.MILK), "dietitian"));
        assertThat(house.meals.trays().warnings(House.WARD))
                .filteredOn(warning -> warning.key().equals(DINNER))
                .singleElement()
                .satisfies(
                        warning -> {
                            assertThat(warning.kind()).isEqualTo(MealWarning.Kind.INCOMPLETE);
                            assertThat(warning.bed()).isEqualTo(new BedId("214-F"));
                            assertThat(warning.without())
                                    .containsOnly(
                                            Map.entry(
                                                    Course.DESSERT,
                                                    List.of(
                                                            Refusal.of(
                                                                    Refusal.Code.ALLERGEN_CONTAINED,
                                                                    Allergen.MILK))));
                        });
        house.at(0, "14:00");
        assertThat(dinnerWarnings(house)).containsExactly(MealWarning.Kind.INCOMPLETE);
        Tests.done(house.meals.kitchen().close(House.WARD, DINNER, "kitchen"));
        assertThat(dinnerWarnings(house)).isEmpty();
    }

    @BothDatabases
    void courseLeftOutOnPurposeIsNoWarning(Databases databases) {
        House house = House.withMenus(databases);
        house.meals.menus().importCycle("cycle.csv", Tests.DESSERT_OF_MILK, Language.FR);
        StayId stay = house.admitHealthy("214-F");
        house.meals.trays().setProfile(stay, Tests.allergicTo(Allergen.MILK), "dietitian");
        house.tap(stay, DINNER, Map.of(Course.MAIN, new DishId("poulet-riz")));
        assertThat(dinnerWarnings(house)).isEmpty();
    }

    private static List<MealWarning.Kind> dinnerWarnings(House house) {
        return house.meals.trays().warnings(House.WARD).stream()
                .filter(warning -> warning.key().equals(DINNER))
                .map(MealWarning::kind)
                .toList();
    }

    @BothDatabases
    void trayFollowsTheTransferAndGoesAtDischarge(Databases databases) {
        House house = House.withMenus(databases);
        StayId stay = house.admitHealthy("214-F");
        house.tap(stay, DINNER, house.defaults(DINNER));
        house.stays.transfer(stay, new BedId("221-P"), "aide");
        assertThat(house.sheet(DINNER).trays().getFirst().bed()).isEqualTo(new BedId("221-P"));
        assertThat(house.sheet(DINNER).tally().chosen()).isEqualTo(1);
        house.stays.discharge(stay, "aide");
        assertThat(house.sheet(DINNER).tally().patients()).isZero();
        assertThat(rows(house, "meal_tray")).as("a discharge can be taken back").isEqualTo(1);
        assertThat(rows(house, "meal_profile")).isEqualTo(1);
        house.at(0, "16:31");
        assertThat(rows(house, "meal_tray")).isZero();
        assertThat(rows(house, "meal_profile")).isZero();
    }

    @BothDatabases
    void transferToAnotherWardTakesTheTrayAlong(Databases databases) {
        House house = House.withMenus(databases);
        StayId stay = house.admitHealthy("214-F");
        house.tap(stay, LUNCH_TOMORROW, house.defaults(LUNCH_TOMORROW));
        house.stays.transfer(stay, new BedId("310-P"), "aide");
        WardId other = House.OTHER;
        assertThat(house.sheet(LUNCH_TOMORROW).tally().patients()).isZero();
        KitchenSheet sheet = house.meals.kitchen().sheet(other, LUNCH_TOMORROW).orElseThrow();
        assertThat(sheet.tally()).isEqualTo(new KitchenSheet.Tally(1, 0, 0, 0, 0));
    }

    @BothDatabases
    void profilesAndTraysAreSealedInTheDatabase(Databases databases) {
        House house = House.withMenus(databases);
        StayId stay = house.admitHealthy("214-F");
        house.meals.trays().setProfile(stay, Tests.allergicTo(Allergen.LUPIN), "dietitian");
        Map<Course, DishId> dishes = house.defaults(LUNCH_TOMORROW);
        house.tap(stay, LUNCH_TOMORROW, dishes);
        for (String sql : List.of("select body from meal_profile", "select body from meal_tray")) {
            for (byte[] body : databases.read(h -> h.select(sql).mapTo(byte[].class).list())) {
                String text = new String(body, StandardCharsets.ISO_8859_1);
                assertThat(text).doesNotContain("LUPIN").doesNotContain("MAIN");
                dishes.values().forEach(d -> assertThat(text).doesNotContain(d.value()));
            }
        }
        assertThat(house.profile(stay).allergies()).containsExactly(Allergen.LUPIN);
    }

    @BothDatabases
    void unconfirmedStaysAreListedUntilSomebodyConfirms(Databases databases) {
        House house = House.withMenus(databases);
        StayId stay = house.admit("214-F");
        assertThat(house.meals.trays().unconfirmed(House.WARD)).containsExactly(new BedId("214-F"));
        assertThat(house.profile(stay)).isEqualTo(FoodProfile.UNCONFIRMED);
        Offer offer = house.meals.trays().offer(stay, DINNER).orElseThrow();
        assertThat(offer.courses())
                .allSatisfy(
                        course ->
                                assertThat(course.dishes().stream().filter(OrdersTest::safe))
                                        .allMatch(
                                                d ->
                                                        chevet.model.meal.MealRule.safeForAll(
                                                                d.dish())));
        house.meals.trays().setProfile(stay, Tests.HEALTHY, "dietitian");
        assertThat(house.meals.trays().unconfirmed(House.WARD)).isEmpty();
        assertThat(house.told.get(StreamId.stay(stay)))
                .containsEntry("food-profile", Tests.HEALTHY);
    }

    @BothDatabases
    void bedsShowTheNextMeal(Databases databases) {
        House house = House.withMenus(databases);
        StayId stay = house.admitHealthy("214-F");
        house.at(0, "15:45");
        BedMeal meal =
                Optional.ofNullable(house.meals.trays().beds(House.WARD).get(new BedId("214-F")))
                        .orElseThrow();
        assertThat(meal.stay()).isEqualTo(stay);
        assertThat(meal.confirmed()).isTrue();
        assertThat(meal.next()).contains(new BedMeal.Next(DINNER, Tray.State.DEFAULT));
    }

    @BothDatabases
    void allergyAfterPlatingWarnsTheWard(Databases databases) {
        House house = House.withMenus(databases);
        StayId stay = house.admitHealthy("214-F");
        house.tap(stay, DINNER, house.defaults(DINNER));
        house.at(0, "17:00");
        Tests.done(house.meals.kitchen().close(House.WARD, DINNER, "kitchen"));
        house.meals.trays().setProfile(stay, Tests.allergicTo(Allergen.values()), "dietitian");
        assertThat(house.toldTray(stay, DINNER).orElseThrow().state()).isEqualTo(Tray.State.CHOSEN);
        MealWarning warning =
                house.meals.trays().warnings(House.WARD).stream()
                        .filter(w -> w.key().equals(DINNER))
                        .findFirst()
                        .orElseThrow();
        assertThat(warning.kind()).isEqualTo(MealWarning.Kind.PLATED);
        assertThat(warning.reasons()).extracting(Refusal::code).isNotEmpty();
    }

    private static int rows(House house, String table) {
        return house.database.read(
                handle ->
                        handle.select("select count(*) from " + table).mapTo(Integer.class).one());
    }
}
