package chevet.sim;

import chevet.terminal.link.Loop;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.PriorityQueue;

/**
 * A clock that stands still until it is told to go on, and the one thread's list of what is to be
 * done when. What is due at the same instant runs in the order in which it was given.
 */
public final class VirtualTime implements Loop, InstantSource {
    private final PriorityQueue<Due> queue = new PriorityQueue<>();
    private Instant now;
    private long given;

    public VirtualTime(Instant start) {
        now = start;
    }

    private static final class Due implements Comparable<Due> {
        private final Instant at;
        private final long order;
        private final Runnable work;
        private boolean cancelled;

        Due(Instant at, long order, Runnable work) {
            this.at = at;
            this.order = order;
            this.work = work;
        }

        @Override
        public int compareTo(Due other) {
            int byTime = at.compareTo(other.at);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public void execute(Runnable work) {
        after(Duration.ZERO, work);
    }

    @Override
    public Timer after(Duration delay, Runnable work) {
        Due due = new Due(now.plus(delay), given++, work);
        queue.add(due);
        return () -> due.cancelled = true;
    }

    /** Does all that is due until then, and stands at that instant afterwards. */
    public void run(Duration duration) {
        Instant end = now.plus(duration);
        Due next = queue.peek();
        while (next != null && !next.at.isAfter(end)) {
            queue.remove();
            if (!next.cancelled) {
                now = next.at;
                next.work.run();
            }
            next = queue.peek();
        }
        now = end;
    }

    /** Does all that is due at this instant. */
    public void settle() {
        run(Duration.ZERO);
    }
}
