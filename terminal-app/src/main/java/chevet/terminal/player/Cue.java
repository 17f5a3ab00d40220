package chevet.terminal.player;

import java.time.Duration;

/**
 * A piece of text and when it is shown.
 *
 * @param from shown from here, counted from the film's start
 * @param to hidden from here; later than {@code from}
 * @param text plain, without tags; lines parted by {@code \n}; never blank
 */
public record Cue(Duration from, Duration to, String text) {
    public Cue {
        if (to.compareTo(from) <= 0) {
            throw new IllegalArgumentException("a cue ends before it begins: " + from + " " + to);
        }
    }

    boolean shownAt(Duration position) {
        return from.compareTo(position) <= 0 && position.compareTo(to) < 0;
    }
}
