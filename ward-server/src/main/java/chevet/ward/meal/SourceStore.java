package chevet.ward.meal;

import chevet.model.stay.StayId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The SQL of what each source says of a stay's food, and only that; all of it sealed. */
final class SourceStore {
    /** A source's row. */
    record Row(String source, Sealed body, Instant at) {}

    List<Row> of(Handle handle, StayId stay) {
        return handle.select(
                        """
                        select source, body, taken_at from meal_source
                         where stay = ? order by source
                        """,
                        stay.value())
                .map(
                        (row, _) ->
                                new Row(
                                        row.getString(1),
                                        new Sealed(row.getBytes(2)),
                                        Instant.ofEpochMilli(row.getLong(3))))
                .list();
    }

    Optional<Row> of(Handle handle, StayId stay, String source) {
        return of(handle, stay).stream().filter(row -> row.source().equals(source)).findFirst();
    }

    void put(Handle handle, StayId stay, Row row) {
        handle.execute(
                """
                insert into meal_source (stay, source, body, taken_at) values (?, ?, ?, ?)
                on conflict (stay, source) do update
                   set body = excluded.body, taken_at = excluded.taken_at
                """,
                stay.value(),
                row.source(),
                row.body().bytes(),
                row.at().toEpochMilli());
    }

    void erase(Handle handle, StayId stay) {
        handle.execute("delete from meal_source where stay = ?", stay.value());
    }
}
