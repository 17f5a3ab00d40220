package chevet.config;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlPosition;

/**
 * Gathers what is wrong with one configuration file. Not {@link RowFaults}: that one speaks of
 * cells, in the language of whoever brought the file; this one of places in TOML, in the machine's.
 */
final class Faults {
    private final String file;
    private final Words words;
    private final List<Problem> problems = new ArrayList<>();

    Faults(String file, Words words) {
        this.file = file;
        this.words = words;
    }

    void add(@Nullable TomlPosition at, String field, String sentence, Object... about) {
        problems.add(
                new Problem(
                        file,
                        at == null ? 0 : at.line(),
                        at == null ? 0 : at.column(),
                        field,
                        words.say(sentence, about)));
    }

    /** What another file has got wrong. */
    void add(List<Problem> others) {
        problems.addAll(others);
    }

    String word(String key) {
        return words.say(key);
    }

    boolean none() {
        return problems.isEmpty();
    }

    List<Problem> sorted() {
        return problems.stream().sorted().toList();
    }
}
