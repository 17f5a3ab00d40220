package chevet.ward.console;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.meal.Allergen;
import chevet.model.meal.SourcedFood;
import chevet.model.stay.StayId;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The dietitian's list in a real browser: settled on the spot with the keyboard alone. */
@TestInstance(Lifecycle.PER_CLASS)
@Tag("slow")
final class DietsPageTest {
    private static final Page.WaitForSelectorOptions SOON =
            new Page.WaitForSelectorOptions().setTimeout(4000);

    private ConsoleHouse house;
    private Chromium chromium;

    @BeforeAll
    void open() {
        house = new ConsoleHouse();
        house.account("dana", true, Optional.empty(), Role.DIETITIAN);
        chromium = new Chromium(house.url());
        house.table.dessertOfMilk();
        StayId held = house.in("210-P");
        house.table.choose(held, ConsoleHouse.DINNER);
        house.table.allergicToMilk(held);
    }

    @AfterAll
    void close() {
        chromium.close();
        house.close();
    }

    /** The record names an allergy that no rule knows. */
    private void say(String bed, String text) {
        house.meals
                .sources()
                .take(
                        house.in(bed),
                        "fhir",
                        new SourcedFood(
                                true,
                                true,
                                Set.of(),
                                Set.of(Allergen.EGGS),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Set.of(),
                                List.of(
                                        new SourcedFood.Unclear(
                                                "k-" + bed, SourcedFood.Kind.ALLERGY, text))));
    }

    @Test
    void lineComesByItselfIsSettledOnTheSpotAndGoes() {
        Page page = chromium.as("dana");
        page.navigate("/diets");
        page.waitForSelector("#diet-210-P .fault");
        say("212-F", "noix de coco");
        page.waitForSelector("#diet-212-F:has-text('noix de coco')", SOON);
        assertThat(page.textContent("#diet-212-F")).contains("le dossier", "12:30");
        assertThat(PageFaults.of(page)).isEmpty();
        Chromium.picture(page, "diets");
        page.focus("#settle-212-F");
        page.keyboard().press("Enter");
        page.waitForSelector("#food-doubts input[name=seen]", SOON);
        page.check("#food-doubts input[name=seen]");
        page.check("#panel input[name=confirmed]");
        page.focus("#panel .button.main");
        page.keyboard().press("Enter");
        page.waitForSelector(
                "#diet-212-F",
                new Page.WaitForSelectorOptions()
                        .setTimeout(4000)
                        .setState(WaitForSelectorState.DETACHED));
        assertThat(house.meals.trays().profile(house.in("212-F")).confirmed()).isTrue();
        assertThat(chromium.complaints).isEmpty();
        page.context().close();
    }

    @Test
    void pageIsWithoutFaultForEveryEye() {
        say("213-F", "Évite tout ce qui est très épicé, et supporte mal les crudités le soir");
        List<String> faults = new ArrayList<>();
        for (String locale : List.of("fr-FR", "en-GB", "ar")) {
            for (int width : List.of(1280, 390)) {
                ColorScheme scheme = locale.equals("en-GB") ? ColorScheme.DARK : ColorScheme.LIGHT;
                Page page = chromium.open(locale, scheme, width, 800);
                page.navigate("/login");
                Chromium.login(page, "dana");
                page.navigate("/diets");
                page.waitForSelector("#diet-213-F");
                PageFaults.of(page).forEach(f -> faults.add(locale + width + ": " + f));
                Chromium.picture(page, "diets-" + locale + "-" + width);
                page.context().close();
            }
        }
        assertThat(faults).isEmpty();
    }
}
