package chevet.ward.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.meal.Allergen;
import chevet.model.meal.Course;
import chevet.model.meal.Dish;
import chevet.model.meal.DishId;
import chevet.model.meal.DrinkThickness;
import chevet.model.meal.FoodProfile;
import chevet.model.meal.FoodTexture;
import chevet.model.meal.Tray;
import chevet.model.place.BedId;
import chevet.model.stay.Patient;
import chevet.model.stay.StayId;
import chevet.model.text.Language;
import chevet.ward.meal.KitchenSheet;
import chevet.ward.stay.Admission;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** People at work in the console, in a real browser. */
@Timeout(120)
@Tag("slow")
final class ConsoleWalkTest {
    private ConsoleHouse house;
    private Chromium chromium;

    @BeforeEach
    void open() {
        house = new ConsoleHouse();
        house.account("anne", Role.WARD);
        house.account("cuisine", Role.KITCHEN);
        house.account("it", true, Optional.of(Language.FR), Role.IT);
        chromium = new Chromium(house.url());
    }

    @AfterEach
    void close() {
        chromium.close();
        house.close();
    }

    private void admit(String bed, String name) {
        house.stays.admit(
                new Admission(new Patient(Patient.Title.MRS, name, Language.FR), new BedId(bed)),
                "test");
    }

    @Test
    void changeElsewhereShowsWithoutReloadAndKeepsFocusAndOpenForm() {
        Page page = chromium.as("anne");
        page.waitForSelector("#board");
        page.evaluate("window.sameDocument = true");
        page.focus("#bed-210-F");
        admit("212-P", "Canari");
        assertThat(page.locator("#bed-212-P")).containsText("Mme C.");
        assertThat(page.locator("#bed-210-F")).isFocused();

        page.click("#bed-215-F");
        page.fill("#f-name", "Half a na");
        admit("218-F", "Zazou");
        assertThat(page.locator("#bed-218-F")).containsText("Mme Z.");
        assertThat(page.locator("#f-name")).hasValue("Half a na");
        assertThat(page.locator("#f-name")).isFocused();
        assertThat(page.evaluate("window.sameDocument")).isEqualTo(true);
        assertThat(chromium.complaints).isEmpty();
    }

