package chevet.ward.db;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves what was committed into the main file, on a thread of its own and seldom: on the writer's
 * every eightieth tap would wait for it, and a commit that meets it waits for the disk.
 */
final class LogKeeper implements AutoCloseable {
    static final Duration USUAL = Duration.ofSeconds(2);

    private static final Logger log = LoggerFactory.getLogger(LogKeeper.class);

    private final Engine engine;
    private final Duration pause;
    private final Semaphore written = new Semaphore(0);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    /**
     * @param pause at least so long from one time to the next
     */
    LogKeeper(Engine engine, Duration pause) {
        this.engine = engine;
        this.pause = pause;
        this.thread = Thread.ofPlatform().name("db-log").start(this::keep);
    }

    /** After each group. */
    void written() {
        written.release();
    }

    private void keep() {
        try {
            while (!closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                written.acquire();
                written.drainPermits();
                if (closing.getCount() > 0) {
                    tidy();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tidy() {
        try {
            engine.tidy();
        } catch (SQLException | RuntimeException e) {
            // What is committed stays in the log, and the next time it is tried again.
            log.debug("the log was not moved: {}", e.toString());
        }
    }

    @Override
    public void close() {
        closing.countDown();
        written();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
