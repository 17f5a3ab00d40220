package chevet.terminal.player;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * How long a player reads its playlists: once, then not until it is wanted, then on until it is
 * left. For any thread.
 */
final class Reading {
    private final CountDownLatch wanted = new CountDownLatch(1);
    private final CountDownLatch left = new CountDownLatch(1);

    /** It plays. */
    void go() {
        wanted.countDown();
    }

    /** It is being ended, or was. */
    void leave() {
        left.countDown();
        wanted.countDown();
    }

    boolean left() {
        return left.getCount() == 0;
    }

    void awaitWanted() throws InterruptedException {
        wanted.await();
    }

    /**
     * Waits so long, or until it is left.
     *
     * @return true if it is left
     */
    boolean leftWithin(long nanos) throws InterruptedException {
        return left.await(nanos, TimeUnit.NANOSECONDS);
    }
}
