package chevet.terminal.player;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Subtitles beside a live HLS channel: segments of WebVTT, whose times are those of the picture's
 * stream (RFC 8216, 3.5). Reads on for as long as it is open; safe for several threads.
 */
final class HlsWords implements AutoCloseable {
    /** Time stamps begin again after so many ticks (ISO/IEC 13818-1, 2.4.3.7). */
    private static final long ROUND = 1L << 33;

    private static final long TICKS_A_MILLI = 90;

    private static final Pattern MAP = Pattern.compile("(?m)^X-TIMESTAMP-MAP=(.*)$");
    private static final Pattern TICKS = Pattern.compile("MPEGTS:(\\d{1,12})");
    private static final Pattern LOCAL =
            Pattern.compile("LOCAL:(?:(\\d{1,4}):)?(\\d{1,2}):(\\d{1,2})\\.(\\d{3})");

    /** What stands in the last minutes; older ones are over. */
    private static final int MOST = 400;

    private static final int MOST_SEGMENTS = 200;

    /** In ticks of the picture's stream. */
    private record Line(long from, long length, String text) {}

    private final Set<Line> lines = new LinkedHashSet<>();
    private final CompletableFuture<OptionalLong> began;
    private volatile boolean closed;

    /**
     * @param began the time stamp with which the picture began
     */
    HlsWords(CompletableFuture<OptionalLong> began) {
        this.began = began;
    }

    /**
     * Reads what is listed now and then what comes; returns when it is closed.
     *
     * @param list brings a playlist
     * @param segment brings a segment
     */
    void read(
            URI playlist,
            Function<URI, Optional<PlaylistText>> list,
            Function<URI, Optional<byte[]>> segment)
            throws InterruptedException {
        Deque<URI> known = new ArrayDeque<>();
        while (!closed) {
            Optional<PlaylistText> now = list.apply(playlist);
            for (URI each : now.map(PlaylistText::segments).orElse(List.of())) {
                if (!closed && !known.contains(each)) {
                    segment.apply(each).ifPresent(this::take);
                    known.addLast(each);
                }
            }
            while (known.size() > MOST_SEGMENTS) {
                known.removeFirst();
            }
            Thread.sleep(now.map(PlaylistText::pause).orElse(Duration.ofSeconds(1)));
        }
    }

    /** A segment's cues; those that stand in several count once. */
    void take(byte[] segment) {
        String text = new String(segment, StandardCharsets.UTF_8);
        long zero = zero(text);
        for (Cue each : CueReader.read(segment).all()) {
            long from = zero + each.from().toMillis() * TICKS_A_MILLI;
            long length = each.to().minus(each.from()).toMillis() * TICKS_A_MILLI;
            add(new Line(Math.floorMod(from, ROUND), length, each.text()));
        }
    }

    /** The stream's time at which the segment's own time is zero. */
    private static long zero(String text) {
        Matcher map = MAP.matcher(text);
        if (!map.find()) {
            return 0;
        }
        Matcher ticks = TICKS.matcher(map.group(1));
        Matcher local = LOCAL.matcher(map.group(1));
        long at = ticks.find() ? Long.parseLong(ticks.group(1)) : 0;
        return local.find() ? at - millis(local) * TICKS_A_MILLI : at;
    }

    private static long millis(Matcher local) {
        long hours = Optional.ofNullable(local.group(1)).map(Long::parseLong).orElse(0L);
        long minutes = hours * 60 + Long.parseLong(local.group(2));
        return (minutes * 60 + Long.parseLong(local.group(3))) * 1000
                + Long.parseLong(local.group(4));
    }

    private synchronized void add(Line line) {
        lines.add(line);
        if (lines.size() > MOST) {
            lines.remove(lines.iterator().next());
        }
    }

    /**
     * What is to be read now.
     *
     * @param played how long the picture has played since it began
     */
    synchronized List<String> at(Duration played) {
        OptionalLong start = began.getNow(OptionalLong.empty());
        if (start.isEmpty()) {
            return List.of();
        }
        long now = start.getAsLong() + played.toMillis() * TICKS_A_MILLI;
        List<String> shown = new ArrayList<>();
        for (Line each : lines) {
            if (Math.floorMod(now - each.from, ROUND) < each.length) {
                shown.add(each.text);
            }
        }
        return shown;
    }

    @Override
    public void close() {
        closed = true;
    }
}
