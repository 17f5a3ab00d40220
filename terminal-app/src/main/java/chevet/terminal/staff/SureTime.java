package chevet.terminal.staff;

import chevet.terminal.device.Notebook;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * What time it is at least. A clock that is set back does not set this back: it goes on with the
 * machine's own count, is never before what a server has said, and never before what was written
 * down before a restart. One that was set forward stays ahead, which opens nothing. Safe for all
 * threads; the first call reads a file.
 */
final class SureTime {
    private static final String LATEST = "latest";

    private final InstantSource clock;
    private final LongSupplier nanos;
    private final Notebook notebook;
    private Optional<Instant> latest = Optional.empty();
    private long counted;

    /**
     * @param nanos counts on whatever the clock says, as {@link System#nanoTime}
     * @param notebook of its own
     */
    SureTime(InstantSource clock, LongSupplier nanos, Notebook notebook) {
        this.clock = clock;
        this.nanos = nanos;
        this.notebook = notebook;
    }

    synchronized Instant now() {
        long count = nanos.getAsLong();
        Instant clocked = clock.instant();
        Instant carried =
                latest.map(then -> then.plusNanos(count - counted)).orElseGet(this::written);
        Instant now = clocked.isAfter(carried) ? clocked : carried;
        latest = Optional.of(now);
        counted = count;
        return now;
    }

    /** It was that late already when a server spoke. */
    synchronized void notBefore(Instant said) {
        Instant now = now();
        latest = Optional.of(said.isAfter(now) ? said : now);
    }

    /** Writes it down for after a restart. */
    synchronized void keep() {
        notebook.write(Map.of(LATEST, now().toString()));
    }

    private Instant written() {
        try {
            return Instant.parse(notebook.read().getOrDefault(LATEST, ""));
        } catch (DateTimeException e) {
            return Instant.MIN;
        }
    }
}
