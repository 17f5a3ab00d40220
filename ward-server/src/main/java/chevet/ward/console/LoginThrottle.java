package chevet.ward.console;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often one address may try to log in. A whole ward may stand behind one address, so it is
 * generous; an account's own lock is in the account. Safe for all threads.
 */
final class LoginThrottle {
    static final int TRIES = 20;
    static final Duration WITHIN = Duration.ofMinutes(1);
    private static final int ADDRESSES = 10_000;

    private final InstantSource clock;
    private final Map<String, Deque<Instant>> tries =
            new LinkedHashMap<>(64, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
                    return size() > ADDRESSES;
                }
            };

    LoginThrottle(InstantSource clock) {
        this.clock = clock;
    }

    /** Counts a try; false where the address has had its share. */
    synchronized boolean allows(String address) {
        Instant now = clock.instant();
        Deque<Instant> times = tries.computeIfAbsent(address, _ -> new ArrayDeque<>());
        while (!times.isEmpty() && !times.getFirst().isAfter(now.minus(WITHIN))) {
            times.removeFirst();
        }
        if (times.size() >= TRIES) {
            return false;
        }
        times.addLast(now);
        return true;
    }
}
