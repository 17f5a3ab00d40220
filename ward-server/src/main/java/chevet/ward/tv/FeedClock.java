package chevet.ward.tv;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads one feed when it is due: at the start, then as often as IT wants, and after a failure
 * sooner. Called by one thread at a time.
 */
final class FeedClock {
    private static final Logger LOG = LoggerFactory.getLogger(FeedClock.class);

    /** After a failure; then twice as long each time, up to the usual time. */
    static final Duration SOON = Duration.ofMinutes(2);

    /** What is done with what was read. */
    interface Taking {
        FeedResult take(String from, byte[] content);
    }

    private final Feed.Kind kind;
    private final Duration every;
    private final InstantSource clock;
    private Instant due = Instant.MIN;
    private Duration wait = SOON;

    FeedClock(Feed.Kind kind, Duration every, InstantSource clock) {
        this.kind = kind;
        this.every = every;
        this.clock = clock;
    }

    synchronized void now() {
        due = Instant.MIN;
    }

    /** Reads it where it is due; does nothing where there is nowhere to read from. */
    void tick(
            Supplier<Optional<URI>> where,
            Source source,
            Taking taking,
            BiConsumer<String, String> unreachable) {
        Optional<URI> from;
        synchronized (this) {
            if (clock.instant().isBefore(due)) {
                return;
            }
            from = where.get();
            if (from.isEmpty()) {
                return;
            }
            // Set before reading: a visit that throws must not be repeated at once.
            due = clock.instant().plus(wait);
        }
        boolean good =
                switch (source.get(from.get(), FeedText.LONGEST)) {
                    case Source.Got.Content(byte[] bytes) ->
                            good(taking.take(shown(from.get()), bytes));
                    case Source.Got.Unreachable(String why) -> {
                        LOG.warn("feed {} of {} not read: {}", kind, shown(from.get()), why);
                        unreachable.accept(shown(from.get()), why);
                        yield false;
                    }
                };
        synchronized (this) {
            wait = good ? SOON : least(wait.multipliedBy(2), every);
            due = clock.instant().plus(good ? every : wait);
        }
    }

    private boolean good(FeedResult result) {
        LOG.info("feed {} read: {} findings", kind, result.report().total());
        return result instanceof FeedResult.Taken;
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Without what may be a password: user and query stay out of pages, reports and logs. */
    static String shown(URI from) {
        if ("file".equals(from.getScheme())) {
            return String.valueOf(from.getPath());
        }
        String port = from.getPort() < 0 ? "" : ":" + from.getPort();
        return from.getScheme() + "://" + from.getHost() + port + from.getPath();
    }
}
