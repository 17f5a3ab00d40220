package chevet.config.pack;

import java.time.Duration;

/**
 * How slow a transfer may be before it counts as stalled.
 *
 * @param bytes at least so many have to come
 * @param within so long a time
 */
public record Pace(long bytes, Duration within) {
    /** Slower than any network that a film can be watched over. */
    public static final Pace USUAL = new Pace(64 * 1024, Duration.ofSeconds(20));
}
