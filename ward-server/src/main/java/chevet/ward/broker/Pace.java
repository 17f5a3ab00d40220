package chevet.ward.broker;

import java.time.Duration;

/**
 * How many messages a connection may send: a bucket that holds a burst and fills steadily. Used by
 * one thread at a time.
 */
final class Pace {
    /** A terminal back from a long partition sends its whole outbox, one command at a time. */
    static final int BURST = 500;

    static final int PER_SECOND = 100;
    private static final long NANOS_EACH = Duration.ofSeconds(1).toNanos() / PER_SECOND;

    private double tokens = BURST;
    private long last;

    Pace(long nanoTime) {
        last = nanoTime;
    }

    /** True where one more is within the pace. */
    boolean allows(long nanoTime) {
        tokens = Math.min(BURST, tokens + (double) (nanoTime - last) / NANOS_EACH);
        last = nanoTime;
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }
}
