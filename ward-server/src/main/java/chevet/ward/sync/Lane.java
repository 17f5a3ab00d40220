package chevet.ward.sync;

import chevet.ward.db.Threads;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tasks that run one after the other, on a thread of the lane's own or when {@link #drain} is
 * called. {@link #submit} is for all threads.
 */
final class Lane implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Lane.class);

    private final LinkedBlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
    private final Runnable beat;
    private final long every;
    private final @Nullable Thread thread;
    private volatile boolean closed;

    /**
     * @param every how often {@code beat} runs between tasks; only on a thread of its own
     */
    Lane(String name, Threads threads, Duration every, Runnable beat) {
        this.beat = beat;
        this.every = every.toNanos();
        this.thread =
                threads == Threads.OWN
                        ? Thread.ofPlatform().name(name).daemon().unstarted(this::run)
                        : null;
    }

    void start() {
        if (thread != null) {
            thread.start();
        }
    }

    void submit(Runnable task) {
        if (!closed) {
            queue.add(task);
        }
    }

    /** The same after a while; by hand at once. */
    void submitAfter(Duration pause, Runnable task) {
        if (thread == null) {
            submit(task);
        } else {
            CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS, this::submit)
                    .execute(task);
        }
    }

    /** Runs what waits and what comes of it. */
    boolean drain() {
        boolean any = false;
        for (Runnable task = queue.poll(); task != null; task = queue.poll()) {
            guarded(task);
            any = true;
        }
        return any;
    }

    private void run() {
        long next = System.nanoTime() + every;
        while (!closed) {
            try {
                Runnable task = queue.poll(next - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (task != null) {
                    guarded(task);
                }
            } catch (InterruptedException e) {
                return;
            }
            if (System.nanoTime() - next >= 0) {
                guarded(beat);
                next = System.nanoTime() + every;
            }
        }
    }

    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            log.error("a task of the roads failed: {}", Fault.told(e));
        }
    }

    @Override
    public void close() {
        closed = true;
        queue.clear();
        if (thread != null && !Thread.currentThread().equals(thread)) {
            queue.add(() -> {});
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
