package chevet.ward.sync;

import chevet.model.wire.Cursor;
import chevet.model.wire.StreamId;
import chevet.ward.db.Database;
import java.util.HashMap;
import java.util.Map;

/** How far each stream has been published. For the delivery lane. */
final class Heads {
    /**
     * @param number of the newest event
     * @param floor a cursor below it may have missed a tombstone that is gone
     */
    record Head(long number, long floor) {
        private static final Head NONE = new Head(0, 0);
    }

    private final String epoch;
    private final Map<StreamId, Head> heads = new HashMap<>();
    private final long known;
    private long published;

    private Heads(String epoch, Map<String, Head> heads, long known, long published) {
        this.epoch = epoch;
        this.known = known;
        this.published = published;
        heads.forEach((stream, head) -> this.heads.put(StreamId.of(stream), head));
    }

    /**
     * As the database has it now.
     *
     * @param published the place up to which events have been published
     */
    static Heads read(Database database, EventTable table, long published) {
        return database.read(
                handle ->
                        new Heads(
                                database.epoch(),
                                table.heads(handle),
                                table.lastPlace(handle),
                                published));
    }

    /** The place that these heads, as first read, tell of: all up to it must be published first. */
    long known() {
        return known;
    }

    /** The place up to which everything is published, and so to be seen by whoever catches up. */
    long published() {
        return published;
    }

    void published(long place) {
        published = place;
    }

    String epoch() {
        return epoch;
    }

    Head of(StreamId stream) {
        return heads.getOrDefault(stream, Head.NONE);
    }

    void advance(StreamId stream, long number) {
        heads.merge(
                stream,
                new Head(number, 0),
                (old, given) -> new Head(Math.max(old.number, number), old.floor));
    }

    void raise(StreamId stream, long floor) {
        heads.merge(
                stream,
                new Head(floor, floor),
                (old, given) -> new Head(Math.max(old.number, floor), Math.max(old.floor, floor)));
    }

    /** Whether a replica at this cursor can go on from there; otherwise it must begin anew. */
    boolean continues(StreamId stream, Cursor cursor) {
        Head head = of(stream);
        return cursor.epoch().equals(epoch)
                && cursor.number() >= head.floor
                && cursor.number() <= head.number;
    }

    boolean current(StreamId stream, Cursor cursor) {
        return cursor.epoch().equals(epoch) && cursor.number() == of(stream).number;
    }
}
