package chevet.ward.console;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.request.GiveConsent;
import chevet.model.request.MakeRequest;
import chevet.model.request.RequestKind;
import chevet.model.stay.StayId;
import chevet.model.text.Language;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

/** Requests, the team and appointments in a real browser, with the keyboard alone. */
@TestInstance(Lifecycle.PER_CLASS)
@Tag("slow")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class RequestsPageTest {
    private static final Page.WaitForSelectorOptions SOON =
            new Page.WaitForSelectorOptions().setTimeout(2000);

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

    private void ask(String id, String bed, RequestKind kind, String text) {
        house.tap(
                id,
                house.requests.taker(),
                house.in(bed),
                new MakeRequest(kind, Optional.of(text).filter(t -> !t.isEmpty()), Language.FR));
    }

    private static List<String> beds(Page page) {
        return page.locator(".asked .asked-head bdi").allTextContents();
    }

    /** The new line is there a moment before the keyboard is on it again. */
    private static void awaitFocus(Page page, String id) {
        page.waitForFunction(
                "id => document.activeElement.id === id",
                id,
                new Page.WaitForFunctionOptions().setTimeout(2000));
    }

    /** First, while nobody else has asked for anything. */
    @Test
    @Order(1)
    void requestsAreAcknowledgedAndDoneWithTheKeyboardAlone() {
        ask("q-old", "210-P", RequestKind.PILLOW, "");
        house.clock.advance(Duration.ofMinutes(5));
        Page page = chromium.as("anne");
        page.navigate("/requests");
        page.waitForSelector("#request-q-old");
        ask("q-new", "214-F", RequestKind.QUESTION, "Quand passe le médecin ?");
        page.waitForSelector("#request-q-new", SOON);
        ask("q-pain", "211-F", RequestKind.QUESTION, "j'ai mal a la poitrine");
        page.waitForSelector("#request-q-pain.urgent", SOON);
        assertThat(beds(page)).containsExactly("211-F", "210-P", "214-F");
        assertThat(PageFaults.of(page)).isEmpty();
        Chromium.picture(page, "requests");
        page.focus("#next-q-old");
        for (String state : List.of("vue", "quelqu’un y va")) {
            page.keyboard().press("Enter");
            page.waitForSelector("#request-q-old .pill:has-text('" + state + "')", SOON);
            awaitFocus(page, "next-q-old");
        }
        page.keyboard().press("Enter");
        page.waitForSelector(
                "#request-q-old",
                new Page.WaitForSelectorOptions()
                        .setTimeout(2000)
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
        // The line is gone, and the keyboard has not lost its place on the page.
        awaitFocus(page, "next-q-pain");
        page.focus("#reply-q-new");
        page.keyboard().press("Enter");
        page.waitForSelector("#f-said");
        page.check("input[name=to][value=DECLINED]");
        page.focus("#panel .button.main");
        page.keyboard().press("Enter");
        page.waitForSelector("#fault-why");
        page.selectOption("#f-why", "WE_COME_BY");
        page.fill("#f-said", "Vers 11 h");
        assertThat(PageFaults.of(page)).isEmpty();
        Chromium.picture(page, "requests-reply");
        page.focus("#panel .button.main");
        page.keyboard().press("Enter");
        page.waitForSelector(
                "#request-q-new",
                new Page.WaitForSelectorOptions()
                        .setTimeout(2000)
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
        page.navigate("/beds");
        page.waitForSelector("#bed-211-F .pill.alert");
        Chromium.picture(page, "requests-board");
        assertThat(chromium.complaints).isEmpty();
        page.context().close();
    }

    @Test
    void teamOfTheDayIsEnteredAndTakenOverTheNextDay() {
        Page page = chromium.as("anne");
        page.navigate("/team");
        for (String[] one :
                List.of(
                        new String[] {"Sara", "NURSE"},
                        new String[] {"Malik", "AIDE"},
                        new String[] {"Dr Claire", "DOCTOR"})) {
            page.fill("#f-name", one[0]);
            page.selectOption("#f-trade", one[1]);
            page.focus("#team-add");
            page.keyboard().press("Enter");
            page.waitForSelector("#team tbody th:has-text('" + one[0] + "')");
        }
        page.focus("#team-add");
        page.keyboard().press("Enter");
        page.waitForSelector("#fault-name");
        assertThat(PageFaults.of(page)).isEmpty();
        Chromium.picture(page, "team");
        page.navigate("/team?day=" + ConsoleHouse.TODAY.plusDays(1));
        page.click("#team-copy");
        page.waitForSelector("#team tbody th:has-text('Malik')");
        assertThat(
                        house.requests
                                .teams()
                                .team(ConsoleHouse.WARD, ConsoleHouse.TODAY.plusDays(1))
                                .carers())
                .hasSize(3);
        assertThat(chromium.complaints).isEmpty();
        page.context().close();
    }

    @Test
    void appointmentIsWrittenDownAndConsentRecordedInTheBedsPanel() {
        StayId stay = house.in("212-F");
        Page page = chromium.as("anne");
        page.navigate("/beds/212-F");
        page.waitForSelector("#day-part #f-what");
        page.click("#appointment-add");
        page.waitForSelector("#fault-at");
        page.fill("#f-at", "2026-11-21T15:30");
        page.fill("#f-what", "Scanner");
        page.fill("#f-where", "Imagerie, rez-de-chaussée");
        page.click("#appointment-add");
        page.waitForSelector("#day-part li:has-text('Scanner')");
        page.click("#consent");
        page.waitForSelector("#day-consent:has-text('vous l’a dit')");
        assertThat(house.requests.days().consent(stay)).isPresent();
        page.locator("#day-part").scrollIntoViewIfNeeded();
        assertThat(PageFaults.of(page)).isEmpty();
        Chromium.picture(page, "appointments");
        house.clock.advance(Duration.ofMinutes(1));
        house.tap(house.requests.consents(), stay, new GiveConsent(false));
        page.navigate("/beds/212-F");
        page.waitForSelector("#day-consent:has-text('patient l’a voulu')");
        assertThat(chromium.complaints).isEmpty();
        page.context().close();
    }

    @Test
    void pagesAreWithoutFaultForEveryEye() {
        ask("e-1", "213-P", RequestKind.QUESTION, "Ma tête tourne et je suis tombée ce matin");
        ask("e-2", "213-F", RequestKind.SHOW_ME, "");
        List<String> faults = new ArrayList<>();
        for (String locale : List.of("fr-FR", "en-GB", "ar")) {
            for (int width : List.of(1280, 390)) {
                ColorScheme scheme = locale.equals("en-GB") ? ColorScheme.DARK : ColorScheme.LIGHT;
                Page page = chromium.open(locale, scheme, width, 800);
                page.navigate("/login");
                Chromium.login(page, "anne");
                for (String path : List.of("requests", "team")) {
                    page.navigate("/" + path);
                    page.waitForSelector("#" + path);
                    PageFaults.of(page)
                            .forEach(f -> faults.add(path + " " + locale + width + ": " + f));
                    Chromium.picture(page, path + "-" + locale + "-" + width);
                }
                page.context().close();
            }
        }
        assertThat(faults).isEmpty();
    }
}
