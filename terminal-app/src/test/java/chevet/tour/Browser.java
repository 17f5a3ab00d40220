package chevet.tour;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Debian's Chromium, driven: people of the ward and the kitchen sit before it. One thread's. */
final class Browser implements AutoCloseable {
    private final Playwright playwright;
    private final com.microsoft.playwright.Browser browser;
    private final WardProcess ward;
    private final List<String> complaints = new ArrayList<>();

    Browser(WardProcess ward) {
        this.ward = ward;
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                                        .setArgs(
                                                List.of(
                                                        "--no-sandbox",
                                                        "--disable-gpu",
                                                        "--disable-background-networking")));
    }

    /** A page of somebody who has not logged in. */
    Page open(Eyes eyes) {
        BrowserContext context =
                browser.newContext(
                        new com.microsoft.playwright.Browser.NewContextOptions()
                                .setBaseURL(ward.url())
                                .setIgnoreHTTPSErrors(true)
                                .setLocale(eyes.locale())
                                .setTimezoneId("Europe/Paris")
                                .setColorScheme(eyes.scheme())
                                .setViewportSize(1280, 800));
        context.setDefaultTimeout((double) Wait.PATIENCE.toMillis());
        Page page = context.newPage();
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        return page;
    }

    /** A page of that demo account. */
    Page as(Eyes eyes, String login) {
        return login(open(eyes), login);
    }

    Page login(Page page, String login) {
        page.navigate("/login");
        page.fill("#login", login);
        page.fill("#password", ward.password());
        page.keyboard().press("Enter");
        page.waitForURL(address -> !address.contains("/login"));
        return page;
    }

    /** Errors of the pages' own scripts. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
