package chevet.config;

import chevet.model.place.Id;
import chevet.model.text.Texts;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/**
 * One table of the file. Each value is asked for by its key and its kind; a fault is noted and some
 * harmless value returned, so that reading goes on and finds the next. What was never asked for is
 * an unknown key.
 */
final class Section {
    private static final Pattern HOST =
            Pattern.compile(
                    "[A-Za-z0-9]([A-Za-z0-9-]{0,62})(\\.[A-Za-z0-9][A-Za-z0-9-]{0,62})*|[A-Za-z0-9]|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,6})([smh])");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final TomlTable table;
    private final String name;
    private final @Nullable TomlPosition at;
    private final Path base;
    private final Faults faults;
    private final Set<String> known = new LinkedHashSet<>();

    private Section(
            TomlTable table, String name, @Nullable TomlPosition at, Path base, Faults faults) {
        this.table = table;
        this.name = name;
        this.at = at;
        this.base = base;
        this.faults = faults;
    }

    /** The whole file; relative paths are relative to {@code base}. */
    static Section root(TomlTable table, Path base, Faults faults) {
        return new Section(table, "", null, base, faults);
    }

    /** A table of this one; an empty one, noted as missing, where there is none. */
    Section table(String key) {
        Object value = value(key, true, "missing-table");
        if (value instanceof TomlTable found) {
            return new Section(found, field(key), position(key), base, faults);
        }
        wrong(key, value, "type.table");
        return nowhere();
    }

    Optional<Section> optionalTable(String key) {
        return value(key, false, "") == null ? Optional.empty() : Optional.of(table(key));
    }

    /** True where reading went wrong above, and nothing more is to be noted here. */
    private Section nowhere() {
        return new Section(Toml.parse(""), "", null, base, new Faults("", Words.in(Locale.ROOT)));
    }

