package chevet.ward.sync;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * How fast pages may go out: what the broker is given faster than the network takes it lies in its
 * memory. For one thread.
 */
final class Flow {
    private static final long BYTES_PER_SECOND = 32 << 20;
    private static final long MOST = 8 << 20;

    private final InstantSource clock;
    private long allowed = MOST;
    private Instant filled;

    Flow(InstantSource clock) {
        this.clock = clock;
        this.filled = clock.instant();
    }

    boolean open() {
        if (allowed <= 0) {
            Instant now = clock.instant();
            long millis = Duration.between(filled, now).toMillis();
            // A clock set back must not stop the flow until it has caught up.
            if (millis != 0) {
                filled = now;
            }
            allowed =
                    millis < 0
                            ? MOST
                            : Math.min(
                                    MOST,
                                    allowed + Math.min(millis, 1000) * (BYTES_PER_SECOND / 1000));
        }
        return allowed > 0;
    }

    void sent(int bytes) {
        allowed -= bytes;
    }
}
