package chevet.terminal.player;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The thread of one GStreamer pipeline: whatever changes its state may wait for its devices, and a
 * pipeline that hangs holds up nobody but itself.
 */
final class GstThread {
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    task -> Thread.ofPlatform().daemon().name("gst").unstarted(task));

    private final Consumer<RuntimeException> fault;

    /**
     * @param fault told of what a task throws: nobody else would hear of it
     */
    GstThread(Consumer<RuntimeException> fault) {
        this.fault = fault;
    }

    void run(Runnable task) {
        try {
            thread.execute(safely(task));
        } catch (RejectedExecutionException _) {
            // It is closed: what was asked of it no longer matters.
        }
    }

    void after(Duration pause, Runnable task) {
        try {
            thread.schedule(safely(task), pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException _) {
            // It is closed.
        }
    }

    void every(Duration pause, Runnable task) {
        thread.scheduleWithFixedDelay(safely(task), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Runnable safely(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                fault.accept(e);
            }
        };
    }

    /** Runs a last task; then the thread ends. */
    void end(Runnable last) {
        run(last);
        thread.shutdown();
    }
}
