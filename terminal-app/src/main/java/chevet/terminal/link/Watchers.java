package chevet.terminal.link;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who wants to be told of a thing; one that throws costs the others nothing. */
final class Watchers<T> {
    private static final Logger LOG = LoggerFactory.getLogger(Watchers.class);
    private final List<Watch> watches = new CopyOnWriteArrayList<>();

    /** One that watches: the same watcher may watch twice and leave once. */
    private final class Watch {
        private final Consumer<T> watcher;

        Watch(Consumer<T> watcher) {
            this.watcher = watcher;
        }
    }

    AutoCloseable add(Consumer<T> watcher) {
        Watch watch = new Watch(watcher);
        watches.add(watch);
        return () -> watches.remove(watch);
    }

    void tell(T news) {
        watches.forEach(watch -> tell(watch.watcher, news));
    }

    static <T> void tell(Consumer<T> watcher, T news) {
        try {
            watcher.accept(news);
        } catch (RuntimeException e) {
            LOG.error("A watcher of the link failed", e);
        }
    }
}
