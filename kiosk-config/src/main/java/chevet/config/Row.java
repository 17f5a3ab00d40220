package chevet.config;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * One row of a file that somebody wrote, whose cells know where they stand. A value that cannot be
 * read is noted as a fault and comes back empty, so that one reading finds every fault.
 *
 * @param line from 1
 */
public record Row(int line, Map<String, Cell> cells, RowFaults faults) {
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern COMMAS = Pattern.compile("\\s*,\\s*");

    public Row {
        cells = Map.copyOf(cells);
    }

    /**
     * One value.
     *
     * @param name of its column
     * @param column from 1, where it begins
     * @param text stripped; empty where nothing is written
     */
    public record Cell(String name, int line, int column, String text) {
        public boolean isEmpty() {
            return text.isEmpty();
        }

        @Override
        public String toString() {
            return "Cell[" + name + "@" + line + ":" + column + "]";
        }
    }

    /** The cell of that column; an empty one at the line's start where the row has none. */
    public Cell cell(String name) {
        Cell cell = cells.get(name);
        return cell != null ? cell : new Cell(name, line, 0, "");
    }

    public String text(String name) {
        return cell(name).text();
    }

    public Optional<String> optional(String name) {
        return Optional.of(text(name)).filter(text -> !text.isEmpty());
    }

    /** The text, which must be there. */
    public Optional<String> required(String name) {
        if (cell(name).isEmpty()) {
            faults.at(cell(name), "missing");
        }
        return optional(name);
    }

    /** One of an enum's words in lower case: {@code low_salt}. */
    public <E extends Enum<E>> Optional<E> word(String name, Class<E> type) {
        return optional(name).flatMap(word -> word(cell(name), word, words(type)));
    }

    public <E extends Enum<E>> Optional<E> requiredWord(String name, Class<E> type) {
        return required(name).flatMap(word -> word(cell(name), word, words(type)));
    }

    /** Several words, separated by spaces. */
    public <E extends Enum<E>> Set<E> words(String name, Class<E> type) {
        return several(name, words(type));
    }

    /**
     * Several of the words allowed, separated by spaces.
     *
     * @param allowed what each word means, in the order in which they are told
     */
    public <T> Set<T> several(String name, Map<String, T> allowed) {
        Set<T> all = new LinkedHashSet<>();
        for (String word : list(name)) {
            word(cell(name), word, allowed).ifPresent(all::add);
        }
        return all;
    }

    /** One of the words allowed. */
    public <T> Optional<T> one(String name, Map<String, T> allowed) {
        return optional(name).flatMap(word -> word(cell(name), word, allowed));
    }

    /** What stands between spaces. */
    public List<String> list(String name) {
        return split(name, SPACES);
    }

    /** What stands between commas. */
    public List<String> phrases(String name) {
        return split(name, COMMAS);
    }

    /** A number of 0 or more, with a point or a comma. */
    public Optional<Double> decimal(String name) {
        return number(name, text -> Double.valueOf(text.replace(',', '.')))
                .filter(value -> inRange(name, value >= 0 && value <= 100_000));
    }

    public Optional<Integer> whole(String name, int least, int most) {
        return number(name, Integer::valueOf)
                .filter(value -> inRange(name, value >= least && value <= most, least, most));
    }

    /** A value whose reader throws {@link IllegalArgumentException} where it is wrong. */
    public <T> Optional<T> value(String name, String fault, Function<String, T> reader) {
        return optional(name)
                .flatMap(
                        text -> {
                            try {
                                return Optional.of(reader.apply(text));
                            } catch (IllegalArgumentException e) {
                                faults.at(cell(name), fault, text);
                                return Optional.empty();
                            }
                        });
    }

    private <N extends Number> Optional<N> number(String name, Function<String, N> reader) {
        return value(name, "not-a-number", reader);
    }

    private boolean inRange(String name, boolean in, Object... limits) {
        if (!in) {
            faults.at(cell(name), limits.length == 0 ? "below-zero" : "out-of-range", limits);
        }
        return in;
    }

    private <T> Optional<T> word(Cell cell, String word, Map<String, T> allowed) {
        T value = allowed.get(word.toLowerCase(Locale.ROOT));
        if (value == null) {
            faults.unknown(cell, word, allowed.keySet());
        }
        return Optional.ofNullable(value);
    }

    private List<String> split(String name, Pattern by) {
        return Arrays.stream(by.split(text(name))).filter(word -> !word.isEmpty()).toList();
    }

    private static <E extends Enum<E>> Map<String, E> words(Class<E> type) {
        Map<String, E> words = new LinkedHashMap<>();
        for (E value : type.getEnumConstants()) {
            words.put(value.name().toLowerCase(Locale.ROOT), value);
        }
        return words;
    }

    static Map<String, Cell> byName(List<Cell> cells) {
        Map<String, Cell> byName = new HashMap<>();
        cells.forEach(cell -> byName.put(cell.name(), cell));
        return byName;
    }
}
