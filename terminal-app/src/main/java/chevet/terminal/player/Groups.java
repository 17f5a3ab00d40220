package chevet.terminal.player;

import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The multicast groups that this terminal receives: the one that plays, and those that may be asked
 * for next. Safe for several threads.
 */
final class Groups implements AutoCloseable {
    private final Optional<String> networkInterface;
    private final Map<URI, GroupReceiver> open = new HashMap<>();
    private Set<URI> warm = Set.of();
    private Optional<URI> playing = Optional.empty();

    /**
     * @param networkInterface through which groups come, {@code eth1}; empty: the system's routes
     *     say
     */
    Groups(Optional<String> networkInterface) {
        this.networkInterface = networkInterface;
    }

    /** The group that is to play now; joined if it is not yet. */
    synchronized GroupReceiver play(URI address) {
        playing = Optional.of(address);
        GroupReceiver receiver = join(address);
        trim();
        return receiver;
    }

    /** Joins a group anew, for one from which nothing comes. */
    synchronized GroupReceiver rejoin(URI address) {
        Optional.ofNullable(open.remove(address)).ifPresent(GroupReceiver::close);
        return play(address);
    }

    synchronized void stop() {
        playing = Optional.empty();
        trim();
    }

    synchronized void keepWarm(List<URI> next) {
        warm = new HashSet<>(next);
        trim();
        next.forEach(this::join);
    }

    private GroupReceiver join(URI address) {
        return open.computeIfAbsent(address, each -> new GroupReceiver(each, networkInterface));
    }

    private void trim() {
        open.entrySet()
                .removeIf(
                        each -> {
                            boolean over =
                                    !warm.contains(each.getKey())
                                            && !playing.equals(Optional.of(each.getKey()));
                            if (over) {
                                each.getValue().close();
                            }
                            return over;
                        });
    }

    @Override
    public synchronized void close() {
        warm = Set.of();
        playing = Optional.empty();
        trim();
    }
}
