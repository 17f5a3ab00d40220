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

    /** A film that breaks off again within so much did so at the same place. */
    private static final Duration SAME_PLACE = Duration.ofSeconds(2);

    private static final Duration MOST = Duration.ofSeconds(5);

    /** Between two looks so much counts at most. */
    private static final Duration LOOK = Duration.ofMillis(300);

    private long since;
    private long looked;
    private boolean going;
    private int tries;
    private long again;
    private Duration brokeAt = Duration.ZERO;
    private int breaks;

    /** Opened by somebody: nothing was tried yet. */
    void opened(long now) {
        tries = 0;
        breaks = 0;
        begun(now);
    }

    /** Opened anew. */
    void begun(long now) {
        since = now;
        looked = now;
        going = false;
        again = Long.MAX_VALUE;
    }

    /**
     * Somebody looks, as several times a second. A machine that comes to it seldom gives the player
     * no time either, and opening it anew would cost more of what is missing.
     */
    void look(long now) {
        since += Math.max(0, now - Math.max(looked, since) - LOOK.toNanos());
        looked = now;
    }

    void progress(long now) {
        since = now;
        going = true;
        tries = 0;
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

    /**
     * A film broke off there: a damaged one does so again and again, and each time shows something
     * before it does.
     *
     * @return how often in a row it did so at that place, at least 1
     */
    int broke(Duration at) {
        boolean same = at.minus(brokeAt).abs().compareTo(SAME_PLACE) < 0;
        brokeAt = at;
        breaks = same ? breaks + 1 : 1;
        return breaks;
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
