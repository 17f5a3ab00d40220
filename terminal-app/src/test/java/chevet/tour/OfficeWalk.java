package chevet.tour;

import chevet.model.meal.Allergen;
import chevet.model.meal.MealService;
import chevet.model.meal.ServiceKey;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** What the ward, the dietitian, the kitchen and IT do in the console. */
final class OfficeWalk {
    private static final String WARD = "soignant";
    private static final String DIETITIAN = "dieteticien";
    private static final String KITCHEN = "cuisine";
    private static final String IT = "informatique";
    private static final String AUDIT = "confidentialite";

    private final Browser browser;
    private final Album album;
    private final List<Eyes> eyes;
    private final String bed;

    OfficeWalk(Browser browser, Album album, List<Eyes> eyes, String bed) {
        this.browser = browser;
        this.album = album;
        this.eyes = eyes;
        this.bed = bed;
    }

    private void picture(Page page, String subject, Eyes each) throws IOException {
        album.add("console-" + subject, each, page.screenshot());
    }

    /** A dietitian notes an allergy; a nurse's board beside it shows so by itself. */
    void dietChanges(Allergen allergen, Runnable noted) {
        Page nurse = browser.as(eyes.getFirst(), WARD);
        nurse.waitForSelector("#board");
        Page page = browser.as(eyes.getFirst(), DIETITIAN);
        page.click("#bed-" + bed);
        page.click("#edit-profile");
        page.waitForSelector("#f-texture");
        page.check("[name=allergies][value=" + allergen + "]");
        page.locator("#panel .button.main").click();
        noted.run();
        nurse.waitForSelector("#bed-" + bed + " .pill.alert");
        page.context().close();
        nurse.context().close();
    }

    /** Every page for all eyes, while one tray is held. */
    void everyPage(ServiceKey key) throws IOException {
        for (Eyes each : eyes) {
            Page page = browser.open(each);
            page.navigate("/login");
            page.waitForSelector("#login");
            picture(page, "login", each);
            ward(page, each, key);
            page.context().clearCookies();
            kitchen(page, each, key);
            page.context().clearCookies();
            it(page, each);
            page.context().clearCookies();
            audit(page, each);
            page.context().close();
        }
    }

    private void ward(Page page, Eyes each, ServiceKey key) throws IOException {
        browser.login(page, WARD);
        page.waitForSelector("#bed-" + bed + " .pill.alert");
        page.waitForSelector("#age:not(:empty)");
        picture(page, "beds", each);
        page.click("#bed-" + bed);
        page.waitForSelector("#panel #edit-profile");
        page.waitForSelector("#panel .fault");
        picture(page, "bed", each);
        page.click("#edit-profile");
        page.waitForSelector("#f-texture");
        picture(page, "profile", each);
        page.navigate("/beds/" + bed);
        page.click("#choose-" + key.date() + "-" + key.service());
        page.waitForSelector(".dish.refused");
        picture(page, "choose", each);
        page.navigate("/beds");
        page.locator(".bed:not(:has(.pill))").first().click();
        page.waitForSelector("#f-name");
        picture(page, "admit", each);
        page.navigate("/requests");
        page.waitForSelector("#requests-urgent");
        picture(page, "requests", each);
        page.navigate("/team");
        page.waitForSelector("#team tbody tr");
        picture(page, "team", each);
        page.navigate("/films");
        page.waitForSelector("#films .faults");
        page.waitForSelector("#age:not(:empty)");
        picture(page, "films", each);
        page.click("#prescribe");
        page.waitForSelector("#f-film");
        picture(page, "prescribe", each);
        page.navigate("/admissions");
        page.fill(
                "#f-text",
                """
                bed;title;name;language
                999-X;mrs;A.;fr
                212-P;duke;B.;fr
                """);
        page.locator("#panel .button.main").click();
        page.waitForSelector("#problems li");
        if (page.locator("#problems li").count() != 2) {
            throw new AssertionError("not every fault of the file is told");
        }
        picture(page, "admissions-faults", each);
    }

    private void kitchen(Page page, Eyes each, ServiceKey key) throws IOException {
        browser.login(page, KITCHEN);
        page.navigate("/meals?date=" + key.date() + "&service=" + key.service());
        page.waitForSelector("#sheet .notice.alert");
        addsUp(page);
        page.waitForSelector("#age:not(:empty)");
        picture(page, "kitchen", each);
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Paris"));
        // Breakfast is chosen the day before: today's can be closed whatever the time.
        page.navigate("/meals?date=" + today + "&service=" + MealService.BREAKFAST);
        page.click("#close-service");
        page.waitForSelector("#ask-close[open]");
        picture(page, "closing", each);
        page.navigate("/beds");
        page.waitForSelector(".notice.alert:not([hidden])");
        picture(page, "refused", each);
    }

