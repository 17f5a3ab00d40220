package chevet.terminal.stay;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.request.PatientRequest;
import chevet.model.request.RequestKind;
import chevet.model.request.Trade;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StayBundlesTest {
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");
    private static final Pattern PLURAL = Pattern.compile("\\.(zero|one|two|few|many|other)$");
    private static final List<String> ARABIC =
            List.of(".zero", ".one", ".two", ".few", ".many", ".other");

    private static Properties bundle(String language) throws IOException {
        Properties bundle = new Properties();
        try (InputStream file =
                        StayBundlesTest.class.getResourceAsStream(
                                "stay_" + language + ".properties");
                InputStreamReader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            bundle.load(reader);
        }
        return bundle;
    }

    private static Set<String> stems(Properties bundle) {
        return bundle.stringPropertyNames().stream()
                .map(key -> PLURAL.matcher(key).replaceAll(""))
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
        assertThat(stems(other)).isEqualTo(stems(french));
        assertThat(other.stringPropertyNames())
                .filteredOn(french::containsKey)
                .filteredOn(key -> !PLURAL.matcher(key).find())
                .allSatisfy(
                        key ->
                                assertThat(places(other.getProperty(key)))
                                        .as(key)
                                        .isEqualTo(places(french.getProperty(key))));
    }

    @Test
    void arabicHasEveryPlural() throws IOException {
        Properties arabic = bundle("ar");
        assertThat(
                        bundle("fr").stringPropertyNames().stream()
                                .filter(key -> key.endsWith(".other"))
                                .map(key -> key.substring(0, key.length() - 6)))
                .isNotEmpty()
                .allSatisfy(
                        stem ->
                                assertThat(ARABIC)
                                        .allSatisfy(
                                                form ->
                                                        assertThat(arabic)
                                                                .containsKey(stem + form)));
    }

    @Test
    void everyStateHasItsSentence() throws IOException {
        Stream<String> keys =
                Stream.of(
                                keys("stay.ask.", RequestKind.values()),
                                keys("stay.step.", PatientRequest.State.values()),
                                keys("stay.why.", PatientRequest.Why.values()),
                                keys("stay.trade.", Trade.values()))
                        .flatMap(List::stream);
        assertThat(bundle("fr").stringPropertyNames()).containsAll(keys.toList());
    }

    private static List<String> keys(String prefix, Enum<?>... values) {
        return Arrays.stream(values).map(value -> prefix + value.name()).toList();
    }
}
