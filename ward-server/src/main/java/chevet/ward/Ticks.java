package chevet.ward;

import chevet.ward.http.SafeTrace;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done by the clock, one thing after the other on one thread. */
final class Ticks {
    private static final Logger LOG = LoggerFactory.getLogger(Ticks.class);
    private static final long PATIENCE = 5;

    private final ScheduledExecutorService thread;

    /**
     * @param name of its thread
     */
    Ticks(String name) {
        this.thread =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name(name).daemon().factory());
    }

    /** Does it again and again, for the first time after one pause. */
    void every(Duration pause, String what, Runnable work) {
        every(pause, pause, what, work);
    }

    /** As above, for the first time after another while. */
    void every(Duration first, Duration pause, String what, Runnable work) {
        thread.scheduleWithFixedDelay(
                () -> tick(what, work), first.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void tick(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            // What was broken off by the end is no fault, and there is no next tick to tell of.
            if (!thread.isShutdown()) {
                told(what, e);
            }
        }
    }

    private static void told(String what, RuntimeException e) {
        LOG.error("tick of {} failed: {}", what, SafeTrace.of(e));
    }

    /** The scheduler's edge: what throws here is told, and tried again at the next tick. */
    static void once(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            told(what, e);
        }
    }

    /** No more of it; what is under way is broken off. */
    void stop() {
        thread.shutdownNow();
    }

    /** No more of it; what is under way goes on. */
    void finish() {
        thread.shutdown();
    }

    /** Waits a little for what is under way after {@link #finish}, then breaks it off. */
    void ended() {
        ended(thread);
    }

    /** As above, of work that somebody else has told to finish. */
    static void ended(ExecutorService work) {
        try {
            if (!work.awaitTermination(PATIENCE, TimeUnit.SECONDS)) {
                work.shutdownNow();
            }
        } catch (InterruptedException e) {
            work.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