    List<Section> tables(String key, boolean mayBeEmpty) {
        Object value = value(key, true, "missing");
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof TomlArray list)) {
            wrong(key, value, "type.tables");
            return List.of();
        }
        if (list.isEmpty() && !mayBeEmpty) {
            faults.add(position(key), field(key), "empty");
        }
        List<Section> sections = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            String field = field(key) + "[" + (i + 1) + "]";
            if (list.get(i) instanceof TomlTable each) {
                sections.add(new Section(each, field, list.inputPositionOf(i), base, faults));
            } else {
                faults.add(list.inputPositionOf(i), field, "wrong-type", faults.word("type.table"));
            }
        }
        return sections;
    }

    /** Tables that need not be there. */
    List<Section> optionalTables(String key) {
        return has(key) ? tables(key, true) : List.of();
    }

    /** A list of texts, each once; empty where there is none. */
    List<String> texts(String key) {
        Object value = value(key, false, "");
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof TomlArray list)) {
            wrong(key, value, "type.list");
            return List.of();
        }
        Set<String> texts = new LinkedHashSet<>();
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) instanceof String text && !text.isBlank()) {
                texts.add(text.strip());
            } else {
                faults.add(
                        list.inputPositionOf(i),
                        field(key) + "[" + (i + 1) + "]",
                        "wrong-type",
                        faults.word("type.text"));
            }
        }
        return List.copyOf(texts);
    }

    /** A file, or an address of HTTP. */
    Optional<URI> source(String key) {
        Optional<String> text = optionalText(key);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            if (!text.get().contains("://")) {
                return Optional.of(base.resolve(text.get()).normalize().toUri());
            }
            URI uri = new URI(text.get());
            boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (http && uri.getHost() != null) {
                return Optional.of(uri);
            }
        } catch (URISyntaxException | InvalidPathException e) {
            // told below
        }
        faults.add(position(key), field(key), "bad-source", text.get());
        return Optional.empty();
    }

    Optional<String> optionalText(String key) {
        Object value = value(key, false, "");
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof String text)) {
            wrong(key, value, "type.text");
            return Optional.empty();
        }
        if (text.isBlank()) {
            faults.add(position(key), field(key), "empty");
            return Optional.empty();
        }
        return Optional.of(text);
    }

    /** A text that must be there; {@code "?"} where it is not. */
    String text(String key) {
        if (value(key, true, "missing") == null) {
            return "?";
        }
        return optionalText(key).orElse("?");
    }

    <T> T id(String key, Function<String, T> of) {
        String text = text(key);
        if (Id.is(text)) {
            return of.apply(text);
        }
        if (!text.equals("?")) {
            faults.add(position(key), field(key), "bad-id", text);
        }
        return of.apply("x");
    }

    int port(String key, int least) {
        Object value = value(key, true, "missing");
        if (value == null) {
            return 1;
        }
        if (!(value instanceof Long number)) {
            wrong(key, value, "type.number");
            return 1;
        }
        if (number < least || number > 65535) {
            faults.add(
                    position(key),
                    field(key),
                    "bad-port",
                    String.valueOf(least),
                    String.valueOf(number));
            return 1;
        }
        return number.intValue();
    }

    int number(String key, int least, int most, int otherwise) {
        Object value = value(key, false, "");
        if (value == null) {
            return otherwise;
        }
        if (!(value instanceof Long number)) {
            wrong(key, value, "type.number");
            return otherwise;
        }
        if (number < least || number > most) {
            faults.add(
                    position(key),
                    field(key),
                    "bad-range",
                    String.valueOf(least),
                    String.valueOf(most),
                    String.valueOf(number));
            return otherwise;
        }
        return number.intValue();
    }

    ZoneId zone(String key) {
        String text = text(key);
        if (text.equals("?")) {
            return ZoneId.of("UTC");
        }
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            Optional<String> meant = Nearest.to(text, ZoneId.getAvailableZoneIds());
            if (meant.isPresent()) {
                faults.add(position(key), field(key), "bad-zone-meant", text, meant.get());
            } else {
                faults.add(position(key), field(key), "bad-zone", text);
            }
            return ZoneId.of("UTC");
        }
    }

    LocalTime time(String key) {
        String text = text(key);
        try {
            return LocalTime.parse(text, TIME);
        } catch (DateTimeException e) {
            if (!text.equals("?")) {
                faults.add(position(key), field(key), "bad-time", text);
            }
            return LocalTime.MIDNIGHT;
        }
    }

    LocalDate date(String key) {
        String text = text(key);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            if (!text.equals("?")) {
                faults.add(position(key), field(key), "bad-date", text);
            }
            return LocalDate.EPOCH;
        }
    }

    /** Whether the key's value is that very text. */
    boolean says(String key, String text) {
        return text.equals(value(key, false, ""));
    }

    /** Whether the key's value is a list with something in it, be that right or wrong. */
    boolean holds(String key) {
        return value(key, false, "") instanceof TomlArray list && !list.isEmpty();
    }

    boolean has(String key) {
        return value(key, false, "") != null;
    }

    /** A mark that is set or not; not where it is missing. */
    boolean mark(String key) {
        Object value = value(key, false, "");
        if (value == null || value instanceof Boolean) {
            return Boolean.TRUE.equals(value);
        }
        wrong(key, value, "type.mark");
        return false;
    }

    /** The keys {@code fr}, {@code en} and {@code ar} of this table; French has to be there. */
    Texts texts() {
        return new Texts(text("fr"), optionalText("en"), optionalText("ar"));
    }

    Duration duration(String key, Duration otherwise) {
        Optional<String> text = optionalText(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        Matcher matcher = DURATION.matcher(text.get());
        if (!matcher.matches()) {
            faults.add(position(key), field(key), "bad-duration", text.get());
            return otherwise;
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            default -> Duration.ofHours(amount);
        };
    }

    String host(String key, Optional<String> otherwise) {
        Optional<String> given = otherwise.isPresent() ? optionalText(key) : Optional.of(text(key));
        String host = given.or(() -> otherwise).orElse("?");
        if (!host.equals("?") && !HOST.matcher(host).matches()) {
            faults.add(position(key), field(key), "bad-host", host);
        }
        return host;
    }

    List<String> hosts(String key) {
        Object value = value(key, false, "");
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof TomlArray list)) {
            wrong(key, value, "type.list");
            return List.of();
        }
        List<String> hosts = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) instanceof String host && HOST.matcher(host).matches()) {
                hosts.add(host);
            } else {
                faults.add(
                        list.inputPositionOf(i),
                        field(key) + "[" + (i + 1) + "]",
                        "bad-host",
                        String.valueOf(list.get(i)));
            }
        }
        return hosts;
    }

    Path path(String key) {
        String text = text(key);
        try {
            return base.resolve(text).normalize();
        } catch (InvalidPathException e) {
            faults.add(position(key), field(key), "bad-path");
            return base;
        }
    }

    /** One of the words; the first where it is missing. */
    <T> T word(String key, Map<String, T> words, T otherwise, String sentence) {
        Optional<String> text = optionalText(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        T found = words.get(text.get());
        if (found == null) {
            faults.add(position(key), field(key), sentence, text.get());
            return otherwise;
        }
        return found;
    }

    /** Notes a fault of the value of that key. */
    void fault(String key, String sentence, Object... about) {
        faults.add(position(key), field(key), sentence, about);
    }

    /** Notes what is wrong with another file that this one names. */
    void faults(List<Problem> problems) {
        faults.add(problems);
    }

    int line(String key) {
        TomlPosition position = position(key);
        return position == null ? 0 : position.line();
    }

    /** To call when all keys were asked for: notes those that nobody knows. */
    void end() {
        for (String key : table.keySet()) {
            if (known.contains(key)) {
                continue;
            }
            Optional<String> meant = Nearest.to(key, known);
            if (meant.isPresent()) {
                faults.add(position(key), field(key), "unknown-key-meant", meant.get());
            } else {
                faults.add(position(key), field(key), "unknown-key", String.join(", ", known));
            }
        }
    }

    private @Nullable Object value(String key, boolean required, String missing) {
        known.add(key);
        Object value = table.get(List.of(key));
        if (value == null && required) {
            faults.add(at, field(key), missing, "[" + field(key) + "]");
        }
        return value;
    }

    private void wrong(String key, @Nullable Object value, String expected) {
        if (value != null) {
            faults.add(position(key), field(key), "wrong-type", faults.word(expected));
        }
    }

    private @Nullable TomlPosition position(String key) {
        TomlPosition position = table.inputPositionOf(List.of(key));
        return position == null ? at : position;
    }

    private String field(String key) {
        return name.isEmpty() ? key : name + "." + key;
    }
}
