package chevet.ward.sync;

import chevet.model.wire.Body;
import chevet.model.wire.Cursor;
import chevet.model.wire.Event;
import chevet.model.wire.StreamId;
import chevet.model.wire.WireCodec;
import chevet.ward.db.Database;
import chevet.ward.db.Tx;
import chevet.ward.keys.StayKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The compacted log of all streams. Numbers are taken under the lock of the stream's row; of each
 * key only the newest event is kept; tombstones live 30 days. Written on the writer's thread.
 */
public final class EventLog implements Events {
    /** A cursor older than this loads its replica anew. */
    static final Duration TOMBSTONES = Duration.ofDays(30);

    private static final int LONGEST_KEY = 120;
    private static final int LONGEST_EVENT = 200 * 1024;

    private final Database database;
    private final EventTable table = new EventTable();
    private final EventBodies bodies;
    private final Queue<Floor> floors = new ConcurrentLinkedQueue<>();
    private long lastPlace;
    private volatile long committed;

    /** A stream whose older cursors are worth nothing from now on. */
    record Floor(StreamId stream, long number, boolean ended) {}

    public EventLog(Database database, StayKeys keys, SyncMeter meter) {
        this.database = database;
        this.bodies = new EventBodies(keys, meter);
        this.lastPlace =
                database.read(
                        handle -> Math.max(table.lastPlace(handle), PublishCursor.stored(handle)));
        this.committed = lastPlace;
        // Not in afterCommit of each event: readers may look at a place only when all that its
        // group wanted done after the commit is done, such as telling where a stay lies now.
        database.afterEachGroup(() -> committed = lastPlace);
    }

    @Override
    public void put(Tx tx, StreamId stream, String key, String type, Object body) {
        Body json = WireCodec.body(body);
        if (key.isEmpty() || key.length() > LONGEST_KEY) {
            throw new IllegalArgumentException("key of " + key.length() + " characters");
        }
        long number = table.next(tx.handle(), stream.toString());
        Event event = new Event(stream, number, number - 1, key, type, Optional.of(json), tx.now());
        if (WireCodec.length(event) > LONGEST_EVENT) {
            throw new IllegalArgumentException(
                    "event of " + WireCodec.length(event) + " bytes, at most " + LONGEST_EVENT);
        }
        byte[] closed = bodies.closed(stream, key, number, json);
        table.put(
                tx.handle(),
                new EventRow(stream.toString(), key, number, ++lastPlace, type, closed, tx.now()));
    }

    @Override
    public void remove(Tx tx, StreamId stream, String key) {
        String type = table.typeOf(tx.handle(), stream.toString(), key);
        if (type != null) {
            long number = table.next(tx.handle(), stream.toString());
            table.put(
                    tx.handle(),
                    new EventRow(
                            stream.toString(), key, number, ++lastPlace, type, null, tx.now()));
        }
    }

    @Override
    public Cursor head(Tx tx, StreamId stream) {
        return new Cursor(database.epoch(), table.head(tx.handle(), stream.toString()));
    }

    @Override
    public void end(Tx tx, StreamId stream) {
        long floor = table.end(tx.handle(), stream.toString());
        if (floor > 0) {
            tx.afterCommit(() -> floors.add(new Floor(stream, floor, true)));
        }
    }

    /** Deletes tombstones that are older than 30 days. */
    CompletableFuture<Integer> purge(Instant now) {
        return database.write(
                tx -> {
                    Map<String, Long> purged = table.purge(tx.handle(), now.minus(TOMBSTONES));
                    purged.forEach(
                            (stream, floor) ->
                                    tx.afterCommit(
                                            () ->
                                                    floors.add(
                                                            new Floor(
                                                                    StreamId.of(stream),
                                                                    floor,
                                                                    false))));
                    return purged.size();
                });
    }

    /** The last place up to which everything is committed and followed up. For all threads. */
    long committed() {
        return committed;
    }

    /** Streams ended or purged since the last look, in order. */
    Queue<Floor> floors() {
        return floors;
    }

    EventTable table() {
        return table;
    }

    EventBodies bodies() {
        return bodies;
    }
}
