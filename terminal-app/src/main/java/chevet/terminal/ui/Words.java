package chevet.terminal.ui;

import chevet.model.text.Language;
import chevet.model.text.Texts;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/**
 * Every text that a person sees, in the language that is spoken now; changing {@link
 * #languageProperty} changes all that is bound. A key is looked for in all bundles of the
 * application, so that each feature keeps its texts beside its code. On the JavaFX thread.
 */
public final class Words {
    /** Left-to-right mark: has no width, and the way of a Latin letter. */
    private static final String MARK = "\u200e";

    private static final ResourceBundle.Control UTF_8_PROPERTIES =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ObjectProperty<Language> language = new SimpleObjectProperty<>(Language.FR);
    private final Map<Language, Map<String, String>> texts = new EnumMap<>(Language.class);
    private final Set<String> missing = new TreeSet<>();

    /**
     * @param bases bundles by their base names, {@code chevet.terminal.texts}; each must exist in
     *     every {@link Language}
     */
    public Words(List<String> bases) {
        for (Language each : Language.values()) {
            Map<String, String> all = new HashMap<>();
            for (String base : bases) {
                ResourceBundle bundle =
                        ResourceBundle.getBundle(base, locale(each), UTF_8_PROPERTIES);
                bundle.keySet().forEach(key -> all.putIfAbsent(key, bundle.getString(key)));
            }
            texts.put(each, all);
        }
    }

    public ObjectProperty<Language> languageProperty() {
        return language;
    }

    public Language language() {
        return language.get();
    }

    /**
     * The text of a key, {@code {0}}, {@code {1}} … replaced by {@code args}. A key that no bundle
     * has is noted in {@link #missing} and shown as itself.
     */
    public String text(String key, Object... args) {
        Optional<String> found = find(language.get(), key);
        if (found.isEmpty()) {
            missing.add(language.get().tag() + ":" + key);
        }
        String text = found.or(() -> find(Language.FR, key)).orElse(key);
        for (int i = 0; i < args.length; i++) {
            text = text.replace("{" + i + "}", inPlace(String.valueOf(args[i])));
        }
        return text;
    }

    /**
     * Among words that run from right to left, {@code L.} would read {@code .L}. Marks hold it: the
     * isolates of UAX #9 would be drawn as boxes.
     */
    private String inPlace(String about) {
        boolean latin =
                language.get().rightToLeft()
                        && about.codePoints()
                                .map(Character::getDirectionality)
                                .filter(Words::strong)
                                .limit(1)
                                .anyMatch(way -> way == Character.DIRECTIONALITY_LEFT_TO_RIGHT);
        return latin ? MARK + about + MARK : about;
    }

    private static boolean strong(int way) {
        return way == Character.DIRECTIONALITY_LEFT_TO_RIGHT
                || way == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || way == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    /** True where the language that is spoken now has such a text. */
    public boolean has(String key) {
        return find(language.get(), key).isPresent();
    }

    /**
     * A text that depends on a number, which is its {@code {0}}: {@code key.one}, {@code
     * key.other}, and in Arabic also {@code .zero .two .few .many} (CLDR 46 plural rules for whole
     * numbers).
     */
    public String count(String key, int number, Object... more) {
        Object[] args = new Object[more.length + 1];
        args[0] = number;
        System.arraycopy(more, 0, args, 1, more.length);
        return text(key + "." + plural(language.get(), number), args);
    }

    /** The text of a key, live. */
    public ObservableValue<String> live(String key, Object... args) {
        return Bindings.createStringBinding(() -> text(key, args), language);
    }

    /** A name from the hospital's data in the language that is spoken now. */
    public String text(Texts texts) {
        return texts.in(language.get());
    }

    /** {@code samedi 21 novembre}. */
    public String date(LocalDate date) {
        return format("date.long", date);
    }

    /** {@code 21 novembre 2026}, {@code 1er décembre 2026}. */
    public String fullDate(LocalDate date) {
        return format("date.full", date);
    }

    /** {@code samedi 21}. */
    public String shortDate(LocalDate date) {
        return format("date.short", date);
    }

    /** {@code samedi}. */
    public String weekday(LocalDate date) {
        return DateTimeFormatter.ofPattern("EEEE", locale(language.get())).format(date);
    }

    /** {@code 11:42}, on twenty-four hours everywhere. */
    public String time(LocalTime time) {
        return DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(time);
    }

    /** {@code 2 h 18} or {@code 18 min}, rounded down to the minute; a negative one is nothing. */
    public String duration(Duration duration) {
        long minutes = Math.max(0, duration.toMinutes());
        if (minutes < 60) {
            return text("duration.minutes", minutes);
        }
        if (minutes >= 24 * 60) {
            return count("duration.days", (int) (minutes / (24 * 60)));
        }
        return minutes % 60 == 0
                ? text("duration.hours", minutes / 60)
                : text(
                        "duration.hours-minutes",
                        minutes / 60,
                        String.format(Locale.ROOT, "%02d", minutes % 60));
    }

    /** Keys that were asked for and that no bundle had, {@code ar:meal.title}. */
    public Set<String> missing() {
        return missing;
    }

    /** A month's first day has a pattern of its own: in French it alone is an ordinal. */
    private String format(String key, LocalDate date) {
        String pattern = text(date.getDayOfMonth() == 1 ? key + ".first" : key);
        return DateTimeFormatter.ofPattern(pattern, locale(language.get())).format(date);
    }

    private Optional<String> find(Language in, String key) {
        return Optional.ofNullable(texts.getOrDefault(in, Map.of()).get(key));
    }

    private static Locale locale(Language language) {
        return Locale.of(language.tag());
    }

    static String plural(Language language, int number) {
        return switch (language) {
            case FR -> number < 2 ? "one" : "other";
            case EN -> number == 1 ? "one" : "other";
            case AR -> arabicPlural(number);
        };
    }

    private static String arabicPlural(int number) {
        int hundredth = number % 100;
        if (number <= 2) {
            return number == 0 ? "zero" : number == 1 ? "one" : "two";
        }
        if (hundredth >= 3 && hundredth <= 10) {
            return "few";
        }
        return hundredth >= 11 ? "many" : "other";
    }
}
