package chevet.terminal.tv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TvBundlesTest {
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    /** Languages have different ones, and some say one and two without the figure. */
    private static final Pattern PLURAL = Pattern.compile(".*\\.(zero|one|two|few|many|other)");

    private static Properties bundle(String language) throws IOException {
        Properties bundle = new Properties();
        try (InputStream file =
                        TvBundlesTest.class.getResourceAsStream("tv_" + language + ".properties");
                InputStreamReader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            bundle.load(reader);
        }
        return bundle;
    }

    private static Set<String> plain(Properties bundle) {
        return bundle.stringPropertyNames().stream()
                .filter(key -> key.equals("tv.other") || !PLURAL.matcher(key).matches())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void everyFrenchSentenceIsThereWithTheSamePlaces(String language) throws IOException {
        Properties french = bundle("fr");
        Properties other = bundle(language);
        assertThat(plain(other)).isEqualTo(plain(french));
        assertThat(plain(french))
                .allSatisfy(
                        key ->
                                assertThat(places(other.getProperty(key)))
                                        .as(key)
                                        .isEqualTo(places(french.getProperty(key))));
    }
}
