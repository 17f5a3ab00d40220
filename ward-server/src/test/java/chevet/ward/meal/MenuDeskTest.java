package chevet.ward.meal;

import static chevet.ward.meal.House.DINNER;
import static chevet.ward.meal.House.LUNCH_TOMORROW;
import static chevet.ward.meal.House.TODAY;
import static chevet.ward.meal.House.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import chevet.config.Problem;
import chevet.model.meal.Allergen;
import chevet.model.meal.AllergenStatus;
import chevet.model.meal.Course;
import chevet.model.meal.Dish;
import chevet.model.meal.DishId;
import chevet.model.meal.MealService;
import chevet.model.meal.ServiceKey;
import chevet.model.meal.ServiceMenu;
import chevet.model.meal.Tray;
import chevet.model.pack.ObjectRef;
import chevet.model.stay.StayId;
import chevet.model.text.Language;
import chevet.model.wire.StreamId;
import chevet.ward.db.BothDatabases;
import chevet.ward.db.Databases;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;

final class MenuDeskTest {
    private static final StreamId WARD_STREAM = StreamId.ward(House.WARD);
    private static final String DISHES =
            """
            id;fr;milk;textures;thicknesses;kcal;carbohydrate;fluid
            riz;Riz;free;4 7;;100;20;0
            soupe;Soupe;may;;0 2;50;5;200
            """;

    @BothDatabases
    void horizonIsTodayAndThreeDaysForEveryWard(Databases databases) {
        House house = House.withMenus(databases);
        List<ServiceMenu> menus = house.meals.menus().menus(House.WARD);
        assertThat(menus).hasSize(16);
        assertThat(menus.getFirst().key()).isEqualTo(new ServiceKey(TODAY, MealService.BREAKFAST));
        assertThat(menus.getLast().key())
                .isEqualTo(new ServiceKey(TODAY.plusDays(3), MealService.DINNER));
        assertThat(house.meals.menus().menus(House.OTHER)).isEqualTo(menus);
        assertThat(house.told.get(StreamId.HOUSE)).hasSize(house.meals.menus().dishes().size());
        assertThat(house.told.get(WARD_STREAM)).hasSize(16);
    }

    @BothDatabases
    void midnightOpensTheNextDayAndLetsGoOfTheDayBeforeYesterday(Databases databases) {
        House house = House.withMenus(databases);
        house.at(1, "00:00");
        assertThat(house.told.get(WARD_STREAM))
                .containsKey("menu/2026-11-25/LUNCH")
                .containsKey("menu/2026-11-21/LUNCH");
        house.at(2, "00:00:01");
        assertThat(house.told.get(WARD_STREAM))
                .containsKey("menu/2026-11-26/LUNCH")
                .doesNotContainKey("menu/2026-11-21/LUNCH");
        assertThat(house.meals.menus().menu(House.WARD, DINNER)).isEmpty();
    }

    @BothDatabases
    void cycleRepeatsFromItsFirstMonday(Databases databases) {
        House house = House.withMenus(databases);
        ServiceMenu now = house.menu(LUNCH_TOMORROW);
        house.at(14, "00:00");
        ServiceMenu later = house.menu(new ServiceKey(TODAY.plusDays(15), MealService.LUNCH));
        assertThat(later.courses()).isEqualTo(now.courses());
        house.meals
                .menus()
                .importCycle(
                        "menu-cycle.csv",
                        House.demo("menu-cycle.csv"),
                        Optional.of(LocalDate.of(2026, 11, 30)),
                        Language.FR);
        assertThat(
                        house.menu(new ServiceKey(LocalDate.of(2026, 12, 7), MealService.LUNCH))
                                .courses())
                .isNotEqualTo(now.courses());
    }

    @BothDatabases
    void changedDishHoldsTraysAtOnce(Databases databases) {
        House house = House.withMenus(databases);
        StayId stay = house.admitHealthy("214-F");
        house.meals.trays().setProfile(stay, Tests.allergicTo(Allergen.LUPIN), "dietitian");
        Map<Course, DishId> main =
                house.meals.trays().offer(stay, LUNCH_TOMORROW).orElseThrow().courses().stream()
                        .filter(c -> c.course() == Course.MAIN)
                        .flatMap(c -> c.dishes().stream())
                        .filter(d -> d.verdict() instanceof chevet.model.meal.Verdict.Offered)
                        .findFirst()
                        .map(d -> Map.of(Course.MAIN, d.dish().id()))
                        .orElseThrow();
        house.tap(stay, LUNCH_TOMORROW, main);
        String id = main.values().iterator().next().value();
        assertThat(imported(house, withLupin(id))).isInstanceOf(MenuImport.Done.class);
        Tray held = house.toldTray(stay, LUNCH_TOMORROW).orElseThrow();
        assertThat(held.state()).isEqualTo(Tray.State.HELD);
        assertThat(held.held().getFirst().about()).contains("LUPIN");
        assertThat(house.told.getOrDefault(StreamId.HOUSE, Map.of()).get("dish/" + id))
                .isInstanceOfSatisfying(
                        Dish.class,
                        dish ->
                                assertThat(dish.status(Allergen.LUPIN))
                                        .isEqualTo(AllergenStatus.CONTAINS));
        assertThat(imported(house, new String(House.demo("dishes.csv"), StandardCharsets.UTF_8)))
                .isInstanceOf(MenuImport.Done.class);
        assertThat(house.toldTray(stay, LUNCH_TOMORROW).orElseThrow().state())
                .isEqualTo(Tray.State.CHOSEN);
    }

