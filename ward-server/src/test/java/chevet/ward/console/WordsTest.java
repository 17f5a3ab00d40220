package chevet.ward.console;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.place.BedId;
import chevet.model.text.Language;
import chevet.ward.account.AccountRoutes;
import chevet.ward.meal.MealRoutes;
import chevet.ward.stay.StayRoutes;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WordsTest {
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chevet/ward/console/words",
                AccountRoutes.WORDS,
                StayRoutes.WORDS,
                MealRoutes.WORDS,
                chevet.ward.tv.TvRoutes.WORDS,
                chevet.ward.staff.StaffRoutes.WORDS,
                chevet.ward.audit.AuditRoutes.WORDS
            })
    void everyLanguageSaysTheSameThings(String bundle) {
        ResourceBundle french = read(bundle, Language.FR);
        assertThat(french.keySet()).isNotEmpty();
        for (Language language : Language.values()) {
            ResourceBundle other = read(bundle, language);
            assertThat(other.keySet()).as(language.tag()).isEqualTo(french.keySet());
            for (String key : french.keySet()) {
                String text = other.getString(key);
                assertThat(places(text)).as(key).isEqualTo(places(french.getString(key)));
                // A single straight quote would swallow the place after it.
                assertThat(text).as(key).doesNotContain("'");
                if (!key.startsWith("reason.")) {
                    assertThat(new MessageFormat(text, Locale.ROOT)).as(key).isNotNull();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en", "ar"})
    void figuresHaveTheDigitsThatFrenchHospitalsRead(String tag) {
        Words words = Words.read(List.of(StayRoutes.WORDS)).get(language(tag));
        assertThat(Objects.requireNonNull(words).t("beds.online", 28, 30)).contains("28 / 30");
    }

    @Test
    void bedKeepsItsDirectionBetweenArabicWords() {
        Words words = Words.read(List.of(StayRoutes.WORDS)).get(Language.AR);
        assertThat(Objects.requireNonNull(words).t("beds.bed", new BedId("214-F")))
                .endsWith("\u2068214-F\u2069");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr-CA,en;q=0.5", "xx, fr;q=0.9", "", ";;;"})
    void browserThatAsksForNothingBetterGetsFrench(String header) {
        assertThat(Wanted.language(asking(header))).isEqualTo(Language.FR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar-DZ,fr;q=0.5", "de,ar;q=0.5,fr;q=0.1"})
    void browserGetsTheFirstLanguageThatIsSpoken(String header) {
        assertThat(Wanted.language(asking(header))).isEqualTo(Language.AR);
    }

    private static chevet.ward.http.Request asking(String header) {
        return new chevet.ward.http.Request(
                "GET",
                "/login",
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of("accept-language", header),
                "127.0.0.1");
    }

    private static Language language(String tag) {
        return Wanted.spoken(tag).orElseThrow();
    }

    private static ResourceBundle read(String bundle, Language language) {
        return ResourceBundle.getBundle(
                bundle.replace('/', '.'),
                Locale.of(language.tag()),
                ResourceBundle.Control.getNoFallbackControl(
                        ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map(result -> result.group(1))
                .collect(java.util.stream.Collectors.toCollection(TreeSet::new));
    }
}
