package chevet.terminal.player;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Subtitles beside a live HLS channel: segments of WebVTT, or of MP4 that carries it, whose times
 * are those of the picture's stream. Reads on for as long as it is open; safe for several threads.
 */
final class HlsWords implements AutoCloseable {
    /** What stands in the last minutes; older ones are over. */
    private static final int MOST = 400;

    private static final int MOST_SEGMENTS = 200;

    private final Set<Kept> cues = new LinkedHashSet<>();
    private final Function<Duration, Optional<Turns.Moment>> time;

    /** Its playlist says where time begins anew: stamps of one turn mean nothing in another. */
    private boolean turning;

    private volatile boolean closed;

    /** A cue of one turn. */
    private record Kept(long turn, HlsCue cue) {}

    /**
     * @param time which time of its stream the picture shows after it has played so long
     */
    HlsWords(Function<Duration, Optional<Turns.Moment>> time) {
        this.time = time;
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
        Optional<URI> headAt = Optional.empty();
        Optional<byte[]> head = Optional.empty();
        while (!closed) {
            Optional<PlaylistText> now = list.apply(playlist);
            for (HlsSegment each : now.map(PlaylistText::segments).orElse(List.of())) {
                if (!closed && !known.contains(each.address())) {
                    if (!headAt.equals(each.head()) || head.isEmpty()) {
                        headAt = each.head();
                        head = headAt.flatMap(segment);
                    }
                    Optional<byte[]> before = head;
                    segment.apply(each.address())
                            .map(
                                    body ->
                                            before.map(first -> HlsCue.fragments(first, body))
                                                    .orElseGet(() -> HlsCue.text(body)))
                            .ifPresent(more -> add(each.turn(), more));
                    known.addLast(each.address());
                }
            }
            while (known.size() > MOST_SEGMENTS) {
                known.removeFirst();
            }
            Thread.sleep(now.map(PlaylistText::pause).orElse(Duration.ofSeconds(1)));
        }
    }

    /** Those that stand in several segments count once. */
    synchronized void add(long turn, List<HlsCue> more) {
        turning |= turn > 0;
        more.forEach(cue -> cues.add(new Kept(turn, cue)));
        while (cues.size() > MOST) {
            cues.remove(cues.iterator().next());
        }
    }

    /**
     * What is to be read now.
     *
     * @param played how long the picture has played since it began
     */
    synchronized List<String> at(Duration played) {
        Optional<Turns.Moment> now = time.apply(played);
        return cues.stream()
                .filter(
                        each ->
                                now.filter(at -> !turning || at.turn() == each.turn)
                                        .filter(at -> each.cue.shownAt(at.ticks()))
                                        .isPresent())
                .map(each -> each.cue.text())
                .toList();
    }

    @Override
    public void close() {
        closed = true;
    }
}
