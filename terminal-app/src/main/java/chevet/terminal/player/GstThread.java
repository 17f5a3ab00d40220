package chevet.terminal.player;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The thread of one GStreamer pipeline: whatever changes its state may wait for its devices, and a
 * pipeline that hangs holds up nobody but itself.
 */
final class GstThread {
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    task -> Thread.ofPlatform().daemon().name("gst").unstarted(task));

    void run(Runnable task) {
        try {
            thread.execute(task);
        } catch (RejectedExecutionException _) {
            // It is closed: what was asked of it no longer matters.
        }
    }

    void every(Duration pause, Runnable task) {
        thread.scheduleWithFixedDelay(task, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Runs a last task; then the thread ends. */
    void end(Runnable last) {
        run(last);
        thread.shutdown();
    }
}
