package chevet.ward.console;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.place.TerminalId;
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

/** The pages of staff, broken glasses and the audit, in a real browser. */
@TestInstance(Lifecycle.PER_CLASS)
@Tag("slow")
final class StaffPagesTest {
    private ConsoleHouse house;
    private Chromium chromium;
    private final List<String> faults = new ArrayList<>();

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
            Chromium.login(page, "all");
            page.navigate("/staff");
            look(page, eyes, "staff");
            page.click("#person-m-1042");
            page.waitForSelector("#withdraw");
            look(page, eyes, "person");
            page.navigate("/staff/file");
            page.fill("#f-text", "person;name;profile\n;;nurze\n");
            page.locator("#panel .button.main").click();
            page.waitForSelector("#problems");
            look(page, eyes, "staff-file");
            page.navigate("/glass");
            look(page, eyes, "glass");
            page.navigate("/audit");
            page.click("#verify");
            page.waitForSelector("#verdict .notice");
            look(page, eyes, "audit");
            page.context().close();
        }
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

    private void look(Page page, Eyes eyes, String name) {
        PageFaults.of(page).forEach(f -> faults.add(name + ", " + eyes.name() + ": " + f));
        Chromium.picture(page, name + "-" + eyes.name());
    }
}
