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

    /** What played before it: it is not left until it is known what is to be kept. */
    private Optional<URI> before = Optional.empty();

    /**
     * @param networkInterface through which groups come, {@code eth1}; empty: the system's routes
     *     say
     */
    Groups(Optional<String> networkInterface) {
        this.networkInterface = networkInterface;
    }

    /** The group that is to play now; joined if it is not yet. */
    synchronized GroupReceiver play(URI address) {
        before = playing.filter(now -> !now.equals(address)).or(() -> before);
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
        before = Optional.empty();
        trim();
    }

    synchronized void keepWarm(List<URI> next) {
        warm = new HashSet<>(next);
        before = Optional.empty();
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
                            Optional<URI> address = Optional.of(each.getKey());
                            boolean over =
                                    !warm.contains(each.getKey())
                                            && !playing.equals(address)
                                            && !before.equals(address);
                            if (over) {
                                each.getValue().close();
                            }
                            return over;
                        });
    }

    @Override
    public synchronized void close() {
        warm = Set.of();
        stop();
    }
}
