package chevet.ward.account;

import java.time.Duration;
import java.time.Instant;

/** How long an account waits after wrong passwords. */
final class Lockout {
    static final int FREE = 5;
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    private Lockout() {}

    /**
     * Until when an account is locked after that many failures in a row: not at all before the
     * fifth, then a minute, doubled by each further one, an hour at the most.
     */
    static Instant until(int failures, Instant now) {
        if (failures < FREE) {
            return Instant.EPOCH;
        }
        int doublings = Math.min(failures - FREE, 10);
        Duration wait = FIRST.multipliedBy(1L << doublings);
        return now.plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
    }
}
