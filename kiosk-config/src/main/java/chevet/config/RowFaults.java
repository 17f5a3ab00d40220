package chevet.config;

import chevet.model.text.Language;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** Gathers every fault of a file of rows, in the language of whoever brought it. */
public final class RowFaults {
    private final String file;
    private final Locale locale;
    private final ResourceBundle words;
    private final List<Problem> problems = new ArrayList<>();

    public RowFaults(String file, Language told) {
        this.file = file;
        this.locale = Locale.forLanguageTag(told.tag());
        this.words =
                ResourceBundle.getBundle(
                        "chevet.config.rows",
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /**
     * Notes a fault at a cell.
     *
     * @param key of the sentence in the bundle
     * @param about what stands in the sentence's places
     */
    public void at(Row.Cell cell, String key, Object... about) {
        at(cell.line(), cell.column(), cell.name(), key, about);
    }

    /**
     * @param line from 1; 0 for the whole file
     * @param column from 1; 0 for the whole line
     */
    public void at(int line, int column, String field, String key, Object... about) {
        String sentence = new MessageFormat(words.getString(key), locale).format(about);
        problems.add(new Problem(file, line, column, field, sentence));
    }

    /** A word that is none of those allowed, with the nearest of them where one is near. */
    public void unknown(Row.Cell cell, String word, Collection<String> allowed) {
        unknown(cell.line(), cell.column(), cell.name(), word, allowed);
    }

    void unknown(int line, int column, String field, String word, Collection<String> allowed) {
        Optional<String> near = nearest(word, allowed);
        if (near.isPresent()) {
            at(line, column, field, "did-you-mean", word, near.get());
        } else {
            at(line, column, field, "unknown", word, listed(allowed));
        }
    }

    public boolean none() {
        return problems.isEmpty();
    }

    /** All of them, in the order of the file. */
    public List<Problem> problems() {
        return problems.stream().sorted().toList();
    }

    private static String listed(Collection<String> allowed) {
        String first = allowed.stream().sorted().limit(20).collect(Collectors.joining(", "));
        return allowed.size() > 20 ? first + ", …" : first;
    }

    /** The allowed word that somebody may have meant. */
    public static Optional<String> nearest(String word, Collection<String> allowed) {
        // Of one or two letters everything is near.
        return word.length() < 3 ? Optional.empty() : Nearest.to(word, allowed);
    }
}
