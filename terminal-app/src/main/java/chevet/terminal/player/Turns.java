package chevet.terminal.player;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Where a live stream's own time begins anew while it is played (RFC 8216, 4.3.2.3), from what its
 * player was given to read. Safe for several threads.
 */
final class Turns {
    /** With fewer segments nothing begins to play. */
    private static final int ENOUGH = 3;

    /** A player's clock stands a little before the end of what it was given. */
    private static final Duration EARLY = Duration.ofMillis(200);

    /** So much of it JavaFX Media keeps for itself until there is more. */
    private static final Duration KEPT = Duration.ofSeconds(2);

    private final boolean one;
    private final Function<HlsSegment, CompletableFuture<FirstStamp>> stamps;
    private final List<Stretch> stretches = new ArrayList<>();
    private final OptionalLong wanted;
    private Duration end = Duration.ZERO;
    private long newest = -1;

    /**
     * What is played between two turns.
     *
     * @param from so much was played before
     * @param stamp of its first segment
     */
    private record Stretch(long turn, Duration from, CompletableFuture<FirstStamp> stamp) {}

    /**
     * A time of the stream.
     *
     * @param ticks of 90 kHz
     */
    record Moment(long turn, long ticks) {}

    /**
     * @param one the player can play but one turn, and is given no more
     * @param wanted the turn to begin with, where it is listed; empty for the first that is
     * @param stamps reads a segment's first time stamps
     */
    Turns(
            boolean one,
            OptionalLong wanted,
            Function<HlsSegment, CompletableFuture<FirstStamp>> stamps) {
        this.one = one;
        this.wanted = wanted;
        this.stamps = stamps;
    }

    /** What the player is given of it. */
    synchronized PlaylistText take(PlaylistText list) {
        List<HlsSegment> listed = list.segments();
        for (HlsSegment each : listed) {
            if (each.number() > newest && (!stretches.isEmpty() || begins(each, listed))) {
                newest = each.number();
                if (stretches.isEmpty() || stretches.getLast().turn != each.turn()) {
                    stretches.add(new Stretch(each.turn(), end, stamps.apply(each)));
                }
                end = end.plus(each.length());
            }
        }
        return one && !stretches.isEmpty() ? list.only(stretches.getFirst().turn) : list;
    }

    private boolean begins(HlsSegment first, List<HlsSegment> listed) {
        long last = listed.getLast().turn();
        if (wanted.isPresent()) {
            return first.turn() >= Math.min(wanted.getAsLong(), last);
        }
        long left = listed.stream().filter(each -> each.turn() == first.turn()).count();
        return !one || left >= ENOUGH || first.turn() == last;
    }

    /**
     * True where the player has nothing more to go on with.
     *
     * @param played so much of it
     * @param stands it does not go on
     */
    synchronized boolean over(Duration played, boolean stands) {
        return one
                && stretches.size() > 1
                && played.compareTo(stretches.get(1).from.minus(stands ? KEPT : EARLY)) >= 0;
    }

    /** The turn behind the one that is played. */
    synchronized OptionalLong next() {
        return stretches.size() > 1 ? OptionalLong.of(stretches.get(1).turn) : OptionalLong.empty();
    }

    /**
     * Which time of the stream is shown; empty while that is not known.
     *
     * @param played how long the picture has played since it began
     * @param stamp that its player counts from
     */
    Optional<Moment> at(Duration played, Function<FirstStamp, OptionalLong> stamp) {
        Optional<Stretch> now;
        synchronized (this) {
            now =
                    stretches.reversed().stream()
                            .filter(each -> each.from.compareTo(played) <= 0)
                            .findFirst();
        }
        return now.flatMap(
                stretch -> {
                    OptionalLong first = stamp.apply(stretch.stamp.getNow(FirstStamp.NONE));
                    long since = played.minus(stretch.from).toMillis() * HlsCue.TICKS_A_MILLI;
                    return first.isPresent()
                            ? Optional.of(new Moment(stretch.turn, first.getAsLong() + since))
                            : Optional.empty();
                });
    }
}
