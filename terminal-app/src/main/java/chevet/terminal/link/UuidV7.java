package chevet.terminal.link;

import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Ids that sort by the time they were made (RFC 9562, section 5.7). Safe for all threads. */
final class UuidV7 {
    private final RandomGenerator random;

    UuidV7(RandomGenerator random) {
        this.random = random;
    }

    synchronized String next(Instant now) {
        long high = (now.toEpochMilli() << 16) | 0x7000L | (random.nextLong() & 0x0fffL);
        long low = (random.nextLong() >>> 2) | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }
}
