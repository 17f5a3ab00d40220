package chevet.model.tv;

import chevet.model.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One programme of a channel's guide.
 *
 * @param stop when it ends, later than the start
 * @param subtitle the name of this part or this guest
 * @param categories as the guide gives them, in its order: {@code Documentaire}
 * @param episode as people read it: {@code 2.14}
 * @param age the youngest it is rated for, in years; empty where the guide does not say
 * @param subtitled it has subtitles
 * @param described it has audio description
 */
public record Programme(
        Instant start,
        Instant stop,
        Texts title,
        Optional<Texts> subtitle,
        Optional<Texts> description,
        List<String> categories,
        Optional<String> episode,
        Optional<Integer> age,
        boolean subtitled,
        boolean described) {
    /**
     * @throws IllegalArgumentException when it ends before it begins, or the age is out of range
     */
    public Programme {
        if (!stop.isAfter(start)) {
            throw new IllegalArgumentException("stop: not after the start: " + stop);
        }
        age.ifPresent(years -> Ages.checked("age", years));
        categories = List.copyOf(categories);
    }

    /** True from its start, and no more at its end. */
    public boolean on(Instant now) {
        return !now.isBefore(start) && now.isBefore(stop);
    }

    /** How much of it has been, 0 to 1. */
    public double share(Instant now) {
        double whole = Duration.between(start, stop).toMillis();
        return Math.clamp(Duration.between(start, now).toMillis() / whole, 0, 1);
    }
}
