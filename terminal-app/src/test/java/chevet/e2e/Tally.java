package chevet.e2e;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Counts the words that programs say. Safe for all threads. */
final class Tally {
    private final Map<String, Integer> counts = new HashMap<>();

    synchronized void hear(String word) {
        counts.merge(word, 1, Integer::sum);
        notifyAll();
    }

    synchronized int of(String word) {
        return counts.getOrDefault(word, 0);
    }

    /** Waits until a word was said so often in all. */
    synchronized void await(String word, int times, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (of(word) < times) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                throw new AssertionError(
                        "\"" + word + "\" " + of(word) + " times of " + times + " in time");
            }
            wait(left);
        }
    }
}
