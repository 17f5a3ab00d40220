package chevet.ward.console;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.place.TerminalId;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The pages of staff, broken glasses and the audit, in a real browser. */
@TestInstance(Lifecycle.PER_CLASS)
@Tag("slow")
final class StaffPagesTest {
    private ConsoleHouse house;
    private Chromium chromium;

    @BeforeAll
    void open() {
        house = new ConsoleHouse();
        house.account("all", true, Optional.empty(), Role.values());
        house.account("anne", Role.WARD);
        house.scene.play(new TerminalId("t-214-F"));
        chromium = new Chromium(house.url());
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
                                    Chromium.login(page, "all");
                                    page.navigate("/staff");
                                    look.accept("staff");
                                    page.click("#person-m-1042");
                                    page.waitForSelector("#withdraw");
                                    look.accept("person");
                                    page.navigate("/staff/file");
                                    page.fill("#f-text", "person;name;profile\n;;nurze\n");
                                    page.locator("#panel .button.main").click();
                                    page.waitForSelector("#problems");
                                    look.accept("staff-file");
                                    page.navigate("/glass");
                                    look.accept("glass");
                                    page.navigate("/audit");
                                    page.click("#verify");
                                    page.waitForSelector("#verdict .notice");
                                    look.accept("audit");
                                });
        assertThat(faults).isEmpty();
        assertThat(chromium.complaints).isEmpty();
    }

    @Test
    void theWardSeesABrokenGlassWhateverThePage() {
        Page ward = chromium.as("anne");
        ward.navigate("/beds");
        ward.waitForSelector("#alerts .notice");
        assertThat(ward.locator("#alerts").textContent()).contains("214-F");
        assertThat(ward.locator("#alerts a").count()).isZero();
    }
}
