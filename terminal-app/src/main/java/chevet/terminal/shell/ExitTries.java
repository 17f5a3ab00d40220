package chevet.terminal.shell;

import java.time.Duration;
import java.time.Instant;

/** How often a wrong code may be typed: five times, then never within five minutes. */
final class ExitTries {
    static final int TRIES = 5;
    static final Duration PAUSE = Duration.ofMinutes(5);

    private int left = TRIES;
    private Instant closedUntil = Instant.MIN;

    int left() {
        return left;
    }

    boolean open(Instant now) {
        return !now.isBefore(closedUntil);
    }

    void failed(Instant now) {
        left--;
        if (left == 0) {
            closedUntil = now.plus(PAUSE);
            left = TRIES;
        }
    }

    void succeeded() {
        left = TRIES;
    }
}
