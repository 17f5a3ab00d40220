package chevet.terminal.link;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who wants to be told of a thing; one that throws costs the others nothing. */
final class Watchers<T> {
    private static final Logger LOG = LoggerFactory.getLogger(Watchers.class);
    private final List<Consumer<T>> watchers = new CopyOnWriteArrayList<>();

    AutoCloseable add(Consumer<T> watcher) {
        // A new object each time: the same watcher may watch twice and leave once.
        Consumer<T> own = watcher::accept;
        watchers.add(own);
        return () -> watchers.remove(own);
    }

    void tell(T news) {
        watchers.forEach(watcher -> tell(watcher, news));
    }

    static <T> void tell(Consumer<T> watcher, T news) {
        try {
            watcher.accept(news);
        } catch (RuntimeException e) {
            LOG.error("A watcher of the link failed", e);
        }
    }
}
