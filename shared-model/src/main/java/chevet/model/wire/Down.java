package chevet.model.wire;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A message to terminals on {@code down/T} or on a shared topic ({@link Live} only). */
public sealed interface Down {
    /** What became of commands. */
    record Outcomes(List<Outcome> outcomes) implements Down {}

    /** Events just committed; those of one stream are in order. */
    record Live(String epoch, List<Event> events) implements Down {}

    /**
     * A part of a stream that the terminal's cursor was missing; at most 256 KiB.
     *
     * @param from the cursor that this page continues; a terminal that stands elsewhere ignores the
     *     page
     * @param through the cursor after this page, even where compaction left nothing to send
     * @param reset drop what the replica holds of the stream before applying this page: the epoch
     *     is new or the cursor too old
     */
    record Page(
            StreamId stream,
            String epoch,
            long from,
            long through,
            boolean reset,
            boolean last,
            List<Event> events)
            implements Down {}

    /**
     * The streams that this terminal no longer may have: drop what the replica holds of them, and
     * their key.
     */
    record Dropped(List<StreamId> streams) implements Down {}

    /**
     * The replica is complete up to these cursors; a screen's age counts from here.
     *
     * @param answers {@code boot/connection} of the presence that this answers
     * @param at server's clock
     */
    record Current(String answers, Instant at, Map<StreamId, Cursor> heads) implements Down {}
}
