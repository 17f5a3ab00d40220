package chevet.ward.meal;

import static chevet.ward.meal.House.DINNER;
import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.meal.Allergen;
import chevet.model.meal.ChooseTray;
import chevet.model.meal.Course;
import chevet.model.meal.Diet;
import chevet.model.meal.DishId;
import chevet.model.meal.DrinkThickness;
import chevet.model.meal.FoodProfile;
import chevet.model.meal.FoodProfile.Fasting;
import chevet.model.meal.FoodTexture;
import chevet.model.meal.MealRule;
import chevet.model.meal.ServiceKey;
import chevet.model.meal.ServiceMenu;
import chevet.model.meal.Tray;
import chevet.model.meal.Verdict;
import chevet.model.place.BedId;
import chevet.model.stay.StayId;
import chevet.ward.db.BothDatabases;
import chevet.ward.db.Databases;
import chevet.ward.meal.KitchenSheet.BedTray;
import chevet.ward.meal.KitchenSheet.Line;
import chevet.ward.sync.CommandHandler.Decision;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KitchenDeskTest {
    @BothDatabases
    void closingFreezesTheCountsAndRefusesWhatComesAfter(Databases databases) {
        House house = House.full(databases);
        StayId stay = house.in("211-P");
        house.tap(stay, DINNER, house.defaults(DINNER));
        assertThat(Tests.refused(house.meals.kitchen().close(House.WARD, DINNER, "kitchen")).code())
                .isEqualTo("meal.before-cut-off");
        house.at(0, "17:00");
        KitchenSheet open = house.sheet(DINNER);
        Tests.done(house.meals.kitchen().close(House.WARD, DINNER, "kitchen"));
        KitchenSheet closed = house.sheet(DINNER);
        assertThat(closed.closed()).contains(house.clock.instant());
        assertThat(closed.tally()).isEqualTo(open.tally());
        assertThat(closed.lines()).isEqualTo(open.lines());
        assertThat(closed.trays()).isEqualTo(open.trays());
        assertThat(house.menu(DINNER).closed()).isTrue();
        assertThat(house.told.get(chevet.model.wire.StreamId.ward(House.WARD)))
                .containsEntry("menu/" + DINNER, house.menu(DINNER));

        assertThat(Tests.refused(house.tap(stay, DINNER, house.defaults(DINNER))).code())
                .isEqualTo("meal.closed");
        assertThat(Tests.refused(house.meals.kitchen().close(House.WARD, DINNER, "kitchen")).code())
                .isEqualTo("meal.closed");
        house.stays.discharge(stay, "aide");
        assertThat(house.sheet(DINNER).tally()).isEqualTo(open.tally());
        assertThat(house.sheet(DINNER).lines()).isEqualTo(open.lines());
    }

    @BothDatabases
    void pagesHearOnceThatAServicesCutOffHasPassed(Databases databases) {
        House house = House.full(databases);
        house.at(0, "13:59");
        house.meals.tick();
        house.shown.clear();
        house.clock.advance(Duration.ofSeconds(59));
        house.meals.tick();
        assertThat(house.shown).isEmpty();
        assertThat(house.sheet(DINNER).tally().byDefault()).isZero();
        house.clock.advance(Duration.ofSeconds(1));
        house.meals.tick();
        assertThat(house.shown).containsExactlyInAnyOrder("meals", "beds");
        assertThat(house.sheet(DINNER).tally().unchosen()).isZero();
        assertThat(house.sheet(DINNER).tally().byDefault()).isPositive();
        house.clock.advance(Duration.ofSeconds(1));
        house.meals.tick();
        assertThat(house.shown).hasSize(2);
    }

    @BothDatabases
    void patientWhoComesAfterTheClosingIsTold(Databases databases) {
        House house = House.withMenus(databases);
        house.at(0, "17:00");
        Tests.done(house.meals.kitchen().close(House.WARD, DINNER, "kitchen"));
        house.admitHealthy("214-F");
        assertThat(house.meals.trays().warnings(House.WARD))
                .extracting(MealWarning::kind, MealWarning::bed, MealWarning::key)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(
                                MealWarning.Kind.NO_TRAY, new BedId("214-F"), DINNER));
    }

    @BothDatabases
    void progressGrowsByOneAtEachFirstChoice(Databases databases) {
        House house = House.full(databases);
        house.tap(house.in("211-P"), DINNER, house.defaults(DINNER));
        house.clock.advance(Duration.ofMinutes(5));
        house.tap(house.in("211-P"), DINNER, house.defaults(DINNER));
        Offer offer = house.meals.trays().offer(house.in("210-P"), DINNER).orElseThrow();
        Tests.done(
                house.meals
                        .trays()
                        .chooseFor(
                                house.in("210-P"),
                                new ChooseTray(DINNER, fitting(offer, new Random(1))),
                                "aide"));
        assertThat(house.meals.kitchen().progress(House.WARD, DINNER))
                .containsExactly(
                        new ProgressPoint(house.clock.instant().minus(Duration.ofMinutes(5)), 1),
                        new ProgressPoint(house.clock.instant(), 2));
    }

    @BothDatabases
    void demoWardAddsUpAtEveryService(Databases databases) {
        House house = House.full(databases);
        for (ServiceMenu menu : house.meals.menus().menus(House.WARD)) {
            checkIdentity(house, menu.key(), 24);
        }
        house.at(0, "14:00");
        assertThat(house.sheet(DINNER).tally().unchosen()).isZero();
        assertThat(house.sheet(DINNER).tally().fasting()).isEqualTo(1);
        checkIdentity(house, DINNER, 24);
        assertThat(house.sheet(DINNER).lines())
                .filteredOn(line -> line.course() == Course.MAIN)
                .extracting(Line::total)
                .satisfies(
                        totals ->
                                assertThat(totals.stream().mapToInt(t -> t).sum())
                                        .isEqualTo(house.sheet(DINNER).tally().plated()));
    }

    /** Whatever happens in whatever order: everybody is counted once, and held is never plated. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    @Tag("slow")
    void anySequenceOfEventsAddsUpAndPlatesNothingHeld(long seed) {
        try (Databases databases = Databases.sqlite()) {
            anySequence(databases, seed, 60);
        }
    }

    @Test
    @Tag("slow")
    void anySequenceOfEventsAddsUpOnPostgres() {
        try (Databases databases = Databases.postgres()) {
            anySequence(databases, 99, 40);
        }
    }

    private static void anySequence(Databases databases, long seed, int steps) {
        House house = House.withMenus(databases);
        Random random = new Random(seed);
        List<ServiceKey> keys =
                house.meals.menus().menus(House.WARD).stream()
                        .map(ServiceMenu::key)
                        .limit(6)
                        .toList();
        Map<ServiceKey, KitchenSheet> closed = new HashMap<>();
        for (int step = 0; step < steps; step++) {
            act(house, random, keys, closed);
            int lying =
                    (int)
                            house.stays.board(House.WARD).stream()
                                    .filter(bed -> bed.guest().isPresent())
                                    .count();
            for (ServiceKey key : keys) {
                if (closed.containsKey(key)) {
                    KitchenSheet then = closed.get(key);
                    assertThat(house.sheet(key).tally()).as("seed " + seed).isEqualTo(then.tally());
                    assertThat(house.sheet(key).lines()).as("seed " + seed).isEqualTo(then.lines());
                } else {
                    int elsewhere = elsewhere(house, key);
                    assertThat(house.sheet(key).tally().patients())
                            .as("seed " + seed + ", step " + step + ", " + key)
                            .isEqualTo(lying - elsewhere);
                    checkPlated(house.sheet(key));
                }
            }
        }
    }

    /** Patients of this ward whose tray the other ward's kitchen has made. */
    private static int elsewhere(House house, ServiceKey key) {
        Set<StayId> counted =
                house.meals.kitchen().sheet(House.OTHER, key).stream()
                        .filter(sheet -> sheet.closed().isPresent())
                        .flatMap(sheet -> sheet.trays().stream())
                        .map(BedTray::stay)
                        .collect(java.util.stream.Collectors.toSet());
        return (int)
                house.stays.board(House.WARD).stream()
                        .flatMap(bed -> bed.guest().stream())
                        .filter(guest -> counted.contains(guest.stay()))
                        .count();
    }

    private static void act(
            House house,
            Random random,
            List<ServiceKey> keys,
            Map<ServiceKey, KitchenSheet> closed) {
        List<StayId> lying = List.copyOf(house.stays.occupied().values());
        ServiceKey key = keys.get(random.nextInt(keys.size()));
        Optional<StayId> somebody =
                lying.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                lying.stream().sorted().toList().get(random.nextInt(lying.size())));
        switch (random.nextInt(10)) {
            case 0, 1 ->
                    house.stays.admit(
                            new chevet.ward.stay.Admission(
                                    new chevet.model.stay.Patient(
                                            chevet.model.stay.Patient.Title.MR,
                                            "X",
                                            chevet.model.text.Language.FR),
                                    bed(random)),
                            "test");
            case 2 -> somebody.ifPresent(s -> house.stays.transfer(s, bed(random), "test"));
            case 3 -> {
                if (random.nextInt(3) == 0) {
                    somebody.ifPresent(s -> house.stays.discharge(s, "test"));
                }
            }
            case 4, 5 ->
                    somebody.ifPresent(
                            s -> house.meals.trays().setProfile(s, profile(house, random), "test"));
            case 6, 7 -> somebody.ifPresent(s -> choose(house, random, s, key));
            case 8 -> {
                house.clock.advance(Duration.ofMinutes(random.nextInt(90)));
                house.meals.tick();
                house.stays.tick();
            }
            default -> {
                if (house.meals.kitchen().close(House.WARD, key, "test")
                        instanceof MealResult.Done) {
                    closed.put(key, house.sheet(key));
                    checkPlated(house.sheet(key));
                }
            }
        }
    }

    private static void choose(House house, Random random, StayId stay, ServiceKey key) {
        Optional<Offer> offer = house.meals.trays().offer(stay, key);
        if (offer.isPresent()) {
            Map<Course, DishId> dishes = fitting(offer.get(), random);
            Decision decision = house.tap(stay, key, dishes);
            if (decision instanceof Decision.Accepted) {
                Tray told = house.toldTray(stay, key).orElseThrow();
                assertThat(told.state()).isEqualTo(Tray.State.CHOSEN);
                assertThat(told.dishes()).isEqualTo(dishes);
            }
        }
    }

    private static Map<Course, DishId> fitting(Offer offer, Random random) {
        Map<Course, DishId> dishes = new EnumMap<>(Course.class);
        for (Offer.CourseOffer course : offer.courses()) {
            List<DishId> fit =
                    course.dishes().stream()
                            .filter(d -> d.verdict() instanceof Verdict.Offered)
                            .map(d -> d.dish().id())
                            .toList();
            if (!fit.isEmpty()) {
                dishes.put(course.course(), fit.get(random.nextInt(fit.size())));
            }
        }
        return dishes;
    }

    private static BedId bed(Random random) {
        List<String> beds = new ArrayList<>(House.beds().subList(0, 8));
        beds.add("310-P");
        return new BedId(beds.get(random.nextInt(beds.size())));
    }

    private static FoodProfile profile(House house, Random random) {
        Optional<Fasting> fasting =
                random.nextInt(4) == 0
                        ? Optional.of(
                                new Fasting(
                                        house.clock.instant(),
                                        Optional.of(
                                                house.clock
                                                        .instant()
                                                        .plus(
                                                                Duration.ofHours(
                                                                        random.nextInt(30) + 1L)))))
                        : Optional.empty();
        Set<Diet> diets =
                random.nextBoolean()
                        ? Set.of(Diet.values()[random.nextInt(Diet.values().length)])
                        : Set.of();
        Set<Allergen> allergies =
                random.nextBoolean()
                        ? Set.of(Allergen.values()[random.nextInt(Allergen.values().length)])
                        : Set.of();
        return new FoodProfile(
                random.nextInt(5) > 0,
                diets,
                allergies,
                FoodTexture.values()[random.nextInt(FoodTexture.values().length)],
                DrinkThickness.values()[random.nextInt(DrinkThickness.values().length)],
                fasting,
                Set.of(),
                random.nextInt(5) == 0 ? Optional.of(random.nextInt(80)) : Optional.empty(),
                Optional.empty());
    }

    private static void checkIdentity(House house, ServiceKey key, int patients) {
        KitchenSheet sheet = house.sheet(key);
        assertThat(sheet.tally().patients()).isEqualTo(patients);
        checkPlated(sheet);
    }

    /** Lines are exactly the dishes of trays that are made, and all of those pass the rule. */
    private static void checkPlated(KitchenSheet sheet) {
        Map<DishId, Integer> expected = new HashMap<>();
        for (BedTray tray : sheet.trays()) {
            if (Counting.made(tray.tray().state())) {
                tray.tray().dishes().values().forEach(d -> expected.merge(d, 1, Integer::sum));
            }
        }
        Map<DishId, Integer> counted = new HashMap<>();
        for (Line line : sheet.lines()) {
            counted.merge(line.dish().id(), line.total(), Integer::sum);
            int foods = line.textures().values().stream().mapToInt(n -> n).sum();
            int drinks = line.thicknesses().values().stream().mapToInt(n -> n).sum();
            assertThat(Math.max(foods, drinks)).isEqualTo(line.total());
        }
        assertThat(counted).isEqualTo(expected);
        Map<DishId, chevet.model.meal.Dish> dishes = new HashMap<>();
        sheet.lines().forEach(line -> dishes.put(line.dish().id(), line.dish()));
        for (BedTray tray : sheet.trays()) {
            if (Counting.made(tray.tray().state()) && sheet.closed().isEmpty()) {
                assertThat(
                                MealRule.judgeTray(
                                        tray.tray().dishes(),
                                        id -> Optional.ofNullable(dishes.get(id)),
                                        tray.profile(),
                                        sheet.menu()))
                        .isInstanceOf(Verdict.Offered.class);
            }
        }
    }
}
