package chevet.terminal.ui;

import java.util.function.LongSupplier;

/**
 * Lets a trembling hand write one letter and not three: the same key counts again only after a
 * while, and a neighbour that was brushed at the same time does not count. Of essential tremor (4
 * to 12 Hz) even a slow beat returns sooner than a finger that means it. On the JavaFX thread.
 */
final class KeyBounce {
    private static final long SAME_KEY = 250_000_000;
    private static final long ANY_KEY = 60_000_000;

    private final LongSupplier nanos;
    private String last = "";
    private long at;
    private boolean any;

    /**
     * @param nanos a clock that only runs forward, as {@link System#nanoTime}
     */
    KeyBounce(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** True where this touch is meant. */
    boolean meant(String key) {
        long now = nanos.getAsLong();
        long since = now - at;
        boolean bounced = any && since < (key.equals(last) ? SAME_KEY : ANY_KEY);
        if (!bounced) {
            any = true;
            last = key;
            at = now;
        }
        return !bounced;
    }
}
