package chevet.terminal.link;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who wants to be told of a thing; one that throws costs the others nothing. */
final class Watchers<T> {
    private static final Logger LOG = LoggerFactory.getLogger(Watchers.class);
    private final List<Place> places = new CopyOnWriteArrayList<>();

    /** One that watches: the same watcher may watch twice and leave once. */
    private final class Place {
        private final Consumer<T> watcher;

        Place(Consumer<T> watcher) {
            this.watcher = watcher;
        }
    }

    Watch add(Consumer<T> watcher) {
        Place place = new Place(watcher);
        places.add(place);
        return () -> places.remove(place);
    }

    void tell(T news) {
        places.forEach(place -> tell(place.watcher, news));
    }

    static <T> void tell(Consumer<T> watcher, T news) {
        try {
            watcher.accept(news);
        } catch (RuntimeException e) {
            LOG.error("A watcher of the link failed", e);
        }
    }
}
