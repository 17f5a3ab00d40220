package chevet.ward.console;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.meal.Allergen;
import chevet.model.meal.ChooseTray;
import chevet.model.meal.Course;
import chevet.model.meal.DishId;
import chevet.model.meal.FoodProfile;
import chevet.model.meal.MealService;
import chevet.model.meal.ServiceKey;
import chevet.model.stay.StayId;
import chevet.model.text.Language;
import chevet.ward.meal.ChooseForm;
import chevet.ward.meal.Offer;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@TestInstance(Lifecycle.PER_CLASS)
final class ConsoleLookTest {
    private ConsoleHouse house;
    private Chromium chromium;

    @BeforeAll
    void open() {
        house = new ConsoleHouse();
        house.account("anne", Role.WARD);
        house.account("cuisine", Role.KITCHEN);
        house.account("all", true, Optional.empty(), Role.values());
        int n = 0;
        for (var bed : house.stays.board(ConsoleHouse.WARD)) {
            if (bed.guest().isPresent() && n++ % 4 != 3) {
                choose(bed.guest().get().stay(), ConsoleHouse.DINNER);
                house.clock.advance(java.time.Duration.ofMinutes(3));
            }
        }
        hold("214-F");
        chromium = new Chromium(house.url());
    }

    private void choose(StayId stay, ServiceKey key) {
        Offer offer = house.meals.trays().offer(stay, key).orElseThrow();
        Map<Course, DishId> dishes = new EnumMap<>(Course.class);
        for (Offer.CourseOffer course : offer.courses()) {
            course.dishes().stream()
                    .filter(ChooseForm::offered)
                    .findFirst()
                    .ifPresent(dish -> dishes.put(course.course(), dish.dish().id()));
        }
        house.meals.trays().chooseFor(stay, new ChooseTray(key, dishes), "test");
    }

    private void hold(String bed) {
        StayId stay = house.in(bed);
        choose(stay, ConsoleHouse.DINNER);
        FoodProfile p = house.meals.trays().profile(stay);
        Set<Allergen> allergies = new HashSet<>(p.allergies());
        allergies.addAll(List.of(Allergen.MILK, Allergen.GLUTEN, Allergen.FISH));
        house.meals
                .trays()
                .setProfile(
                        stay,
                        new FoodProfile(
                                true,
                                p.diets(),
                                allergies,
                                p.texture(),
                                p.thickness(),
                                p.fasting(),
                                p.aversions(),
                                p.carbohydrateLimit(),
                                p.fluidLimit()),
                        "test");
    }

    @AfterAll
    void close() {
        chromium.close();
        house.close();
    }

    @Test
    void everyPageShowsItself() {
        Page page = chromium.open();
        page.navigate("/login");
        Chromium.picture(page, "login");
        Chromium.login(page, "anne");
        assertThat(page.locator(".bed").count()).isEqualTo(30);
        Chromium.picture(page, "beds");
        page.click("#bed-210-P");
        page.waitForSelector("#edit-profile");
        Chromium.picture(page, "bed");
        page.click("#edit-profile");
        page.waitForSelector("#f-texture");
        Chromium.picture(page, "profile");
        page.keyboard().press("Escape");
        page.click("#bed-212-P");
        page.waitForSelector("#f-name");
        Chromium.picture(page, "admit");
        page.navigate("/meals?ward=ophtalmo&date=2026-11-21&service=DINNER");
        page.waitForSelector("#sheet");
        Chromium.picture(page, "ward-meals");
        page.navigate("/beds/214-F");
        page.waitForSelector("#edit-profile");
        page.locator("[id^=choose-]").first().click();
        page.waitForSelector(".dishes");
        Chromium.picture(page, "choose");
        Page kitchen = chromium.as("cuisine");
        kitchen.navigate("/meals?ward=ophtalmo&date=2026-11-21&service=DINNER");
        kitchen.waitForSelector("#sheet");
        Chromium.picture(kitchen, "kitchen");
        Page dark =
                Chromium.login(chromium.open("en-GB", ColorScheme.DARK, 1280, 800), "all");
        dark.waitForSelector("#board");
        Chromium.picture(dark, "beds-dark-en");
        dark.navigate("/meals");
        dark.waitForSelector("#sheet");
        Chromium.picture(dark, "kitchen-dark-en");
        dark.navigate("/accounts");
        Chromium.picture(dark, "accounts-dark-en");
        Page arabic =
                Chromium.login(chromium.open("ar", ColorScheme.LIGHT, 1280, 800), "all");
        arabic.waitForSelector("#board");
        Chromium.picture(arabic, "beds-ar");
        arabic.click("#bed-210-P");
        arabic.waitForSelector("#edit-profile");
        Chromium.picture(arabic, "bed-ar");
        arabic.navigate("/meals?ward=ophtalmo&date=2026-11-21&service=DINNER");
        Chromium.picture(arabic, "kitchen-ar");
        Page phone =
                Chromium.login(chromium.open("fr-FR", ColorScheme.LIGHT, 390, 800), "anne");
        Chromium.picture(phone, "beds-phone");
        assertThat(chromium.complaints).isEmpty();
    }
}
