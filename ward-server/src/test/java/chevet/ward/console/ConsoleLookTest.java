package chevet.ward.console;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.meal.Allergen;
import chevet.model.stay.StayId;
import com.microsoft.playwright.Page;
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

    @BeforeAll
    void open() {
        house = new ConsoleHouse();
        house.account("anne", Role.WARD);
        house.account("cuisine", Role.KITCHEN);
        house.account("all", true, Optional.empty(), Role.values());
        int n = 0;
        for (var bed : house.stays.board(ConsoleHouse.WARD)) {
            if (bed.guest().isPresent() && n++ % 4 != 3) {
                house.table.choose(bed.guest().get().stay(), ConsoleHouse.DINNER);
                house.clock.advance(java.time.Duration.ofMinutes(3));
            }
        }
        hold("214-F");
        chromium = new Chromium(house.url());
    }

    private void hold(String bed) {
        StayId stay = house.in(bed);
        house.table.choose(stay, ConsoleHouse.DINNER);
        house.table.alsoAllergicTo(stay, Allergen.MILK, Allergen.GLUTEN, Allergen.FISH);
    }

    @AfterAll
    void close() {
        chromium.close();
        house.close();
    }

    @Test
    void everyPageIsWithoutFaultForEveryEye() {
        List<String> faults =
                new Everybody(chromium)
                        .goes(
                                (page, look) -> {
                                    look.accept("login");
                                    Chromium.login(page, "all");
                                    page.waitForSelector("#board");
                                    assertThat(page.locator(".bed").count()).isEqualTo(30);
                                    look.accept("beds");
                                    page.click("#bed-210-P");
                                    page.waitForSelector("#edit-profile");
                                    look.accept("bed");
                                    page.click("#edit-profile");
                                    page.waitForSelector("#f-texture");
                                    page.check("[name=fasting]");
                                    page.fill("#f-fluid", "a lot");
                                    page.locator("#panel .button.main").click();
                                    page.waitForSelector("#fault-fluid");
                                    look.accept("profile");
                                    page.keyboard().press("Escape");
                                    page.click("#bed-212-P");
                                    page.waitForSelector("#f-name");
                                    page.keyboard().press("Enter");
                                    page.waitForSelector("#fault-name");
                                    look.accept("admit");
                                    page.navigate("/beds/214-F");
                                    page.waitForSelector("#edit-profile");
                                    page.locator("[id^=choose-]").first().click();
                                    page.waitForSelector(".dishes");
                                    look.accept("choose");
                                    page.navigate("/admissions");
                                    page.waitForSelector("#f-text");
                                    look.accept("admissions");
                                    page.navigate(
                                            "/meals?ward=ophtalmo&date=2026-11-21&service=DINNER");
                                    page.waitForSelector("#sheet");
                                    look.accept("meals");
                                    page.navigate("/menus");
                                    page.waitForSelector("#menus");
                                    look.accept("menus");
                                    page.click("#import-cycle");
                                    page.waitForSelector("#f-monday");
                                    look.accept("menu-file");
                                    page.navigate("/tv");
                                    page.waitForSelector("#channels");
                                    look.accept("tv");
                                    page.click("#import-channels");
                                    page.waitForSelector("#f-text");
                                    page.fill(
                                            "#f-text",
                                            "#EXTM3U\n#EXTINF:-1 tvg-chno=\"x\",A\npipe://x\n");
                                    page.locator("#panel .button.main").click();
                                    page.waitForSelector("#problems");
                                    look.accept("tv-file");
                                    page.navigate("/beds/214-F");
                                    page.waitForSelector("#edit-profile");
                                    page.waitForSelector("#tv-save");
                                    page.locator("#tv-save").scrollIntoViewIfNeeded();
                                    look.accept("tv-part");
                                    page.navigate("/accounts");
                                    look.accept("accounts");
                                    page.click("#new-account");
                                    page.waitForSelector("#f-login");
                                    look.accept("account");
                                    page.navigate("/me");
                                    look.accept("me");
                                });
        assertThat(faults).isEmpty();
        assertThat(chromium.complaints).isEmpty();
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
