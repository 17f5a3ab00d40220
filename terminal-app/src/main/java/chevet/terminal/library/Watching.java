package chevet.terminal.library;

import chevet.model.library.Watched;
import java.time.Duration;
import java.time.Instant;

/** Follows one showing of a film: where it stands, how far it was really played, what was told. */
final class Watching {
    /** How often the ward is told while a film plays. */
    static final Duration OFTEN = Duration.ofSeconds(15);

    /** … while it cannot be reached, so that the outbox does not fill with one film. */
    static final Duration SELDOM = Duration.ofSeconds(60);

    /** The engine says several times a second where it is: what is longer is a jump. */
    private static final Duration STEP = Duration.ofSeconds(5);

    private final Duration length;
    private Duration position;
    private Duration furthest;
    private Instant told;

    /**
     * @param length of the film, as the library says it
     * @param furthest up to where it was played before
     */
    Watching(Duration length, Duration from, Duration furthest, Instant now) {
        this.length = length;
        this.position = from;
        this.furthest = furthest;
        this.told = now;
    }

    Duration position() {
        return position;
    }

    Duration furthest() {
        return furthest;
    }

    /** It plays and has come here. */
    void played(Duration to) {
        Duration step = to.minus(position);
        if (step.isPositive() && step.compareTo(STEP) <= 0) {
            furthest = Watched.furthest(furthest, position, to);
        }
        position = to;
    }

    /** Somebody went there. */
    void jumped(Duration to) {
        position = to;
    }

    /**
     * It has come to its end. A soundtrack may be shorter than the library says of the film: its
     * end is the film's end all the same.
     */
    void ended() {
        furthest = Watched.furthest(furthest, position, length);
        position = length;
    }

    /** Time to tell the ward. */
    boolean due(Instant now, boolean connected) {
        return !now.isBefore(told.plus(connected ? OFTEN : SELDOM));
    }

    void told(Instant now) {
        told = now;
    }
}
