package chevet.terminal.player;

import java.time.Duration;

/**
 * Notices what does not go on, and says when to try again. Times are given, {@link
 * System#nanoTime}.
 */
final class Watch {
    /** A picture that stands this long has stopped. */
    static final Duration PATIENCE = Duration.ofMillis(2_500);

    /** A first picture may wait for its server and for the next key picture. */
    static final Duration FIRST = Duration.ofSeconds(8);

    /** Less where there is another way to try, and so much is far more than was ever measured. */
    static final Duration FIRST_OF_SEVERAL = Duration.ofSeconds(4);

    private static final Duration MOST = Duration.ofSeconds(5);

    private long since;
    private boolean going;
    private int tries;
    private long again;

    /** Opened by somebody: nothing was tried yet. */
    void opened(long now) {
        tries = 0;
        begun(now);
    }

    /** Opened anew. */
    void begun(long now) {
        since = now;
        going = false;
        again = Long.MAX_VALUE;
    }

    void progress(long now) {
        since = now;
        going = true;
        tries = 0;
    }

    /** True once something was seen or heard since it was last opened. */
    boolean going() {
        return going;
    }

    /**
     * True when it ought to have gone on by now.
     *
     * @param another there is another way to try
     */
    boolean late(long now, boolean another) {
        Duration first = another ? FIRST_OF_SEVERAL : FIRST;
        return again == Long.MAX_VALUE && now - since > (going ? PATIENCE : first).toNanos();
    }

    /** It is given up for now, and counted. */
    void gaveUp(long now) {
        again = now + pause(tries).toNanos();
        tries++;
    }

    int tries() {
        return tries;
    }

    /** True when it is to be opened anew. */
    boolean due(long now) {
        return again != Long.MAX_VALUE && now >= again;
    }

    /** At once, then after 1, 2, 4, 4 and always 5 seconds. */
    static Duration pause(int tries) {
        if (tries == 0) {
            return Duration.ZERO;
        }
        Duration wait = Duration.ofSeconds(1L << Math.min(tries - 1, 3));
        return wait.compareTo(MOST) > 0 ? MOST : wait;
    }
}
