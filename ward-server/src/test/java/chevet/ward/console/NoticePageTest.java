package chevet.ward.console;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.notice.Notice;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The page of urgent notices in a real browser, with the keyboard alone. */
@TestInstance(Lifecycle.PER_CLASS)
@Tag("slow")
final class NoticePageTest {
    private ConsoleHouse house;
    private Chromium chromium;

    @BeforeAll
    void open() {
        house = new ConsoleHouse();
        house.account("anne", true, Optional.empty(), Role.WARD);
        chromium = new Chromium(house.url());
    }

    @AfterAll
    void close() {
        chromium.close();
        house.close();
    }

    @Test
    void aNoticeIsWrittenShownAndTakenOffWithTheKeyboardAlone() {
        for (String locale : List.of("fr-FR", "en-GB", "ar")) {
            Page page = chromium.open(locale, ColorScheme.LIGHT, 1280, 800);
            page.navigate("/login");
            Chromium.login(page, "anne");
            page.navigate("/notices");
            page.focus("#write-notice");
            page.keyboard().press("Enter");
            page.waitForSelector("#f-fr");
            page.fill("#f-until", "2026-11-20T10:00");
            page.focus("#panel .button.main");
            page.keyboard().press("Enter");
            page.waitForSelector("#fault-fr");
            page.waitForSelector("#fault-until");
            assertThat(PageFaults.of(page)).isEmpty();
            page.fill("#f-fr", "Ne buvez pas l’eau du robinet avant demain.");
            page.fill("#f-until", "2026-11-21T20:00");
            Chromium.picture(page, "notice-form-" + locale);
            page.focus("#panel .button.main");
            page.keyboard().press("Enter");
            page.waitForSelector("[id^=notice-] .button");
            assertThat(PageFaults.of(page)).isEmpty();
            Chromium.picture(page, "notice-" + locale);
            Notice stands = house.notices.in(ConsoleHouse.WARD).getFirst();
            assertThat(stands.until()).isEqualTo("2026-11-21T19:00:00Z");
            page.focus("[id^=notice-] .button");
            page.keyboard().press("Enter");
            page.waitForSelector("#notices .notice");
            assertThat(house.notices.in(ConsoleHouse.WARD)).isEmpty();
            assertThat(chromium.complaints).isEmpty();
            page.context().close();
        }
    }
}
