package chevet.ward.console;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Browsers of people at that address, without anything of each other. They are all of one Chromium,
 * Debian's, that is started for the first and ends with this JVM. For the thread that tests.
 */
final class Chromium implements AutoCloseable {
    /** Where to write pictures to; none are written where it is not set. */
    private static final Optional<Path> PICTURES =
            Optional.ofNullable(System.getProperty("chevet.pictures")).map(Path::of);

    private final List<BrowserContext> open = new ArrayList<>();
    private final String url;

    /** What browsers complained about: errors, violations of the policy, failed loads. */
    final List<String> complaints = new ArrayList<>();

    Chromium(String url) {
        this.url = url;
    }

    private static final class Started {
        private static final Browser BROWSER =
                Playwright.create(
                                new Playwright.CreateOptions()
                                        .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
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

    /** A browser of its own, without cookies, that asks for that language. */
    Page open(String locale, ColorScheme scheme, int width, int height) {
        BrowserContext context =
                Started.BROWSER.newContext(
                        new Browser.NewContextOptions()
                                .setBaseURL(url)
                                .setIgnoreHTTPSErrors(true)
                                .setLocale(locale)
                                .setTimezoneId("Europe/Paris")
                                .setColorScheme(scheme)
                                .setViewportSize(width, height));
        open.add(context);
        context.setDefaultTimeout(15_000);
        Page page = context.newPage();
        page.onConsoleMessage(
                message -> {
                    // The browser itself notes each reply that is no success; tests look at those.
                    boolean status = message.text().startsWith("Failed to load resource");
                    if ((message.type().equals("error") && !status)
                            || message.type().equals("warning")) {
                        complaints.add(page.url() + ": " + message.text());
                    }
                });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        return page;
    }

    Page open() {
        return open("fr-FR", ColorScheme.LIGHT, 1280, 800);
    }

    /** A page logged in as that account. */
    Page as(String login) {
        return login(open(), login);
    }

    static Page login(Page page, String login) {
        page.navigate("/login");
        page.fill("#login", login);
        page.fill("#password", ConsoleHouse.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(address -> !address.contains("/login"));
        return page;
    }

    /** Takes a picture where they are wanted. */
    static void picture(Page page, String name) {
        PICTURES.ifPresent(
                directory ->
                        page.screenshot(
                                new Page.ScreenshotOptions()
                                        .setPath(directory.resolve(name + ".png"))));
    }

    @Override
    public void close() {
        open.forEach(BrowserContext::close);
    }
}
