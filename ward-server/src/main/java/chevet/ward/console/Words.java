package chevet.ward.console;

import chevet.model.place.Id;
import chevet.model.text.Language;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/**
 * The console's words in one language, from the bundles of the frame and of the features. Safe for
 * all threads.
 */
public final class Words {
    private final Language language;
    private final Locale locale;
    private final Map<String, String> patterns;

    private Words(Language language, Map<String, String> patterns) {
        this.language = language;
        this.locale = localeOf(language);
        this.patterns = Map.copyOf(patterns);
    }

    /**
     * All languages of these bundles.
     *
     * @param bundles base names on the class path: {@code chevet/ward/console/words}
     * @throws IllegalArgumentException when two bundles have the same key
     */
    static Map<Language, Words> read(List<String> bundles) {
        Map<Language, Words> words = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            Map<String, String> patterns = new HashMap<>();
            for (String name : new ArrayList<>(bundles)) {
                ResourceBundle bundle =
                        ResourceBundle.getBundle(
                                name.replace('/', '.'),
                                Locale.of(language.tag()),
                                ResourceBundle.Control.getNoFallbackControl(
                                        ResourceBundle.Control.FORMAT_PROPERTIES));
                for (String key : bundle.keySet()) {
                    if (patterns.put(key, bundle.getString(key)) != null) {
                        throw new IllegalArgumentException("two bundles say " + key);
                    }
                }
            }
            words.put(language, new Words(language, patterns));
        }
        return words;
    }

    public Language language() {
        return language;
    }

    /** For dates and figures; Arabic with the digits that French hospitals read. */
    public Locale locale() {
        return locale;
    }

    /**
     * The words of that key, filled.
     *
     * @throws IllegalArgumentException when no bundle has the key
     */
    public String t(String key, Object... about) {
        String pattern = patterns.get(key);
        if (pattern == null) {
            throw new IllegalArgumentException("no words for " + key);
        }
        return about.length == 0 && pattern.indexOf('{') < 0
                ? pattern
                : new MessageFormat(pattern, locale).format(isolated(about));
    }

    /**
     * The words of that key, in which {@code {name}} stands for the value of that name.
     *
     * @throws IllegalArgumentException when no bundle has the key
     */
    public String named(String key, Map<String, String> about) {
        String text = patterns.get(key);
        if (text == null) {
            throw new IllegalArgumentException("no words for " + key);
        }
        for (Map.Entry<String, String> entry : about.entrySet()) {
            text = text.replace("{" + entry.getKey() + "}", isolated(entry.getValue()));
        }
        return text;
    }

    public boolean has(String key) {
        return patterns.containsKey(key);
    }

    private Object[] isolated(Object[] about) {
        Object[] all = about.clone();
        for (int i = 0; i < all.length; i++) {
            if (all[i] instanceof CharSequence || all[i] instanceof Id) {
                all[i] = isolated(all[i].toString());
            }
        }
        return all;
    }

    /** Between right-to-left words, {@code 214-F} would read {@code F-214} (Unicode UAX #9). */
    private String isolated(String about) {
        return language.rightToLeft() ? "\u2068" + about + "\u2069" : about;
    }

    private static Locale localeOf(Language language) {
        return switch (language) {
            case FR -> Locale.FRANCE;
            case EN -> Locale.UK;
            case AR -> Locale.forLanguageTag("ar-MA-u-nu-latn");
        };
    }
}
