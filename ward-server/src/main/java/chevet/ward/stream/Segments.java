package chevet.ward.stream;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A loop cut into the segments of a live playlist (RFC 8216). Their numbers follow from the time of
 * day, so that a server that begins anew goes on with the number that players wait for.
 *
 * @param loop cut where its tables stand
 */
record Segments(TsLoop loop) {
    /** How many a playlist holds. */
    private static final int LISTED = 6;

    /** So many more are still answered: who has an old playlist may come late. */
    private static final int KEPT = 6;

    String master() {
        long bits = loop.packets() * (long) TsLoop.PACKET * 8_000 / loop.length().toMillis();
        return "#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-STREAM-INF:BANDWIDTH=%d\nlive.m3u8\n"
                .formatted(bits);
    }

    /** The last segments that are over at that time. */
    String live(Instant now) {
        long first = next(now) - LISTED;
        StringBuilder list = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:3\n");
        list.append("#EXT-X-TARGETDURATION:").append(longest()).append('\n');
        list.append("#EXT-X-MEDIA-SEQUENCE:").append(first).append('\n');
        for (long number = first; number < first + LISTED; number++) {
            list.append(
                    String.format(
                            Locale.ROOT, "#EXTINF:%.3f,%n%d.ts%n", seconds(place(number)), number));
        }
        return list.toString();
    }

    /** Empty for one that is not over yet, or for long. */
    Optional<byte[]> segment(long number, Instant now) {
        long next = next(now);
        if (number >= next || number < next - LISTED - KEPT) {
            return Optional.empty();
        }
        int place = place(number);
        return Optional.of(
                loop.bytes(Math.floorDiv(number, cuts().size()), cuts().get(place), end(place)));
    }

    /** The number of the segment that is not over yet. */
    private long next(Instant now) {
        long nanos = LoopClock.nanos(now);
        long length = loop.length().toNanos();
        long into = Math.floorMod(nanos, length);
        int place = 0;
        while (place + 1 < cuts().size() && loop.due(cuts().get(place + 1)) <= into) {
            place++;
        }
        return Math.floorDiv(nanos, length) * cuts().size() + place;
    }

    private List<Integer> cuts() {
        return loop.starts();
    }

    private int place(long number) {
        return Math.floorMod(number, cuts().size());
    }

    private int end(int place) {
        return place + 1 < cuts().size() ? cuts().get(place + 1) : loop.packets();
    }

    private double seconds(int place) {
        int end = end(place);
        long until = end < loop.packets() ? loop.due(end) : loop.length().toNanos();
        return (until - loop.due(cuts().get(place))) / 1e9;
    }

    private long longest() {
        double most = 0;
        for (int place = 0; place < cuts().size(); place++) {
            most = Math.max(most, seconds(place));
        }
        return (long) Math.ceil(most);
    }
}