    private static String withLupin(String id) {
        String all = new String(House.demo("dishes.csv"), StandardCharsets.UTF_8);
        List<String> header = List.of(all.lines().findFirst().orElseThrow().split(";", -1));
        int lupin = header.indexOf("lupin");
        StringBuilder changed = new StringBuilder();
        for (String line : all.lines().toList()) {
            String[] cells = line.split(";", -1);
            if (cells[0].equals(id)) {
                cells[lupin] = "contains";
            }
            changed.append(String.join(";", cells)).append('\n');
        }
        return changed.toString();
    }

    private static MenuImport imported(House house, String dishes) {
        return house.meals.menus().importDishes("dishes.csv", utf8(dishes), Language.FR);
    }

    @BothDatabases
    void everyFaultOfDishesIsToldAtOnce(Databases databases) {
        House house = new House(databases);
        String file =
                """
                id;fr;milk;diets;textures;thicknesses;kcal;carbohydrate;fluid;zucre
                riz;Riz;fre;low_sallt;4 7;;100;20;0;1
                riz;;free;;9;;abc;-1;;
                a b;B;;;7;;1;1;1;
                """;
        assertThat(problems(imported(house, file)))
                .containsExactly(
                        "dishes.csv:1:63: zucre: « zucre » n'est pas connu ; possibles :"
                                + " ar, carbohydrate, celery, crustaceans, detail_ar, detail_en,"
                                + " detail_fr, diets, eggs, en, fat, fish, fluid, fr, gluten, id,"
                                + " ingredients, kcal, lupin, milk, …",
                        "dishes.csv:2:9: milk: « fre » n'est pas connu ; vouliez-vous dire"
                                + " « free » ?",
                        "dishes.csv:2:13: diets: « low_sallt » n'est pas connu ; vouliez-vous"
                                + " dire « low_salt » ?",
                        "dishes.csv:3:1: id: « riz » est déjà à la ligne 2",
                        "dishes.csv:3:5: fr: est vide, il faut une valeur",
                        "dishes.csv:3:12: textures: « 9 » n'est pas connu ; possibles :"
                                + " 3, 4, 5, 6, 7",
                        "dishes.csv:3:15: kcal: « abc » n'est pas un nombre",
                        "dishes.csv:3:19: carbohydrate: doit être un nombre entre 0 et 100 000",
                        "dishes.csv:3:22: fluid: est vide, il faut une valeur",
                        "dishes.csv:4:1: id: « a b » n'est pas un identifiant : 1 à 64 lettres,"
                                + " chiffres, points, tirets ou soulignés");
        assertThat(house.meals.menus().dishes()).isEmpty();
    }

    @BothDatabases
    void everyFaultOfTheCycleIsToldAtOnce(Databases databases) {
        House house = new House(databases);
        imported(house, DISHES);
        String file =
                """
                day;service;course;default;dishes;replacements
                1;lunch;main;riz;riz;
                1;lunch;main;;riz;
                0;lunsh;main;rizz;riz;tarte
                2;lunch;;;;
                """;
        MenuImport result = house.meals.menus().importCycle("cycle.csv", utf8(file), Language.EN);
        assertThat(problems(result))
                .containsExactly(
                        "cycle.csv:3:9: course: \"main\" stands in line 2 already",
                        "cycle.csv:4:1: day: must be from 1 to 70",
                        "cycle.csv:4:3: service: \"lunsh\" is not known; did you mean \"lunch\"?",
                        "cycle.csv:4:14: default: dish \"rizz\" is not in the catalogue; did you"
                                + " mean \"riz\"?",
                        "cycle.csv:4:23: replacements: dish \"tarte\" is not in the catalogue",
                        "cycle.csv:5:9: course: is empty and needs a value",
                        "cycle.csv:5:11: dishes: at least one dish is needed");
        assertThat(house.meals.menus().menus(House.WARD)).isEmpty();
    }

