package chevet.model.wire;

import java.time.Instant;
import java.util.Optional;

/**
 * One change of a stream: of each key only the newest event counts.
 *
 * @param stream whose
 * @param number the stream's running number, from 1; compaction leaves holes
 * @param after the number sent before this one to the same receiver; a receiver whose cursor is
 *     lower has lost something
 * @param key what it is about within the stream: {@code tray/2026-11-21/DINNER}
 * @param type the feature's word for the shape of the body: {@code meal.tray}
 * @param body empty for a tombstone: the key is gone
 * @param at when it happened, by the server's clock
 */
public record Event(
        StreamId stream,
        long number,
        long after,
        String key,
        String type,
        Optional<Body> body,
        Instant at) {}
