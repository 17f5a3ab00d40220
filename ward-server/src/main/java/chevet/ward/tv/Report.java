package chevet.ward.tv;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a feed got wrong.
 *
 * @param findings by line; of each kind the first few
 * @param counts how many there were of each kind
 */
public record Report(List<Finding> findings, Map<Finding.Kind, Integer> counts) {
    public static final Report NONE = new Report(List.of(), Map.of());

    public Report {
        findings = List.copyOf(findings);
        counts = Collections.unmodifiableMap(new TreeMap<>(counts));
    }

    /** How many findings there were in all. */
    public int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many of them are not told one by one. */
    public int untold() {
        return total() - findings.size();
    }
}
