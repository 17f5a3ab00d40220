package chevet.ward;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands until a test moves it. */
public final class HandClock implements InstantSource {
    private volatile Instant now;

    public HandClock(String start) {
        this.now = Instant.parse(start);
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** Moves on; backwards where {@code by} is negative. */
    public synchronized void advance(Duration by) {
        now = now.plus(by);
    }
}
