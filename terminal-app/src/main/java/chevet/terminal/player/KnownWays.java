package chevet.terminal.player;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * By which way an address has played before: that one is tried first, so that a way that shows
 * nothing is waited for only once. Safe for several threads.
 */
final class KnownWays {
    private static final int MOST = 200;

    private final Map<URI, Way> ways = new LinkedHashMap<>();

    /** The first way that played it counts. */
    synchronized void played(URI address, Way by) {
        if (ways.putIfAbsent(address, by) == null && ways.size() > MOST) {
            ways.remove(ways.keySet().iterator().next());
        }
    }

    /** The same ways, what has played it before the others. */
    synchronized List<Way> first(URI address, List<Way> possible) {
        Optional<Way> before = Optional.ofNullable(ways.get(address)).filter(possible::contains);
        List<Way> sorted = new ArrayList<>(before.stream().toList());
        possible.stream().filter(each -> !before.equals(Optional.of(each))).forEach(sorted::add);
        return sorted;
    }
}
