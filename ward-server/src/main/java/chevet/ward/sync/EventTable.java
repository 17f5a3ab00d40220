package chevet.ward.sync;

import chevet.ward.db.DatabaseException;
import chevet.ward.db.Prepared;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The SQL of the event log. Writing is for the writer's thread, reading for readers. */
final class EventTable {
    private static final String COLUMNS = "stream, item, number, place, type, body, happened_at";

    private final Prepared next =
            new Prepared(
                    """
                    insert into sync_stream (stream, head, floor) values (?, 1, 0)
                    on conflict (stream) do update set head = sync_stream.head + 1
                    returning head
                    """);
    private final Prepared put =
            new Prepared(
                    """
                    insert into sync_event (stream, item, number, place, type, body, happened_at)
                    values (?, ?, ?, ?, ?, ?, ?)
                    on conflict (stream, item) do update set number = excluded.number,
                        place = excluded.place, type = excluded.type, body = excluded.body,
                        happened_at = excluded.happened_at
                    """);
    private final Prepared has =
            new Prepared(
                    """
                    select type from sync_event
                    where stream = ? and item = ? and body is not null
                    """);

    /** Takes the stream's next number, and with it the lock of the stream's row. */
    long next(Handle handle, String stream) {
        try {
            PreparedStatement statement = next.on(handle);
            statement.setString(1, stream);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new DatabaseException("number of a stream", e);
        }
    }

    /** Writes the event in place of the key's older one. */
    void put(Handle handle, EventRow event) {
        try {
            PreparedStatement statement = put.on(handle);
            statement.setString(1, event.stream());
            statement.setString(2, event.item());
            statement.setLong(3, event.number());
            statement.setLong(4, event.place());
            statement.setString(5, event.type());
            byte[] body = event.body();
            if (body == null) {
                statement.setNull(6, Types.BINARY);
            } else {
                statement.setBytes(6, body);
            }
            statement.setLong(7, event.at().toEpochMilli());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseException("event", e);
        }
    }

    /** The type of the key's event; null where there is none, or a tombstone. */
    @Nullable String typeOf(Handle handle, String stream, String item) {
        try {
            PreparedStatement statement = has.on(handle);
            statement.setString(1, stream);
            statement.setString(2, item);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        } catch (SQLException e) {
            throw new DatabaseException("event", e);
        }
    }

    /** 0 where nothing was ever said in it. */
    long head(Handle handle, String stream) {
        return handle.createQuery("select head from sync_stream where stream = :stream")
                .bind("stream", stream)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    /**
     * Erases a stream's events; its numbers go on above.
     *
     * @return the new head and floor; 0 where there is no such stream
     */
    long end(Handle handle, String stream) {
        handle.createUpdate("delete from sync_event where stream = :stream")
                .bind("stream", stream)
                .execute();
        return handle.createQuery(
                        """
                        update sync_stream set head = head + 1, floor = head + 1
                        where stream = :stream returning head
                        """)
                .bind("stream", stream)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    /**
     * Deletes tombstones from before {@code before}.
     *
     * @return the new floor of each stream that lost one
     */
    Map<String, Long> purge(Handle handle, Instant before) {
        Map<String, Long> floors = new HashMap<>();
        handle.createQuery(
                        """
                        select stream, max(number) as number from sync_event
                        where body is null and happened_at < :before group by stream
                        """)
                .bind("before", before.toEpochMilli())
                .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
                .forEach(floor -> floors.put(floor.getKey(), floor.getValue()));
        floors.forEach(
                (stream, floor) -> {
                    handle.createUpdate(
                                    """
                                    delete from sync_event where stream = :stream
                                    and body is null and happened_at < :before
                                    """)
                            .bind("stream", stream)
                            .bind("before", before.toEpochMilli())
                            .execute();
                    handle.createUpdate(
                                    """
                                    update sync_stream set floor = :floor
                                    where stream = :stream and floor < :floor
                                    """)
                            .bind("stream", stream)
                            .bind("floor", floor)
                            .execute();
                });
        return floors;
    }

    /**
     * All events with {@code after < place <= through}, at most {@code limit}, in order of place.
     */
    List<EventRow> placed(Handle handle, long after, long through, int limit) {
        return rows(
                handle,
                "select "
                        + COLUMNS
                        + " from sync_event where place > ? and place <= ? order by place limit "
                        + limit,
                null,
                after,
                through);
    }

    /** A stream's events above {@code after} that are placed up to {@code through}, in order. */
    List<EventRow> page(Handle handle, String stream, long after, long through, int limit) {
        return rows(
                handle,
                "select "
                        + COLUMNS
                        + " from sync_event where stream = ? and number > ? and place <= ?"
                        + " order by number limit "
                        + limit,
                stream,
                after,
                through);
    }

    /** The greatest number of the stream's events below {@code number}; 0 if none. */
    long before(Handle handle, String stream, long number) {
        return handle.createQuery(
                        """
                        select coalesce(max(number), 0) from sync_event
                        where stream = :stream and number < :number
                        """)
                .bind("stream", stream)
                .bind("number", number)
                .mapTo(Long.class)
                .one();
    }

    long lastPlace(Handle handle) {
        return handle.createQuery("select coalesce(max(place), 0) from sync_event")
                .mapTo(Long.class)
                .one();
    }

    Map<String, Heads.Head> heads(Handle handle) {
        Map<String, Heads.Head> heads = new HashMap<>();
        handle.createQuery("select stream, head, floor from sync_stream")
                .map(
                        (row, context) ->
                                Map.entry(
                                        row.getString(1),
                                        new Heads.Head(row.getLong(2), row.getLong(3))))
                .forEach(head -> heads.put(head.getKey(), head.getValue()));
        return heads;
    }

    private static List<EventRow> rows(
            Handle handle, String sql, @Nullable String stream, long after, long through) {
        Connection connection = handle.getConnection();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int at = 1;
            if (stream != null) {
                statement.setString(at++, stream);
            }
            statement.setLong(at++, after);
            statement.setLong(at, through);
            List<EventRow> rows = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(
                            new EventRow(
                                    row.getString(1),
                                    row.getString(2),
                                    row.getLong(3),
                                    row.getLong(4),
                                    row.getString(5),
                                    row.getBytes(6),
                                    Instant.ofEpochMilli(row.getLong(7))));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new DatabaseException("events", e);
        }
    }
}
