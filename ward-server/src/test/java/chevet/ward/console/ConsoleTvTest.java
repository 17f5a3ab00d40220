package chevet.ward.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.stay.StayId;
import chevet.model.tv.Channel;
import chevet.model.tv.TvAccess;
import chevet.model.tv.TvPackId;
import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page of television, in a browser and without one. */
final class ConsoleTvTest {
    private ConsoleHouse house;
    private Visitor visitor;

    @BeforeEach
    void open() {
        house = new ConsoleHouse();
        house.account("anne", Role.WARD);
        visitor = new Visitor(house);
        visitor.login("anne", ConsoleHouse.PASSWORD);
    }

    @AfterEach
    void close() {
        visitor.close();
        house.close();
    }

    private HttpResponse<String> set(String bed, StayId stay, Map<String, String> more) {
        Map<String, String> fields = new java.util.HashMap<>(more);
        fields.put("csrf", visitor.token());
        fields.put("stay", stay.value());
        return visitor.post("/tv/of/" + bed, fields);
    }

    @Test
    void theWardSetsPacksAndAgeOfAStay() {
        StayId stay = house.in("214-F");
        assertThat(set("214-F", stay, Map.of("pack", "cinema", "age", "12")).statusCode())
                .isEqualTo(303);
        assertThat(house.television.access().of(stay))
                .isEqualTo(new TvAccess(Set.of(new TvPackId("cinema")), Optional.of(12)));
        assertThat(visitor.get("/tv?ward=ophtalmo").body()).contains("jusqu’à -12", "Cinéma");
        assertThat(set("214-F", stay, Map.of()).statusCode()).isEqualTo(303);
        assertThat(house.television.access().of(stay)).isEqualTo(TvAccess.NONE);
    }

    @Test
    void nothingIsSetForSomebodyElseOrFromAnOldPage() {
        StayId stay = house.in("214-F");
        assertThat(set("214-P", stay, Map.of("age", "12")).statusCode()).isEqualTo(409);
        assertThat(set("212-P", stay, Map.of("age", "12")).statusCode()).isEqualTo(409);
        assertThat(set("214-F", stay, Map.of("pack", "gone")).statusCode()).isEqualTo(422);
        assertThat(set("214-F", stay, Map.of("age", "99")).statusCode()).isEqualTo(422);
        assertThat(set("310-P", stay, Map.of("age", "12")).statusCode()).isEqualTo(409);
        assertThat(visitor.get("/tv/of/212-P").statusCode()).isEqualTo(404);
        assertThat(house.television.access().of(stay)).isEqualTo(TvAccess.NONE);
    }

    @Test
    void whoSeesNotAllWardsChangesNoChannels() {
        house.account("it", Role.IT);
        try (Visitor it = new Visitor(house)) {
            it.login("it", ConsoleHouse.PASSWORD);
            Map<String, String> list =
                    Map.of(
                            "csrf",
                            it.token(),
                            "text",
                            "#EXTM3U\n#EXTINF:-1,A\nudp://@239.1.1.1:1\n");
            assertThat(it.post("/tv/channels", list).statusCode()).isEqualTo(403);
            assertThat(it.get("/tv").body()).doesNotContain("import-channels");
        }
        assertThat(house.television.desk().channels()).hasSize(11);
    }

    @Test
    @Tag("slow")
    void aNurseSetsItWithTheKeyboardAndAnotherPageShowsIt() {
        try (Chromium chromium = new Chromium(house.url())) {
            Page other = chromium.as("anne");
            other.navigate("/tv?ward=ophtalmo");
            assertThat(other.locator("#stays")).isVisible();
            Page page = chromium.as("anne");
            page.navigate("/tv?ward=ophtalmo");
            page.focus("#tv-bed-214-F");
            page.keyboard().press("Enter");
            page.waitForSelector("#tv-save");
            page.focus("#tv-part input[value=cinema]");
            page.keyboard().press("Space");
            page.keyboard().press("Tab");
            assertThat(page.locator("#f-age")).isFocused();
            page.keyboard().press("ArrowDown");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Tab");
            assertThat(page.locator("#tv-save")).isFocused();
            page.keyboard().press("Enter");
            assertThat(page.locator("#said")).containsText("214-F");
            assertThat(page.locator("#tv-part input[value=cinema]")).isChecked();
            assertThat(other.locator("tr:has(#tv-bed-214-F)")).containsText("Cinéma");
            assertThat(other.locator("tr:has(#tv-bed-214-F)")).containsText("jusqu’à -10");
            assertThat(house.television.access().of(house.in("214-F")))
                    .isEqualTo(new TvAccess(Set.of(new TvPackId("cinema")), Optional.of(10)));
            assertThat(chromium.complaints).isEmpty();
        }
    }

    @Test
    @Tag("slow")
    void itReadsAListAndItsFaultsAreTold() {
        house.account("it", true, Optional.empty(), Role.IT);
        try (Chromium chromium = new Chromium(house.url())) {
            Page page = chromium.as("it");
            page.navigate("/tv");
            page.click("#import-channels");
            page.fill(
                    "#f-text",
                    "#EXTM3U\n#EXTINF:-1 group-title=\"Cinéma\",Neuf\nudp://@239.1.1.1:1\npipe://x\n");
            page.locator("#panel .button.main").click();
            assertThat(page.locator("#problems")).containsText("ligne 4");
            assertThat(page.locator("#problems")).containsText("chaîne laissée de côté");
            page.keyboard().press("Escape");
            assertThat(page.locator("#channel-Neuf")).containsText("udp://@239.1.1.1:1");
            assertThat(page.locator("#channels-count")).containsText("1 chaîne");
            assertThat(page.locator("#stays")).hasCount(0);
            page.locator("#found-CHANNELS summary").click();
            assertThat(page.locator("#found-CHANNELS")).containsText("pipe://x");
            page.click("#import-guide");
            page.fill("#f-text", "<html>\n<body>Not found</body></html>");
            page.locator("#panel .button.main").click();
            assertThat(page.locator("#problems")).containsText("html");
            page.keyboard().press("Escape");
            assertThat(house.television.desk().channels())
                    .extracting(Channel::name)
                    .containsExactly("Neuf");
            assertThat(chromium.complaints).isEmpty();
        }
    }
}
