package chevet.ward.tv;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Gathers what a feed got wrong: of each kind the first few, and how many there were. A feed may
 * get the same wrong ten thousand times.
 */
final class Findings {
    /** Of one kind, so many are kept word by word. */
    static final int KEPT = 25;

    /** No word of a report is longer. */
    private static final int LONGEST = 80;

    private final List<Finding> kept = new ArrayList<>();
    private final Map<Finding.Kind, Integer> counts = new EnumMap<>(Finding.Kind.class);

    void add(int line, Finding.Kind kind, Object... about) {
        int count = counts.merge(kind, 1, Integer::sum);
        if (count <= KEPT) {
            List<String> words = new ArrayList<>();
            for (Object word : about) {
                words.add(shortened(String.valueOf(word)));
            }
            kept.add(new Finding(line, kind, words));
        }
    }

    private static String shortened(String word) {
        String one = word.strip().replaceAll("\\s+", " ");
        return one.length() <= LONGEST
                ? one
                : one.substring(0, one.offsetByCodePoints(0, one.codePointCount(0, LONGEST) - 1))
                        + "…";
    }

    boolean has(Finding.Kind kind) {
        return counts.containsKey(kind);
    }

    Report report() {
        return new Report(
                kept.stream().sorted(Comparator.comparingInt(Finding::line)).toList(), counts);
    }
}
