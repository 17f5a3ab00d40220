package chevet.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One bundle of texts in one language, as tests look at it. */
public record Bundles(String base, String language, Properties texts) {
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");
    private static final Pattern PLURAL = Pattern.compile("\\.(zero|one|two|few|many|other)$");

    /**
     * @param base {@code chevet.terminal.meal.meal}
     */
    public static Bundles of(String base, String language) {
        String file = "/" + base.replace('.', '/') + "_" + language + ".properties";
        Properties texts = new Properties();
        try (InputStream stream = Bundles.class.getResourceAsStream(file);
                InputStreamReader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Bundles(base, language, texts);
    }

    /** All keys; forms of a number count as one. */
    Set<String> stems() {
        return texts.stringPropertyNames().stream()
                .map(key -> counted(key) ? stem(key) : key)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Keys without those of numbers. */
    Set<String> plain() {
        return texts.stringPropertyNames().stream()
                .filter(key -> !counted(key))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Stems of what depends on a number. */
    Set<String> counts() {
        return texts.stringPropertyNames().stream()
                .filter(this::counted)
                .map(Bundles::stem)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean counted(String key) {
        return PLURAL.matcher(key).find()
                && texts.containsKey(stem(key) + ".one")
                && texts.containsKey(stem(key) + ".other");
    }

    private static String stem(String key) {
        return PLURAL.matcher(key).replaceAll("");
    }

    /** {@code {0}}, {@code {1}} … of a text. */
    Set<String> places(String key) {
        return PLACE.matcher(texts.getProperty(key))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** There is a text for each of these. */
    public void assertAll(String prefix, Enum<?>... values) {
        assertThat(texts.stringPropertyNames())
                .as(base)
                .containsAll(Arrays.stream(values).map(value -> prefix + value.name()).toList());
    }
}
