package chevet.terminal.meal;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.meal.Allergen;
import chevet.model.meal.Course;
import chevet.model.meal.Diet;
import chevet.model.meal.DrinkThickness;
import chevet.model.meal.FoodTexture;
import chevet.model.meal.MealService;
import chevet.model.meal.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MealBundlesTest {
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    private static Properties bundle(String language) throws IOException {
        Properties bundle = new Properties();
        try (InputStream file =
                        MealBundlesTest.class.getResourceAsStream(
                                "meal_" + language + ".properties");
                InputStreamReader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            bundle.load(reader);
        }
        return bundle;
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map(r -> r.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void everyFrenchSentenceIsThereWithTheSamePlaces(String language) throws IOException {
        Properties french = bundle("fr");
        Properties other = bundle(language);
        assertThat(other.stringPropertyNames()).containsAll(french.stringPropertyNames());
        assertThat(other.stringPropertyNames())
                .allSatisfy(key -> assertThat(french).containsKey(singularOrPlural(key)));
        assertThat(french.stringPropertyNames())
                .allSatisfy(
                        key ->
                                assertThat(places(other.getProperty(key)))
                                        .as(key)
                                        .isEqualTo(places(french.getProperty(key))));
    }

    /** Arabic has more forms of a number than French has. */
    private static String singularOrPlural(String key) {
        return key.replaceFirst("[.](zero|two|few|many)$", ".other");
    }

    @Test
    void everyWordOfTheWardHasItsSentence() throws IOException {
        Properties french = bundle("fr");
        Stream<String> keys =
                Stream.of(
                                keys("meal.allergen.", Allergen.values()),
                                keys("meal.allergy.", Allergen.values()),
                                keys("meal.diet.", Diet.values()),
                                keys("meal.texture.", FoodTexture.values()),
                                keys("meal.thickness.", DrinkThickness.values()),
                                keys("meal.course.", Course.values()),
                                keys("meal.without.", Course.values()),
                                keys("meal.service.", MealService.values()),
                                keys("meal.inline.", MealService.values()),
                                keys("meal.refusal.", Refusal.Code.values()),
                                keys("meal.state.", ServiceState.values()),
                                keys("meal.brief.", ServiceState.values()))
                        .flatMap(List::stream);
        assertThat(french.stringPropertyNames()).containsAll(keys.toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "meal.too-late",
                "meal.closed",
                "meal.not-open",
                "meal.no-such-service",
                "meal.refused",
                "meal.incomplete",
                "stay.not-here",
                "command.failed",
                "command.malformed",
                "command.unknown-repeat"
            })
    void everyReasonOfTheServerHasWords(String code) throws IOException {
        assertThat(bundle("fr")).containsKey("meal.outcome." + code);
    }

    private static List<String> keys(String prefix, Enum<?>[] values) {
        return Arrays.stream(values).map(v -> prefix + v.name()).toList();
    }
}
