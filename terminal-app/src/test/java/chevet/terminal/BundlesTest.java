package chevet.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every bundle that the terminal speaks with says the same in each language. */
class BundlesTest {
    static Stream<Arguments> everyBundle() {
        return Wiring.BUNDLES.stream()
                .flatMap(base -> Stream.of("en", "ar").map(tag -> Arguments.of(base, tag)));
    }

    @ParameterizedTest
    @MethodSource("everyBundle")
    void everyFrenchSentenceIsThereWithTheSamePlaces(String base, String language) {
        Bundles french = Bundles.of(base, "fr");
        Bundles other = Bundles.of(base, language);
        assertThat(other.stems()).isEqualTo(french.stems());
        assertThat(french.plain())
                .allSatisfy(
                        key -> assertThat(other.places(key)).as(key).isEqualTo(french.places(key)));
        List<String> forms =
                language.equals("ar")
                        ? List.of(".zero", ".one", ".two", ".few", ".many", ".other")
                        : List.of(".one", ".other");
        for (String stem : french.counts()) {
            assertThat(other.texts()).containsKeys(forms.stream().map(stem::concat).toArray());
        }
    }
}