    @BothDatabases
    void dishThatTheCycleNeedsCannotGo(Databases databases) {
        House house = new House(databases);
        imported(house, DISHES);
        house.meals
                .menus()
                .importCycle(
                        "cycle.csv",
                        utf8("day;service;course;default;dishes\n1;lunch;main;riz;riz\n"),
                        Language.FR);
        String without = DISHES.lines().filter(l -> !l.startsWith("riz")).toList().toString();
        String file = without.substring(1, without.length() - 1).replace(", ", "\n");
        assertThat(problems(imported(house, file)))
                .containsExactly(
                        "dishes.csv: id: le plat « riz » est encore dans le cycle des menus et"
                                + " manque au catalogue");
        MenuDesk menus = house.meals.menus();
        String soup = "day;service;course;default;dishes\n1;lunch;starter;soupe;soupe\n";
        MenuImport wrong =
                menus.importBoth(
                        new MenuDesk.MenuFile("d.csv", utf8(file.replace(";50;", ";x;"))),
                        Optional.empty(),
                        new MenuDesk.MenuFile("c.csv", utf8(soup.replace("starter;", "start;"))),
                        Language.EN);
        assertThat(problems(wrong))
                .hasSize(2)
                .anyMatch(problem -> problem.startsWith("d.csv:"))
                .anyMatch(problem -> problem.startsWith("c.csv:"));
        assertThat(
                        menus.importBoth(
                                new MenuDesk.MenuFile("d.csv", utf8(file)),
                                Optional.empty(),
                                new MenuDesk.MenuFile("c.csv", utf8(soup)),
                                Language.FR))
                .as("the cycle that needed it goes with it")
                .isEqualTo(new MenuImport.Done(1));
        assertThat(menus.dishes()).hasSize(1);
    }

    @BothDatabases
    void tomlSaysTheSameAsCsv(Databases databases) {
        House house = new House(databases);
        imported(house, DISHES);
        Map<DishId, Dish> fromCsv = house.meals.menus().dishes();
        String toml =
                """
                [[dish]]
                id = "riz"
                fr = "Riz"
                milk = "free"
                textures = [4, 7]
                kcal = 100
                carbohydrate = 20.0
                fluid = 0

                [[dish]]
                id = "soupe"
                fr = "Soupe"
                milk = "may"
                thicknesses = [0, 2]
                kcal = 50
                carbohydrate = 5
                fluid = 200
                """;
        MenuImport result =
                house.meals.menus().importDishes("dishes.toml", utf8(toml), Language.FR);
        assertThat(result).isEqualTo(new MenuImport.Done(2));
        assertThat(house.meals.menus().dishes()).isEqualTo(fromCsv);
        MenuImport faulty =
                house.meals
                        .menus()
                        .importDishes(
                                "dishes.toml",
                                utf8(toml.replace("milk = \"may\"", "milkk = \"may\"")),
                                Language.EN);
        assertThat(problems(faulty))
                .containsExactly(
                        "dishes.toml:13:1: milkk: \"milkk\" is not known; did you mean \"milk\"?");
    }

    @BothDatabases
    void picturesLieBesideTheCatalogueAndStayWithTheirDishes(Databases databases) throws Exception {
        House house = new House(databases);
        Path folder = databases.folder("catalogue");
        Files.write(folder.resolve("riz.png"), png());
        Files.writeString(folder.resolve("soupe.jpg"), "none");
        String named =
                """
                id;fr;milk;textures;thicknesses;kcal;carbohydrate;fluid;picture
                riz;Riz;free;4 7;;100;20;0;riz.png
                soupe;Soupe;may;;0 2;50;5;200;%s
                """;
        Optional<Path> beside = Optional.of(folder);
        MenuDesk desk = house.meals.menus();
        assertThat(problems(imported(desk, named.formatted("soupe.jpg"), beside)))
                .containsExactly(
                        "dishes.csv:3:31: picture: \"soupe.jpg\" is no picture: PNG or JPEG, at most"
                                + " 1,024 px a side and 256 KiB");
        assertThat(problems(imported(desk, named.formatted("../riz.png"), beside)))
                .containsExactly(
                        "dishes.csv:3:31: picture: there is no file \"../riz.png\" beside this one");
        assertThat(problems(imported(desk, named.formatted(""), Optional.empty()))).hasSize(1);
        assertThat(desk.dishes()).isEmpty();

        assertThat(imported(desk, named.formatted(""), beside)).isEqualTo(new MenuImport.Done(2));
        ObjectRef picture = picture(desk, "riz").orElseThrow();
        assertThat(house.objects.length(picture.sha256())).hasValue(png().length);
        assertThat(picture(desk, "soupe")).isEmpty();

        assertThat(imported(house, DISHES)).isEqualTo(new MenuImport.Done(2));
        assertThat(picture(desk, "riz")).contains(picture);
        assertThat(imported(desk, named.formatted(""), Optional.empty()))
                .isEqualTo(new MenuImport.Done(2));
        assertThat(picture(desk, "riz")).contains(picture);
    }

    private static MenuImport imported(MenuDesk desk, String dishes, Optional<Path> folder) {
        return desk.importDishes("dishes.csv", utf8(dishes), folder, Language.EN);
    }

    private static Optional<ObjectRef> picture(MenuDesk desk, String dish) {
        return Optional.ofNullable(desk.dishes().get(new DishId(dish))).flatMap(Dish::picture);
    }

    private static byte[] png() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    private static List<String> problems(MenuImport result) {
        return result instanceof MenuImport.Faulty(List<Problem> problems)
                ? problems.stream().map(Problem::toString).toList()
                : List.of();
    }
}
