package chevet.terminal.link;

import java.time.Duration;

/**
 * Where a link takes its work from: one thread, or a simulation's. Work given to one loop runs one
 * after the other, in the order given; delays are of elapsed time, whatever the wall clock does.
 */
public interface Loop {
    /** Callable from any thread. */
    void execute(Runnable work);

    Timer after(Duration delay, Runnable work);

    /** Work that waits for its time. */
    interface Timer {
        /** Called on the loop: the work will not run. */
        void cancel();
    }
}
