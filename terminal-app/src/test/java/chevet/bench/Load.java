package chevet.bench;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SynchronizedHistogram;

/**
 * An open-loop load: taps leave at their intended time whether or not earlier ones were answered,
 * and their latency counts from that time, so that a server which stalls cannot hide it.
 */
final class Load {
    /** Sends the tap of that number and returns the id that its answer will bear. */
    interface Tap {
        String prepare(long number);

        void send(long number);
    }

    private final ConcurrentMap<String, Long> intended = new ConcurrentHashMap<>();
    private volatile Histogram histogram = new SynchronizedHistogram(3);
    private volatile CountDownLatch open = new CountDownLatch(0);

    /** To be called with the id of each answer; what is answered twice counts once. */
    void answered(String id) {
        Long at = intended.remove(id);
        if (at != null) {
            histogram.recordValue(Math.max(0, (System.nanoTime() - at) / 1_000));
            open.countDown();
        }
    }

    /** Sends {@code count} taps, evenly at {@code perSecond}; returns when all are answered. */
    Result steady(long first, int count, double perSecond, Tap tap) {
        long start = System.nanoTime() + Duration.ofMillis(50).toNanos();
        return run(first, count, k -> start + (long) (k * 1e9 / perSecond), tap);
    }

    /** Sends {@code count} taps at one instant; returns when all are answered. */
    Result burst(long first, int count, Tap tap) {
        long start = System.nanoTime();
        return run(first, count, k -> start, tap);
    }

    private interface Schedule {
        long at(long k);
    }

    private Result run(long first, int count, Schedule schedule, Tap tap) {
        histogram = new SynchronizedHistogram(3);
        open = new CountDownLatch(count);
        long begun = schedule.at(0);
        for (int k = 0; k < count; k++) {
            long at = schedule.at(k);
            for (long wait = at - System.nanoTime(); wait > 0; wait = at - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            intended.put(tap.prepare(first + k), at);
            tap.send(first + k);
        }
        try {
            boolean all = open.await(60, TimeUnit.SECONDS);
            Histogram seen = histogram;
            return new Result(
                    count,
                    all ? 0 : open.getCount(),
                    seen.getValueAtPercentile(50) / 1e3,
                    seen.getValueAtPercentile(99) / 1e3,
                    seen.getMaxValue() / 1e3,
                    (System.nanoTime() - begun) / 1e9);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for answers", e);
        }
    }

    /**
     * @param unanswered after a minute's wait; anything but 0 makes the rest worthless
     * @param p50 milliseconds from the intended send time
     * @param seconds from the first intended send time to the last answer
     */
    record Result(int taps, long unanswered, double p50, double p99, double max, double seconds) {}
}