    /** The numbers in the pills are those of the ward: chosen and the rest make all patients. */
    private static void addsUp(Page page) {
        List<Integer> numbers =
                page.locator("#sheet .top .pill").allTextContents().stream()
                        .map(text -> Integer.valueOf(text.replaceAll("[^0-9]", "")))
                        .toList();
        int patients = numbers.getLast();
        int sum = numbers.stream().mapToInt(Integer::intValue).sum() - patients;
        if (sum != patients || patients == 0) {
            throw new AssertionError("the kitchen's numbers do not add up: " + numbers);
        }
    }

    private void it(Page page, Eyes each) throws IOException {
        browser.login(page, IT);
        page.navigate("/tv");
        page.waitForSelector("#channels");
        picture(page, "tv", each);
        page.navigate("/accounts");
        page.waitForSelector("#accounts");
        picture(page, "accounts", each);
        page.click("#new-account");
        page.waitForSelector("#f-login");
        picture(page, "account", each);
        page.navigate("/staff");
        page.waitForSelector("#staff .pill.alert");
        picture(page, "staff", each);
        page.navigate("/feed");
        page.waitForSelector("#feed tbody tr");
        picture(page, "feed", each);
    }

    /** Who looks after what was opened at the beds. */
    private void audit(Page page, Eyes each) throws IOException {
        browser.login(page, AUDIT);
        page.navigate("/glass");
        page.waitForSelector("#glasses section");
        picture(page, "glass", each);
        page.navigate("/audit");
        page.click("#verify");
        page.waitForSelector("#verdict .notice");
        picture(page, "audit", each);
    }

    /** The ward comes with the water. */
    void answersTheWater() {
        Page page = browser.as(eyes.getFirst(), WARD);
        page.navigate("/requests");
        Locator water =
                page.locator("#requests li:not(.urgent)")
                        .filter(new Locator.FilterOptions().setHasText(bed));
        for (int step = 0; step < 2; step++) {
            Locator next = water.locator(".button.main");
            String now = next.textContent();
            next.click();
            page.waitForCondition(() -> !water.locator(".button.main").textContent().equals(now));
        }
        page.context().close();
    }

    /** Whom the hospital's system has admitted lies there, on a board that was open already. */
    void seesAdmitted(String other, Runnable sent) {
        Page page = browser.as(eyes.getFirst(), WARD);
        page.waitForSelector("#age:not(:empty)");
        sent.run();
        page.waitForSelector("#bed-" + other + " .who:has(bdi)");
        page.context().close();
    }

    /** A broken glass is read and found justified. */
    void reviewsTheGlass() throws IOException {
        Page page = browser.as(eyes.getFirst(), AUDIT);
        page.navigate("/glass");
        page.fill("#glasses input[name=note]", "Remplacement prévu au planning.");
        page.click("#glasses button[value=JUSTIFIED]");
        page.waitForSelector("#glass-waiting.ok");
        picture(page, "glass-reviewed", eyes.getFirst());
        page.context().close();
    }

    /** An aide chooses for a patient, and the bed says so. */
    void choosesFor(String other, ServiceKey key) throws IOException {
        Page page = browser.as(eyes.getFirst(), WARD);
        page.click("#bed-" + other);
        String choose = "#choose-" + key.date() + "-" + key.service();
        page.click(choose);
        page.waitForSelector(".dishes");
        for (Locator course : page.locator("#panel fieldset").all()) {
            course.locator("input[type=radio]").first().check();
        }
        page.locator("#panel .button.main").click();
        page.locator("#panel")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        page.click("#bed-" + other);
        page.waitForSelector("#panel " + choose);
        picture(page, "bed-chosen-for", eyes.getFirst());
        page.context().close();
    }

    /** The kitchen closes a service after one question. */
    void closesBreakfast() throws IOException {
        Page page = browser.as(eyes.getFirst(), KITCHEN);
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Paris"));
        page.navigate("/meals?date=" + today + "&service=" + MealService.BREAKFAST);
        page.click("#close-service");
        page.locator("#ask-close .button.main").click();
        page.waitForSelector("#closed");
        page.locator("#ask-close")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        picture(page, "closed", eyes.getFirst());
        page.context().close();
    }

    /** A board that is open while the server goes away says so. */
    Page keepsTheBoardOpen() {
        Page page = browser.as(eyes.getFirst(), WARD);
        page.waitForSelector("#age:not(:empty)");
        return page;
    }

    void seesThatTheServerIsGone(Page board) throws IOException {
        board.waitForSelector("#lost:not([hidden])");
        picture(board, "beds-lost", eyes.getFirst());
        board.context().close();
    }

    void discharges() {
        Page page = browser.as(eyes.getFirst(), WARD);
        page.click("#bed-" + bed);
        page.click("#discharge");
        page.locator("#ask-discharge .button.grave").click();
        page.locator("#panel")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        page.context().close();
    }

    /** The terminal has signed that it has erased everything. */
    void seesTheReceipt() throws IOException {
        for (Eyes each : eyes) {
            Page page = browser.as(each, WARD);
            page.click("#bed-" + bed);
            page.waitForSelector("#wipes li:not(:has(.pill))");
            page.locator("#wipes").scrollIntoViewIfNeeded();
            picture(page, "receipt", each);
            page.context().close();
        }
    }
}
