package chevet.ward.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import chevet.config.ConfigFile;
import chevet.config.Reading;
import chevet.config.WardConfig;
import chevet.model.meal.Allergen;
import chevet.model.meal.AllergenStatus;
import chevet.model.meal.Course;
import chevet.model.meal.Diet;
import chevet.model.meal.Dish;
import chevet.model.meal.DishId;
import chevet.model.meal.DrinkThickness;
import chevet.model.meal.FoodProfile;
import chevet.model.meal.FoodTexture;
import chevet.model.meal.MealService;
import chevet.model.meal.Nutrition;
import chevet.model.meal.ServiceKey;
import chevet.model.meal.ServiceMenu;
import chevet.model.text.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** The demo ward's files as they lie among the resources, read as they are documented there. */
final class DemoFiles {
    static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
    static final WardConfig WARD = ward();
    static final Map<DishId, Dish> DISHES =
            rows("dishes.csv").stream()
                    .map(DemoFiles::dish)
                    .collect(toMap(Dish::id, Function.identity()));
    static final List<ServiceMenu> MENUS = menus();
    static final Map<String, FoodProfile> PATIENTS =
            rows("patients.csv").stream()
                    .collect(
                            toMap(
                                    row -> row.get("bed"),
                                    DemoFiles::profile,
                                    (a, _) -> a,
                                    TreeMap::new));

    private DemoFiles() {}

    private static WardConfig ward() {
        try {
            URL file =
                    Optional.ofNullable(DemoFiles.class.getResource("/demo/ward.toml"))
                            .orElseThrow();
            return switch (ConfigFile.ward(Path.of(file.toURI()))) {
                case Reading.Good<WardConfig> good -> good.config();
                case Reading.Faulty<WardConfig> faulty ->
                        throw new AssertionError(faulty.problems().toString());
            };
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    record Row(Map<String, String> cells) {
        String get(String column) {
            return Optional.ofNullable(cells.get(column)).orElseThrow();
        }
    }

    static Dish dish(DishId id) {
        return find(id).orElseThrow();
    }

    static Optional<Dish> find(DishId id) {
        return Optional.ofNullable(DISHES.get(id));
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
                                                        .map(DemoFiles::instant))),
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
        return courses.entrySet().stream()
                .map(
                        entry -> {
                            ServiceKey key = entry.getKey();
                            WardConfig.ServiceHours hours = WARD.hours(key.service());
                            return new ServiceMenu(
                                    key,
                                    hours.opensAt(key.date(), WARD.zone()),
                                    hours.cutOffAt(key.date(), WARD.zone()),
                                    hours.servedAt(key.date(), WARD.zone()),
                                    entry.getValue(),
                                    false);
                        })
                .toList();
    }

    private static MealService service(Row row) {
        return MealService.valueOf(row.get("service").toUpperCase(Locale.ROOT));
    }

    /** Days after the demo's first day, and a time: {@code 1 06:00}. */
    private static Instant instant(String cell) {
        String[] parts = cell.split(" ");
        return MONDAY.plusDays(Integer.parseInt(parts[0]))
                .atTime(LocalTime.parse(parts[1]))
                .atZone(WARD.zone())
                .toInstant();
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
    static List<Row> rows(String file) {
        List<String> lines;
        try (InputStream in =
                Optional.ofNullable(DemoFiles.class.getResourceAsStream("/demo/" + file))
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
