package chevet.tour;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what must come. */
final class Wait {
    static final Duration PATIENCE = Duration.ofSeconds(45);
    private static final long PAUSE = Duration.ofMillis(40).toNanos();

    private Wait() {}

    /**
     * Returns how long it took.
     *
     * @param what is said where it does not come
     */
    static Duration until(String what, BooleanSupplier come) {
        return until(what, PATIENCE, come);
    }

    /**
     * Waits longer, or shorter, than most things take.
     *
     * @param what is said where it does not come
     */
    static Duration until(String what, Duration patience, BooleanSupplier come) {
        long start = System.nanoTime();
        while (!come.getAsBoolean()) {
            if (System.nanoTime() - start > patience.toNanos()) {
                throw new AssertionError("not seen in " + patience.toSeconds() + " s: " + what);
            }
            LockSupport.parkNanos(PAUSE);
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
