package chevet.model.meal;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Unmodifiable copies in the order of their elements, so that a record is written the same way
 * every time; the order of {@link Set#copyOf} changes with each start of the program.
 */
final class Ordered {
    private Ordered() {}

    static <E extends Comparable<E>> Set<E> copy(Collection<E> elements) {
        return Collections.unmodifiableSet(new TreeSet<>(elements));
    }

    static <K extends Comparable<K>, V> Map<K, V> copy(Map<K, V> entries) {
        // Map.copyOf refuses null where TreeMap would keep it.
        return Collections.unmodifiableMap(new TreeMap<>(Map.copyOf(entries)));
    }
}
