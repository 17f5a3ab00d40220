package chevet.ward.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.meal.Allergen;
import chevet.model.meal.AllergenStatus;
import chevet.model.meal.Course;
import chevet.model.meal.DefaultTray;
import chevet.model.meal.Diet;
import chevet.model.meal.Dish;
import chevet.model.meal.DishId;
import chevet.model.meal.DrinkThickness;
import chevet.model.meal.FoodProfile;
import chevet.model.meal.FoodTexture;
import chevet.model.meal.MealRule;
import chevet.model.meal.MealService;
import chevet.model.meal.Nutrition;
import chevet.model.meal.ServiceKey;
import chevet.model.meal.ServiceMenu;
import chevet.model.meal.Verdict;
import chevet.model.text.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The demo ward's files agree with each other, with what food is made of, and with the rule. */
class DemoWardTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
    private static final Map<DishId, Dish> DISHES =
            rows("dishes.csv").stream()
                    .map(DemoWardTest::dish)
                    .collect(toMap(Dish::id, Function.identity()));
    private static final List<ServiceMenu> MENUS = menus();
    private static final Map<String, FoodProfile> PATIENTS =
            rows("patients.csv").stream()
                    .collect(
                            toMap(
                                    row -> row.get("bed"),
                                    DemoWardTest::profile,
                                    (a, _) -> a,
                                    TreeMap::new));

    @Test
    void thereAreThirtyBedsAndTwentyFourPatientsInDifferentOnes() {
        Set<String> beds = rows("beds.csv").stream().map(row -> row.get("bed")).collect(toSet());
        assertThat(beds).hasSize(30);
        assertThat(rows("patients.csv")).hasSize(24);
        assertThat(PATIENTS).hasSize(24);
        assertThat(beds).containsAll(PATIENTS.keySet());
        assertThat(PATIENTS.values()).filteredOn(profile -> !profile.confirmed()).hasSize(2);
    }

    @Test
    void noPatientHasMoreThanAnInitial() {
        assertThat(rows("patients.csv"))
                .allSatisfy(row -> assertThat(row.get("name")).matches("[A-Z]\\."));
    }

    @Test
    void fourteenDaysHaveAllFourServices() {
        assertThat(MENUS).hasSize(14 * MealService.values().length);
        assertThat(MENUS.stream().map(ServiceMenu::key).distinct()).hasSize(MENUS.size());
    }

    @Test
    void lunchAndDinnerAreChosenInSixTaps() {
        assertThat(MENUS).allSatisfy(menu -> assertThat(menu.courses()).hasSizeBetween(2, 4));
    }

    @Test
    void everyDishOfTheCycleIsInTheCatalogueAndEveryDishIsServedSomeDay() {
        Set<DishId> served =
                MENUS.stream()
                        .flatMap(menu -> menu.courses().stream())
                        .flatMap(course -> all(course).stream())
                        .collect(toSet());
        assertThat(served).containsExactlyInAnyOrderElementsOf(DISHES.keySet());
        assertThat(DISHES).hasSizeGreaterThanOrEqualTo(120);
    }

    @Test
    void everyDishHasItsNameInThreeLanguages() {
        assertThat(DISHES.values())
                .allSatisfy(
                        dish -> {
                            assertThat(dish.name().fr()).isNotBlank();
                            assertThat(dish.name().en()).isPresent();
                            assertThat(dish.name().ar().orElse("")).matches(".*\\p{IsArabic}.*");
                            assertThat(dish.detail().en().isPresent())
                                    .isEqualTo(!dish.detail().fr().isBlank());
                            assertThat(dish.detail().ar().isPresent())
                                    .isEqualTo(!dish.detail().fr().isBlank());
                        });
        assertThat(DISHES.values().stream().map(dish -> dish.name().fr())).doesNotHaveDuplicates();
    }

    @Test
    void energyIsWhatProteinCarbohydrateAndFatGive() {
        // Regulation (EU) No 1169/2011, annex XIV: 4, 4 and 9 kcal a gram; fibre, acids and alcohol
        // make the rest.
        assertThat(DISHES.values())
                .allSatisfy(
                        dish -> {
                            Nutrition p = dish.portion();
                            double energy = 4 * p.protein() + 4 * p.carbohydrate() + 9 * p.fat();
                            assertThat(p.energy())
                                    .as(dish.id().value())
                                    .isBetween(energy * 0.9 - 5, energy * 1.12 + 25);
                        });
    }

    /** What is in an ingredient cannot be free in a dish that is made of it. */
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    pain, GLUTEN
                    biscotte, GLUTEN
                    blé, GLUTEN
                    pâtes, GLUTEN
                    semoule, GLUTEN
                    biscuit, GLUTEN
                    lait, MILK
                    crème, MILK
                    beurre, MILK
                    fromage, MILK
                    yaourt, MILK
                    petit-suisse, MILK
                    fromage blanc, MILK
                    œuf, EGGS
                    mayonnaise, EGGS
                    mayonnaise, MUSTARD
                    moutarde, MUSTARD
                    moutarde, SULPHITES
                    vin blanc, SULPHITES
                    vin rouge, SULPHITES
                    céleri, CELERY
                    céleri-rave, CELERY
                    bouillon, CELERY
                    poisson, FISH
                    surimi, CRUSTACEANS
                    surimi, EGGS
                    surimi, GLUTEN
                    crevette, CRUSTACEANS
                    crevette, SULPHITES
                    moule, MOLLUSCS
                    soja, SOYBEANS
                    tofu, SOYBEANS
                    sésame, SESAME
                    amande, NUTS
                    """)
    void whatAnIngredientHoldsTheDishHolds(String ingredient, Allergen allergen) {
        List<Dish> made =
                DISHES.values().stream()
                        .filter(dish -> dish.ingredients().contains(ingredient))
                        .filter(dish -> !dish.id().value().equals("pain-sans-gluten"))
                        .toList();
        assertThat(made).as("dishes of " + ingredient).isNotEmpty();
        assertThat(made)
                .allSatisfy(
                        dish ->
                                assertThat(dish.status(allergen))
                                        .as(dish.id().value())
                                        .isEqualTo(AllergenStatus.CONTAINS));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    porc, NO_PORK
                    porc, VEGETARIAN
                    viande, VEGETARIAN
                    poisson, VEGETARIAN
                    crevette, VEGETARIAN
                    œuf, VEGAN
                    lait, VEGAN
                    beurre, VEGAN
                    fromage, VEGAN
                    lait, LACTOSE_FREE
                    crème, LACTOSE_FREE
                    beurre, LACTOSE_FREE
                    lentille, LOW_RESIDUE
                    épinard, LOW_RESIDUE
                    chocolat, DIABETIC
                    """)
    void whatAnIngredientForbidsTheDishDoesNotSuit(String ingredient, Diet diet) {
        assertThat(DISHES.values())
                .filteredOn(dish -> dish.ingredients().contains(ingredient))
                .isNotEmpty()
                .allSatisfy(
                        dish ->
                                assertThat(dish.suits())
                                        .as(dish.id().value())
                                        .doesNotContain(diet));
    }

    @Test
    void aDishSuitsWithoutGlutenExactlyWhenGlutenIsFree() {
        assertThat(DISHES.values())
                .allSatisfy(
                        dish ->
                                assertThat(dish.suits().contains(Diet.GLUTEN_FREE))
                                        .as(dish.id().value())
                                        .isEqualTo(
                                                dish.status(Allergen.GLUTEN)
                                                        == AllergenStatus.FREE));
    }

    @Test
    void someRecipesDoNotKnowAllTheirAllergens() {
        assertThat(DISHES.values())
                .filteredOn(
                        dish ->
                                EnumSet.allOf(Allergen.class).stream()
                                        .anyMatch(a -> dish.status(a) == AllergenStatus.UNKNOWN))
                .hasSizeBetween(4, 12);
    }

    @Test
    void everyCourseHasSomethingSafeForAll() {
        assertThat(MENUS)
                .allSatisfy(
                        menu ->
                                assertThat(menu.courses())
                                        .allSatisfy(
                                                course ->
                                                        assertThat(all(course))
                                                                .as(
                                                                        menu.key()
                                                                                + " "
                                                                                + course.course())
                                                                .anyMatch(
                                                                        id ->
                                                                                MealRule.safeForAll(
                                                                                        dish(
                                                                                                id)))));
    }

    @Test
    void everyPatientWhoEatsHasAWholeTrayAtEveryService() {
        PATIENTS.forEach(
                (bed, profile) -> {
                    for (ServiceMenu menu : MENUS) {
                        if (profile.fasting().map(f -> f.at(menu.served())).orElse(false)) {
                            continue;
                        }
                        assertThat(DefaultTray.of(menu, DemoWardTest::find, profile))
                                .as(bed + " " + menu.key())
                                .isInstanceOfSatisfying(
                                        DefaultTray.Fits.class,
                                        fits -> {
                                            assertThat(fits.without())
                                                    .as(bed + " " + menu.key())
                                                    .isEmpty();
                                            assertThat(fits.dishes()).hasSameSizeAs(menu.courses());
                                        });
                    }
                });
    }

    @Test
    void whoIsConfirmedHasAMainDishToChooseFrom() {
        PATIENTS.forEach(
                (bed, profile) -> {
                    for (ServiceMenu menu : MENUS) {
                        menu.courses().stream()
                                .filter(course -> course.course() == Course.MAIN)
                                .filter(_ -> profile.confirmed() && profile.fasting().isEmpty())
                                .forEach(
                                        course ->
                                                assertThat(
                                                                all(course).stream()
                                                                        .filter(
                                                                                id ->
                                                                                        MealRule
                                                                                                        .judge(
                                                                                                                dish(
                                                                                                                        id),
                                                                                                                profile,
                                                                                                                Course
                                                                                                                        .MAIN,
                                                                                                                menu)
                                                                                                instanceof
                                                                                                Verdict
                                                                                                        .Offered))
                                                        .as(bed + " " + menu.key())
                                                        .hasSizeGreaterThanOrEqualTo(2));
                    }
                });
    }

    @Test
    void theHoursAreInOrder() {
        assertThat(rows("services.csv")).hasSize(MealService.values().length);
        assertThat(rows("services.csv"))
                .allSatisfy(
                        row -> {
                            Instant cutOff = at(MONDAY, row, "cut_off_days_before", "cut_off");
                            assertThat(at(MONDAY, row, "opens_days_before", "opens"))
                                    .isBefore(cutOff);
                            assertThat(cutOff).isBefore(served(MONDAY, row));
                        });
    }

    private record Row(Map<String, String> cells) {
        String get(String column) {
            return Optional.ofNullable(cells.get(column)).orElseThrow();
        }
    }

    private static Dish dish(DishId id) {
        return find(id).orElseThrow();
    }

    private static Optional<Dish> find(DishId id) {
        return Optional.ofNullable(dish(id));
    }

    private static Set<DishId> all(ServiceMenu.CourseMenu course) {
        Set<DishId> all = new HashSet<>(course.dishes());
        all.addAll(course.replacements());
        course.byDefault().ifPresent(all::add);
        return all;
    }

    private static Dish dish(Row row) {
        Map<Allergen, AllergenStatus> allergens = new EnumMap<>(Allergen.class);
        for (Allergen allergen : Allergen.values()) {
            switch (row.get(allergen.name().toLowerCase(Locale.ROOT))) {
                case "contains" -> allergens.put(allergen, AllergenStatus.CONTAINS);
                case "may" -> allergens.put(allergen, AllergenStatus.MAY_CONTAIN);
                case "free" -> allergens.put(allergen, AllergenStatus.FREE);
                case "" -> allergens.put(allergen, AllergenStatus.UNKNOWN);
                default -> throw new AssertionError(row.get("id") + ": " + allergen);
            }
        }
        return new Dish(
                new DishId(row.get("id")),
                Texts.of(row.get("fr"), row.get("en"), row.get("ar")),
                row.get("detail_fr").isEmpty()
                        ? Texts.french("")
                        : Texts.of(
                                row.get("detail_fr"), row.get("detail_en"), row.get("detail_ar")),
                allergens,
                words(row.get("diets"), Diet.class),
                foodLevels(row.get("textures")),
                drinkLevels(row.get("thicknesses")),
                new Nutrition(
                        Double.parseDouble(row.get("kcal")),
                        Double.parseDouble(row.get("protein")),
                        Double.parseDouble(row.get("carbohydrate")),
                        Double.parseDouble(row.get("fat")),
                        Optional.of(row.get("salt"))
                                .filter(cell -> !cell.isEmpty())
                                .map(Double::valueOf),
                        Integer.parseInt(row.get("fluid"))),
                Set.of(row.get("ingredients").split(", ?")),
                Optional.empty());
    }

    private static FoodProfile profile(Row row) {
        return new FoodProfile(
                row.get("confirmed").equals("yes"),
                words(row.get("diets"), Diet.class),
                words(row.get("allergies"), Allergen.class),
                foodLevels(row.get("texture")).iterator().next(),
                drinkLevels(row.get("thickness")).iterator().next(),
                Optional.of(row.get("fasting_from"))
                        .filter(cell -> !cell.isEmpty())
                        .map(
                                from ->
                                        new FoodProfile.Fasting(
                                                instant(from),
                                                Optional.of(row.get("fasting_until"))
                                                        .filter(cell -> !cell.isEmpty())
                                                        .map(DemoWardTest::instant))),
                row.get("aversions").isEmpty()
                        ? Set.of()
                        : Set.of(row.get("aversions").split(", ?")),
                Optional.of(row.get("carbohydrate_limit"))
                        .filter(cell -> !cell.isEmpty())
                        .map(Integer::valueOf),
                Optional.of(row.get("fluid_limit"))
                        .filter(cell -> !cell.isEmpty())
                        .map(Integer::valueOf));
    }

    private static List<ServiceMenu> menus() {
        Map<ServiceKey, List<ServiceMenu.CourseMenu>> courses = new LinkedHashMap<>();
        for (Row row : rows("menu-cycle.csv")) {
            ServiceKey key =
                    new ServiceKey(
                            MONDAY.plusDays(Integer.parseInt(row.get("day")) - 1L), service(row));
            courses.computeIfAbsent(key, _ -> new ArrayList<>())
                    .add(
                            new ServiceMenu.CourseMenu(
                                    Course.valueOf(row.get("course").toUpperCase(Locale.ROOT)),
                                    ids(row.get("dishes")),
                                    ids(row.get("replacements")),
                                    ids(row.get("default")).stream().findFirst()));
        }
        Map<MealService, Row> hours =
                rows("services.csv").stream()
                        .collect(toMap(DemoWardTest::service, Function.identity()));
        return courses.entrySet().stream()
                .map(
                        entry -> {
                            ServiceKey key = entry.getKey();
                            Row row = Optional.ofNullable(hours.get(key.service())).orElseThrow();
                            return new ServiceMenu(
                                    key,
                                    at(key.date(), row, "opens_days_before", "opens"),
                                    at(key.date(), row, "cut_off_days_before", "cut_off"),
                                    served(key.date(), row),
                                    entry.getValue(),
                                    false);
                        })
                .toList();
    }

    private static MealService service(Row row) {
        return MealService.valueOf(row.get("service").toUpperCase(Locale.ROOT));
    }

    private static Instant at(LocalDate day, Row row, String days, String time) {
        return day.minusDays(Integer.parseInt(row.get(days)))
                .atTime(LocalTime.parse(row.get(time)))
                .toInstant(ZoneOffset.UTC);
    }

    private static Instant served(LocalDate day, Row row) {
        return day.atTime(LocalTime.parse(row.get("served"))).toInstant(ZoneOffset.UTC);
    }

    /** Days after the demo's first day, and a time: {@code 1 06:00}. */
    private static Instant instant(String cell) {
        String[] parts = cell.split(" ");
        return MONDAY.plusDays(Integer.parseInt(parts[0]))
                .atTime(LocalTime.parse(parts[1]))
                .toInstant(ZoneOffset.UTC);
    }

    private static List<DishId> ids(String cell) {
        return cell.isEmpty()
                ? List.of()
                : Arrays.stream(cell.split(" ")).map(DishId::new).toList();
    }

    private static <E extends Enum<E>> Set<E> words(String cell, Class<E> type) {
        return cell.isEmpty()
                ? Set.of()
                : Arrays.stream(cell.split(" "))
                        .map(word -> Enum.valueOf(type, word.toUpperCase(Locale.ROOT)))
                        .collect(toSet());
    }

    private static Set<FoodTexture> foodLevels(String cell) {
        return EnumSet.allOf(FoodTexture.class).stream()
                .filter(level -> cell.contains(String.valueOf(level.level())))
                .collect(toSet());
    }

    private static Set<DrinkThickness> drinkLevels(String cell) {
        return EnumSet.allOf(DrinkThickness.class).stream()
                .filter(level -> cell.contains(String.valueOf(level.level())))
                .collect(toSet());
    }

    /** Each row by its column's name; the demo's cells need no quotes. */
    private static List<Row> rows(String file) {
        List<String> lines;
        try (InputStream in =
                Optional.ofNullable(DemoWardTest.class.getResourceAsStream("/demo/" + file))
                        .orElseThrow()) {
            lines = new String(in.readAllBytes(), UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String[] header = lines.getFirst().split(";");
        List<Row> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            assertThat(line).doesNotContain("\"");
            String[] cells = line.split(";", -1);
            assertThat(cells).as(line).hasSameSizeAs(header);
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < header.length; i++) {
                row.put(header[i], cells[i]);
            }
            rows.add(new Row(row));
        }
        return rows;
    }
}
