package chevet.terminal.staff;

import java.time.Duration;
import java.time.Instant;

/**
 * When a session is locked because nobody touches the screen. The server counts for itself, and is
 * told of touches; one that it did not hear of does not count for it.
 */
final class IdleClock {
    /** Touches are told so often at the most. */
    static final Duration TOLD_EVERY = Duration.ofSeconds(5);

    private final Duration idle;
    private final Duration warning;
    private Instant touched;
    private Instant told;
    private Instant heard;

    IdleClock(Duration idle, Duration warning, Instant now) {
        this.idle = idle;
        this.warning = warning;
        this.touched = now;
        this.told = now;
        this.heard = now;
    }

    void touch(Instant now) {
        touched = now;
    }

    /** The server has said that the session lives. */
    void heard(Instant at) {
        heard = at;
    }

    /** True once when the server ought to hear of a touch. */
    boolean tell(Instant now) {
        boolean due = touched.isAfter(told) && !now.isBefore(told.plus(TOLD_EVERY));
        if (due) {
            told = now;
        }
        return due;
    }

    /** Until the lock; never more than what the server grants by what it has heard. */
    Duration left(Instant now) {
        Instant mine = touched.plus(idle);
        Instant theirs = heard.plus(idle);
        Duration left = Duration.between(now, mine.isBefore(theirs) ? mine : theirs);
        return left.isNegative() ? Duration.ZERO : left;
    }

    boolean warns(Instant now) {
        return left(now).compareTo(warning) <= 0;
    }
}
