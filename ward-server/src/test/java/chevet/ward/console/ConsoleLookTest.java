package chevet.ward.console;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.meal.Allergen;
import chevet.model.stay.StayId;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@TestInstance(Lifecycle.PER_CLASS)
@Tag("slow")
final class ConsoleLookTest {
    private ConsoleHouse house;
    private Chromium chromium;
    private final List<String> faults = new ArrayList<>();

    @BeforeAll
    void open() {
        house = new ConsoleHouse();
        house.account("anne", Role.WARD);
        house.account("cuisine", Role.KITCHEN);
        house.account("all", true, Optional.empty(), Role.values());
        int n = 0;
        for (var bed : house.stays.board(ConsoleHouse.WARD)) {
            if (bed.guest().isPresent() && n++ % 4 != 3) {
                house.choose(bed.guest().get().stay(), ConsoleHouse.DINNER);
                house.clock.advance(java.time.Duration.ofMinutes(3));
            }
        }
        hold("214-F");
        chromium = new Chromium(house.url());
    }

    private void hold(String bed) {
        StayId stay = house.in(bed);
        house.choose(stay, ConsoleHouse.DINNER);
        house.alsoAllergicTo(stay, Allergen.MILK, Allergen.GLUTEN, Allergen.FISH);
    }

    @AfterAll
    void close() {
        chromium.close();
        house.close();
    }

    /** How somebody looks at the console. */
    private record Eyes(String name, String locale, ColorScheme scheme, int width) {}

    private static final List<Eyes> ALL =
            List.of(
                    new Eyes("day", "fr-FR", ColorScheme.LIGHT, 1280),
                    new Eyes("dark", "en-GB", ColorScheme.DARK, 1280),
                    new Eyes("arabic", "ar", ColorScheme.LIGHT, 1280),
                    new Eyes("phone", "fr-FR", ColorScheme.LIGHT, 390));

    @Test
    void everyPageIsWithoutFaultForEveryEye() {
        for (Eyes eyes : ALL) {
            Page page = chromium.open(eyes.locale(), eyes.scheme(), eyes.width(), 800);
            page.navigate("/login");
            look(page, eyes, "login");
            Chromium.login(page, "all");
            page.waitForSelector("#board");
            assertThat(page.locator(".bed").count()).isEqualTo(30);
            look(page, eyes, "beds");
            page.click("#bed-210-P");
            page.waitForSelector("#edit-profile");
            look(page, eyes, "bed");
            page.click("#edit-profile");
            page.waitForSelector("#f-texture");
            page.check("[name=fasting]");
            page.fill("#f-fluid", "a lot");
            page.locator("#panel .button.main").click();
            page.waitForSelector("#fault-fluid");
            look(page, eyes, "profile");
            page.keyboard().press("Escape");
            page.click("#bed-212-P");
            page.waitForSelector("#f-name");
            page.keyboard().press("Enter");
            page.waitForSelector("#fault-name");
            look(page, eyes, "admit");
            page.navigate("/beds/214-F");
            page.waitForSelector("#edit-profile");
            page.locator("[id^=choose-]").first().click();
            page.waitForSelector(".dishes");
            look(page, eyes, "choose");
            page.navigate("/admissions");
            page.waitForSelector("#f-text");
            look(page, eyes, "admissions");
            page.navigate("/meals?ward=ophtalmo&date=2026-11-21&service=DINNER");
            page.waitForSelector("#sheet");
            look(page, eyes, "meals");
            page.navigate("/menus");
            page.waitForSelector("#menus");
            look(page, eyes, "menus");
            page.click("#import-cycle");
            page.waitForSelector("#f-monday");
            look(page, eyes, "menu-file");
            page.navigate("/tv");
            page.waitForSelector("#channels");
            look(page, eyes, "tv");
            page.click("#import-channels");
            page.waitForSelector("#f-text");
            page.fill("#f-text", "#EXTM3U\n#EXTINF:-1 tvg-chno=\"x\",A\npipe://x\n");
            page.locator("#panel .button.main").click();
            page.waitForSelector("#problems");
            look(page, eyes, "tv-file");
            page.navigate("/beds/214-F");
            page.waitForSelector("#edit-profile");
            page.waitForSelector("#tv-save");
            page.locator("#tv-save").scrollIntoViewIfNeeded();
            look(page, eyes, "tv-part");
            page.navigate("/accounts");
            look(page, eyes, "accounts");
            page.click("#new-account");
            page.waitForSelector("#f-login");
            look(page, eyes, "account");
            page.navigate("/me");
            look(page, eyes, "me");
            page.context().close();
        }
        assertThat(faults).isEmpty();
        assertThat(chromium.complaints).isEmpty();
    }

    private void look(Page page, Eyes eyes, String name) {
        PageFaults.of(page).forEach(f -> faults.add(name + ", " + eyes.name() + ": " + f));
        Chromium.picture(page, name + "-" + eyes.name());
    }

    @Test
    void kitchenSeesItsPage() {
        Page kitchen = chromium.as("cuisine");
        kitchen.navigate("/meals?ward=ophtalmo&date=2026-11-21&service=DINNER");
        kitchen.waitForSelector("#sheet");
        Chromium.picture(kitchen, "kitchen");
        assertThat(kitchen.locator(".bar nav a").count()).isEqualTo(1);
        assertThat(kitchen.locator("#sums").textContent()).contains("= 24");
    }
}
