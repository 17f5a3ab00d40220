package chevet.terminal.fetch;

import java.time.Duration;

/**
 * How long to wait after an attempt that failed.
 *
 * @param first after the first; doubled after each that brought nothing
 * @param most never longer than this, where a little later may go better
 * @param hopeless where it will hardly: over the quota, a server that lies
 */
record Patience(Duration first, Duration most, Duration hopeless) {
    static final Patience USUAL =
            new Patience(Duration.ofSeconds(2), Duration.ofMinutes(1), Duration.ofMinutes(10));

    Duration after(int failures) {
        Duration wait = first.multipliedBy(1L << Math.min(failures, 20));
        return wait.compareTo(most) < 0 ? wait : most;
    }
}