    @Test
    void nurseAdmitsAPatientAndDischargesThemWithTheKeyboardAlone() {
        Page page = chromium.open();
        page.navigate("/login");
        assertThat(page.locator("#login")).isFocused();
        page.keyboard().type("anne");
        page.keyboard().press("Tab");
        page.keyboard().type(ConsoleHouse.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForSelector("#board");

        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        page.keyboard().press("Enter");
        tabTo(page, "#bed-212-P");
        page.keyboard().press("Enter");
        assertThat(page.locator("#f-name")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("#fault-name")).isVisible();
        assertThat(page.locator("#f-name")).isFocused();
        page.keyboard().type("Canari");
        page.keyboard().press("Enter");
        assertThat(page.locator("#panel-title")).isFocused();
        assertThat(page.locator("#said")).containsText("212-P");
        assertThat(page.locator("#edit-profile")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator("#bed-212-P")).isFocused();
        assertThat(house.stays.occupied()).containsKey(new BedId("212-P"));

        page.keyboard().press("Enter");
        assertThat(page.locator("#edit-profile")).isVisible();
        tabTo(page, "#discharge");
        page.keyboard().press("Enter");
        assertThat(page.locator("#ask-discharge [data-close]")).isFocused();
        page.keyboard().press("Escape");
        assertThat(page.locator("#discharge")).isFocused();
        assertThat(house.stays.occupied()).containsKey(new BedId("212-P"));
        page.keyboard().press("Enter");
        page.keyboard().press("Shift+Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator("#said")).containsText("212-P");
        assertThat(page.locator("#bed-212-P")).isFocused();
        assertThat(house.stays.occupied()).doesNotContainKey(new BedId("212-P"));
        assertThat(chromium.complaints).isEmpty();
    }

    @Test
    void whatAPartOfABedWouldMoveIsShownWhenThePartIsThereOrCannotBeHad() {
        Page page = chromium.as("anne");
        List<Route> held = new ArrayList<>();
        page.route("**/meals/of/*", held::add);
        page.click("#bed-216-P");
        assertThat(page.locator("#panel .body > [hx-trigger]:visible")).hasCount(1);
        assertThat(page.locator("#discharge")).isHidden();
        held.removeFirst().resume();
        assertThat(page.locator("#discharge")).isVisible();
        assertThat(page.locator("#edit-profile")).isVisible();
        assertThat(chromium.complaints).isEmpty();

        page.keyboard().press("Escape");
        page.unroute("**/meals/of/*");
        page.route("**/meals/of/*", Route::abort);
        page.click("#bed-216-P");
        assertThat(page.locator("#trouble")).isVisible();
        page.keyboard().press("Escape");
        page.click("#discharge");
        assertThat(page.locator("#ask-discharge")).isVisible();
    }

    private static void tabTo(Page page, String selector) {
        Locator there = page.locator(selector);
        for (int i = 0; i < 60; i++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(there.evaluate("e => e === document.activeElement"))) {
                return;
            }
        }
        throw new AssertionError("Tab does not lead to " + selector);
    }

    @Test
    void dietitianConfirmsAProfileAndTheBoardShowsIt() {
        house.account("diet", Role.DIETITIAN);
        Page page = chromium.as("diet");
        assertThat(page.locator("#bed-216-P")).containsText("profil à confirmer");
        page.click("#bed-216-P");
        page.click("#edit-profile");
        page.check("[name=allergies][value=MILK]");
        page.selectOption("#f-texture", "MINCED_AND_MOIST");
        page.check("[name=confirmed]");
        page.locator("#panel .button.main").click();
        assertThat(page.locator("#panel")).not().isVisible();
        assertThat(page.locator("#bed-216-P")).not().containsText("profil à confirmer");
        FoodProfile profile = house.meals.trays().profile(house.in("216-P"));
        assertThat(profile.confirmed()).isTrue();
        assertThat(profile.allergies()).contains(Allergen.MILK);
        assertThat(profile.texture()).isEqualTo(FoodTexture.MINCED_AND_MOIST);
        assertThat(chromium.complaints).isEmpty();
    }

    @Test
    void nurseChoosesForThePatientAndTheTraySaysSo() {
        Page page = chromium.as("anne");
        page.click("#bed-211-P");
        page.click("#choose-2026-11-21-SNACK");
        page.waitForSelector(".dishes");
        for (Locator course : page.locator("#panel fieldset").all()) {
            course.locator("input[type=radio]").first().check();
        }
        page.locator("#panel .button.main").click();
        assertThat(page.locator("#bed-211-P")).containsText("goûter choisi");
        page.click("#bed-211-P");
        assertThat(page.locator("#panel")).containsText("choisi par l’équipe pour le patient");
        assertThat(chromium.complaints).isEmpty();
    }

    @Test
    void kitchenReplacesAHeldTrayAndClosesTheServiceAfterOneQuestion() {
        StayId stay = house.in("214-F");
        Page page = chromium.as("cuisine");
        page.navigate("/meals?date=2026-11-21&service=DINNER");
        page.click("#list-UNCHOSEN summary");
        house.table.choose(stay, ConsoleHouse.DINNER);
        assertThat(page.locator("#sheet")).containsText("1 choisi");
        // Everything is an allergy now: what was chosen does not fit any more.
        house.meals
                .trays()
                .setProfile(
                        stay,
                        new FoodProfile(
                                true,
                                Set.of(),
                                Set.copyOf(Arrays.asList(Allergen.values())),
                                FoodTexture.LIQUIDISED,
                                DrinkThickness.EXTREMELY_THICK,
                                Optional.empty(),
                                Set.of(),
                                Optional.empty(),
                                Optional.empty()),
                        "test");
        assertThat(page.locator("#sheet")).containsText("Lit 214-F retenu");
        assertThat(page.locator("#list-UNCHOSEN")).hasAttribute("open", "");
        assertThat(page.locator("#close-service")).hasCount(0);
        house.at("14:05");
        // An hour and a half later the session is over.
        Chromium.login(page, "cuisine").navigate("/meals?date=2026-11-21&service=DINNER");
        assertThat(page.locator("#close-service")).isVisible();
        assertThat(page.locator("#replace-214-F")).isVisible();
        page.click("#close-service");
        page.locator("#ask-close .button.main").click();
        assertThat(page.locator("#closed")).isVisible();
        assertThat(page.locator("#ask-close")).isHidden();
        assertThat(page.locator("#replace-214-F")).hasCount(0);
        assertThat(page.locator("#sums")).containsText("= 24 patients");
        assertThat(chromium.complaints).isEmpty();
    }

    @Test
    void heldTrayIsReplacedFromTheKitchensPageAndCountedAnew() {
        StayId stay = house.in("214-F");
        house.table.choose(stay, ConsoleHouse.DINNER);
        Tray before = house.meals.trays().tray(stay, ConsoleHouse.DINNER).orElseThrow();
        DishId unwanted = before.dishes().get(Course.MAIN);
        Dish dish = requireNonNull(house.meals.menus().dishes().get(requireNonNull(unwanted)));
        house.table.dislike(stay, dish.ingredients().iterator().next());

        Page page = chromium.as("cuisine");
        page.navigate("/meals?date=2026-11-21&service=DINNER");
        Locator banner = page.locator(".held .notice.alert");
        assertThat(banner).containsText("Lit 214-F retenu");
        assertThat(banner).containsText(dish.name().fr() + " (n’aime pas : ");
        assertThat(page.locator("#sheet")).containsText("1 retenu");
        page.click("#replace-214-F");
        page.waitForSelector(".dishes");
        // The main course has nothing ticked any more; the browser asks for it.
        page.locator("#panel .button.main").click();
        Locator main = page.locator("#panel input[name=course-MAIN]");
        assertThat(main.first()).isFocused();
        String replacement = main.first().inputValue();
        main.first().check();
        page.locator("#panel .button.main").click();
        assertThat(banner).hasCount(0);
        assertThat(page.locator("#sheet")).containsText("0 retenu");
        assertThat(page.locator("#sums")).containsText("1 plateau à faire + 0 retenu");

        KitchenSheet sheet =
                house.meals.kitchen().sheet(ConsoleHouse.WARD, ConsoleHouse.DINNER).orElseThrow();
        Assertions.assertThat(sheet.lines())
                .filteredOn(line -> line.course() == Course.MAIN)
                .singleElement()
                .satisfies(
                        line -> {
                            Assertions.assertThat(line.dish().id().value()).isEqualTo(replacement);
                            Assertions.assertThat(line.dish().id()).isNotEqualTo(unwanted);
                            Assertions.assertThat(line.total()).isEqualTo(1);
                        });
        assertThat(page.locator("#said")).containsText("Plateau choisi pour le lit 214-F");
        assertThat(chromium.complaints).isEmpty();
    }

    @Test
    void fileTellsEveryFaultAtOnceThenAdmitsAllAndAsksBeforeItEndsStays() {
        house.account("all", true, Optional.of(Language.FR), Role.WARD);
        Page page = chromium.as("all");
        page.click("#admissions");
        page.fill("#f-text", "bed;title;name;language\n999-X;mrs;A;fr\n212-P;duke;B;fr\n");
        page.locator("#panel .button.main").click();
        assertThat(page.locator("#problems li")).hasCount(2);
        assertThat(page.locator("#f-text")).isFocused();
        page.fill("#f-text", "bed;title;name;language\n212-P;mrs;Canari;fr\n215-F;mr;Zazou;ar\n");
        page.locator("#panel .button.main").click();
        assertThat(page.locator("#bed-212-P")).containsText("Mme C.");
        assertThat(page.locator("#bed-215-F")).containsText("M. Z.");
        page.click("#admissions");
        page.fill("#f-text", "action;bed;to\ndischarge;212-P;\ntransfer;215-F;212-P\n");
        page.locator("#panel .button.main").click();
        assertThat(page.locator("#ending")).containsText("212-P");
        assertThat(page.locator("#bed-212-P")).containsText("Mme C.");
        page.locator("#ending .button.grave").click();
        assertThat(page.locator("#bed-212-P")).containsText("M. Z.");
        assertThat(page.locator("#bed-215-F")).containsText("libre");
        assertThat(chromium.complaints).isEmpty();
    }

    @Test
    void dietitianBringsDishesAndACycleIntoTheRunningServer(@TempDir Path files) throws Exception {
        house.account("diet", true, Optional.of(Language.FR), Role.DIETITIAN);
        Page page = chromium.as("diet");
        page.navigate("/menus");
        assertThat(page.locator("#dishes-count")).hasText("147 plats");
        assertThat(page.locator("#day-2026-11-24")).isVisible();

        page.click("#import-dishes");
        page.fill("#f-text", "id;fr;textures;kcal;carbohydrate;fluid\n!;A;7;x;1;0\n");
        page.locator("#panel .button.main").click();
        assertThat(page.locator("#problems")).containsText("ligne 2, colonne");
        assertThat(page.locator("#problems")).containsText("kcal");
        assertThat(page.locator("#f-text")).isFocused();
        Path dishes = files.resolve("plats.csv");
        Files.writeString(
                dishes,
                ConsoleHouse.text("dishes.csv")
                        + ConsoleHouse.text("dishes.csv")
                                .lines()
                                .skip(1)
                                .map(line -> "autre-" + line)
                                .collect(Collectors.joining("\n")));
        page.locator("#f-file").setInputFiles(dishes);
        page.locator("#panel .button.main").click();
        assertThat(page.locator("#dishes-count")).hasText("294 plats");

        page.click("#import-cycle");
        page.fill("#f-monday", "2026-11-18");
        page.fill(
                "#f-text",
                """
                [[menu]]
                day = 6
                service = "dinner"
                course = "main"
                dishes = ["autre-poulet-riz"]
                """);
        page.locator("#panel .button.main").click();
        assertThat(page.locator("#cycle-is")).containsText("cycle de 7 jours");
        assertThat(page.locator("#cycle-is")).containsText("16 nov.");
        assertThat(page.locator("#day-2026-11-24")).hasCount(0);
        Assertions.assertThat(house.meals.menus().menu(ConsoleHouse.WARD, ConsoleHouse.DINNER))
                .hasValueSatisfying(
                        menu ->
                                Assertions.assertThat(menu.courses())
                                        .singleElement()
                                        .satisfies(
                                                course ->
                                                        Assertions.assertThat(course.dishes())
                                                                .containsExactly(
                                                                        new DishId(
                                                                                "autre-poulet-riz"))));
        assertThat(chromium.complaints).isEmpty();
    }

    @Test
    void aFullDiskIsSaidWithoutReloadForAsLongAsItLasts() {
        Page nurse = chromium.as("anne");
        nurse.waitForSelector("#board");
        Page it = chromium.as("it");
        it.waitForSelector(".bar nav");
        assertThat(nurse.locator("#disk-full")).hasCount(0);
        house.diskFull(true);
        assertThat(nurse.locator("#disk-full")).containsText("Prévenez l’informatique");
        assertThat(it.locator("#disk-full")).containsText("Libérez de la place");
        house.diskFull(false);
        assertThat(nurse.locator("#disk-full")).hasCount(0);
        assertThat(it.locator("#disk-full")).hasCount(0);
    }

    @Test
    void whoPressesEnterAtOnceSendsNoPlainForm() {
        Page page = chromium.as("anne");
        page.waitForSelector("#board");
        page.evaluate(
                """
                () => {
                  window.stayed = true;
                  let first = true;
                  document.addEventListener("focusin", (event) => {
                    if (first && event.target.id === "f-name") {
                      first = false;
                      event.target.form.requestSubmit();
                    }
                  });
                }
                """);
        page.click("#bed-212-P");
        assertThat(page.locator("#fault-name")).isVisible();
        Assertions.assertThat(page.evaluate("window.stayed")).isEqualTo(true);
    }

    @Test
    void sessionThatIsOverLeadsToTheLoginByItself() {
        Page page = chromium.as("anne");
        page.waitForSelector("#board");
        house.clock.advance(Duration.ofMinutes(31));
        admit("212-P", "Canari");
        page.waitForURL(
                Pattern.compile(".*/login\\?over=1"),
                new Page.WaitForURLOptions().setTimeout(30_000));
        assertThat(page.locator("[role=status]")).containsText("terminée");
    }

    @Test
    void lostServerIsSaidWithTheAgeOfWhatIsShown() {
        Page page = chromium.as("anne");
        page.waitForSelector("#board");
        assertThat(page.locator("#age")).containsText("À jour à");
        assertThat(page.locator("#lost")).not().isVisible();
        house.shut();
        assertThat(page.locator("#lost")).isVisible();
        assertThat(page.locator("#lost")).containsText("données de");
    }

    @Test
    void itMakesAnAccountWhosePersonMustChooseAPasswordFirst() {
        Page it = chromium.as("it");
        it.click("nav a[href='/accounts']");
        it.click("#new-account");
        it.fill("#f-login", "b.durand");
        it.fill("#f-name", "Basile Durand");
        it.check("[name=roles][value=WARD]");
        it.check("[name=wards][value=ophtalmo]");
        it.locator("#panel form .button.main").click();
        String given = it.locator("#given").textContent();
        assertThat(it.locator("#accounts")).containsText("b.durand");

        Page page = chromium.open();
        page.navigate("/login");
        page.fill("#login", "b.durand");
        page.fill("#password", given);
        page.keyboard().press("Enter");
        page.waitForURL("**/me");
        page.navigate("/beds");
        page.waitForURL("**/me");
        page.fill("#old", given);
        page.fill("#wanted", "une phrase à moi");
        page.fill("#again", "une phrase à moi");
        page.keyboard().press("Enter");
        page.waitForURL("**/login**");
        page.fill("#login", "b.durand");
        page.fill("#password", "une phrase à moi");
        page.keyboard().press("Enter");
        page.waitForURL("**/beds");
        assertThat(chromium.complaints).isEmpty();
    }
}
