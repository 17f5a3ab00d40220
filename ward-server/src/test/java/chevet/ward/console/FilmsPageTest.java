package chevet.ward.console;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.library.FilmId;
import chevet.model.library.ReportProgress;
import chevet.model.library.SendAnswers;
import chevet.model.stay.StayId;
import chevet.model.text.Language;
import chevet.ward.library.FilmFolder;
import chevet.ward.library.FilmImport;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The page of films in a real browser, with the keyboard alone. */
@TestInstance(Lifecycle.PER_CLASS)
@Tag("slow")
final class FilmsPageTest {
    private static final FilmId CATARACT = new FilmId("cataracte");

    @TempDir private static Path films;
    private ConsoleHouse house;
    private Chromium chromium;

    @BeforeAll
    void open() {
        house = new ConsoleHouse();
        house.account("anne", true, Optional.empty(), Role.WARD);
        house.account("ivan", true, Optional.empty(), Role.IT);
        FilmFolder.write(films.resolve("cataracte"), "2", 100);
        assertThat(house.library.films().importFolder(films, Language.FR))
                .isEqualTo(new FilmImport.Done(1));
        chromium = new Chromium(house.url());
    }

    @AfterAll
    void close() {
        chromium.close();
        house.close();
    }

    private static SortedSet<Integer> places(Integer... places) {
        return new TreeSet<>(List.of(places));
    }

    @Test
    void aFilmIsPrescribedSeenExplainedAndSignedWithTheKeyboardAlone() {
        for (String locale : List.of("fr-FR", "en-GB", "ar")) {
            Page page = chromium.open(locale, ColorScheme.LIGHT, 1280, 800);
            page.navigate("/login");
            Chromium.login(page, "anne");
            page.navigate("/films");
            page.focus("#prescribe");
            page.keyboard().press("Enter");
            page.waitForSelector("#f-stay");
            page.focus("#f-stay");
            StayId stay = house.in("214-F");
            page.selectOption("#f-stay", stay.value());
            page.selectOption("#f-film", "cataracte");
            page.focus("#panel .button.main");
            page.keyboard().press("Enter");
            String line = "#line-" + stay.value() + "-cataracte";
            page.waitForSelector(line);
            // What was signed off in the language before is asked for anew.
            page.waitForSelector(line + " .pill:not(.ok)");
            watchesAndAnswers(stay);
            // Told without a reload, within two seconds of the tap.
            page.waitForSelector(
                    line + " .pill.warn", new Page.WaitForSelectorOptions().setTimeout(2000));
            assertThat(PageFaults.of(page)).isEmpty();
            Chromium.picture(page, "films-" + locale);
            page.focus("#sign-" + stay.value() + "-cataracte");
            page.keyboard().press("Enter");
            // Asked once.
            page.focus("#signs-" + stay.value() + "-cataracte .button.main");
            page.keyboard().press("Enter");
            page.waitForSelector(line + " .pill.ok");
            assertThat(page.textContent(line + " .pill.ok")).contains("Delmas");
            assertThat(chromium.complaints).isEmpty();
            page.context().close();
        }
    }

    @Test
    void itTakesAFilmOffTheShelvesAndTheWardSeesIt() {
        FilmFolder.write(films.resolve("irm"), "1", 100);
        assertThat(house.library.films().importFolder(films, Language.FR))
                .isEqualTo(new FilmImport.Done(2));
        Page page = chromium.open("fr-FR", ColorScheme.LIGHT, 1280, 800);
        page.navigate("/login");
        Chromium.login(page, "ivan");
        page.navigate("/films");
        page.focus("#remove-irm");
        page.keyboard().press("Enter");
        page.focus("#removes-irm .button.grave");
        page.keyboard().press("Enter");
        page.waitForSelector(
                "#film-irm",
                new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
        assertThat(PageFaults.of(page)).isEmpty();
        page.context().close();
        Page ward = chromium.open("fr-FR", ColorScheme.LIGHT, 1280, 800);
        ward.navigate("/login");
        Chromium.login(ward, "anne");
        ward.navigate("/films");
        assertThat(ward.querySelector("#remove-cataracte")).isNull();
        ward.context().close();
    }

    private void watchesAndAnswers(StayId stay) {
        house.tap(
                house.library.progress(),
                stay,
                new ReportProgress(
                        CATARACT,
                        "2",
                        "fr",
                        Optional.empty(),
                        Duration.ofSeconds(100),
                        Duration.ofSeconds(100)));
        house.tap(
                house.library.answers(),
                stay,
                new SendAnswers(CATARACT, "2", "fr", List.of(places(1), places(0))));
    }
}
