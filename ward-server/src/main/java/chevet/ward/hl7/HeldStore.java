package chevet.ward.hl7;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The SQL of messages that wait for somebody, and only that. */
final class HeldStore {
    record Row(
            String id,
            String reason,
            String digest,
            String event,
            int times,
            Instant first,
            Instant last,
            Closed sealed) {}

    /** Keeps it; where it waits already, it is counted once more. */
    void put(Handle handle, Row row) {
        handle.execute(
                """
                insert into hl7_held (id, reason, digest, event, times, first_at, last_at, body)
                values (?, ?, ?, ?, 1, ?, ?, ?)
                on conflict (digest) do update set times = hl7_held.times + 1,
                    last_at = excluded.last_at
                """,
                row.id(),
                row.reason(),
                row.digest(),
                row.event(),
                row.first().toEpochMilli(),
                row.last().toEpochMilli(),
                row.sealed().bytes());
    }

    Optional<Row> find(Handle handle, String id) {
        return handle.select("select * from hl7_held where id = ?", id)
                .map((row, _) -> row(row))
                .findOne();
    }

    /** The newest first. */
    List<Row> all(Handle handle, int most) {
        return handle.select("select * from hl7_held order by last_at desc, id limit " + most)
                .map((row, _) -> row(row))
                .list();
    }

    int count(Handle handle) {
        return handle.select("select count(*) from hl7_held").mapTo(Integer.class).one();
    }

    boolean remove(Handle handle, String id) {
        return handle.execute("delete from hl7_held where id = ?", id) > 0;
    }

    void reason(Handle handle, String id, String reason, Instant now) {
        handle.execute(
                "update hl7_held set reason = ?, last_at = ? where id = ?",
                reason,
                now.toEpochMilli(),
                id);
    }

    int purge(Handle handle, Instant before) {
        return handle.execute("delete from hl7_held where last_at < ?", before.toEpochMilli());
    }

    /** Leaves the newest. */
    void keepNewest(Handle handle, int most) {
        handle.execute(
                """
                delete from hl7_held where id not in (
                    select id from hl7_held order by last_at desc, id limit %d)
                """
                        .formatted(most));
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("id"),
                row.getString("reason"),
                row.getString("digest"),
                row.getString("event"),
                row.getInt("times"),
                Instant.ofEpochMilli(row.getLong("first_at")),
                Instant.ofEpochMilli(row.getLong("last_at")),
                new Closed(row.getBytes("body")));
    }
}
