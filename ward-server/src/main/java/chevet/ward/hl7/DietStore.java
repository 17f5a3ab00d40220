package chevet.ward.hl7;

import chevet.model.stay.StayId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The SQL of orders for food, and only that. */
final class DietStore {
    /**
     * @param stay under whose key it is sealed; empty where it is the feed's
     * @param number of the patient, hashed; empty where it was not said, or not kept
     * @param told when something was last told of it
     * @param due when it will be otherwise by itself
     */
    record Row(
            String visit,
            Optional<StayId> stay,
            Optional<String> number,
            Closed sealed,
            Instant told,
            Optional<Instant> due) {}

    Optional<Row> of(Handle handle, String visit) {
        return handle.select("select * from hl7_diet where visit = ?", visit)
                .map((row, _) -> row(row))
                .findOne();
    }

    void put(Handle handle, Row row) {
        handle.execute(
                """
                insert into hl7_diet (visit, stay, number, body, told_at, due_at)
                values (?, ?, ?, ?, ?, ?)
                on conflict (visit) do update set stay = excluded.stay,
                    number = coalesce(excluded.number, hl7_diet.number), body = excluded.body,
                    told_at = excluded.told_at, due_at = excluded.due_at
                """,
                row.visit(),
                row.stay().map(StayId::value).orElse(null),
                row.number().orElse(null),
                row.sealed().bytes(),
                row.told().toEpochMilli(),
                row.due().map(Instant::toEpochMilli).orElse(null));
    }

    void remove(Handle handle, String visit) {
        handle.execute("delete from hl7_diet where visit = ?", visit);
    }

    /** What waits for that number. */
    List<Row> waiting(Handle handle, String number) {
        return handle.select(
                        "select * from hl7_diet where number = ? and stay is null order by visit",
                        number)
                .map((row, _) -> row(row))
                .list();
    }

    /** Of how many visits something waits, and no stay has their patient's number. */
    int waiting(Handle handle) {
        return handle.select(
                        """
                        select count(*) from hl7_diet where stay is null and not exists
                            (select 1 from hl7_number where hl7_number.number = hl7_diet.number)
                        """)
                .mapTo(Integer.class)
                .one();
    }

    void renumber(Handle handle, String from, String to) {
        handle.execute("update hl7_diet set number = ? where number = ?", to, from);
    }

    /** Everything of a stay. */
    void erase(Handle handle, StayId stay) {
        handle.execute("delete from hl7_diet where stay = ?", stay.value());
    }

    /** Stays with orders, of which something begins or ends by that moment. */
    List<StayId> due(Handle handle, Instant now) {
        return handle.select(
                        "select stay from hl7_diet where stay is not null and due_at <= ?",
                        now.toEpochMilli())
                .map((row, _) -> new StayId(row.getString(1)))
                .list();
    }

    /** Every stay with orders. */
    List<StayId> stays(Handle handle) {
        return handle.select("select stay from hl7_diet where stay is not null")
                .map((row, _) -> new StayId(row.getString(1)))
                .list();
    }

    /** Forgets orders of people who never came. */
    void purge(Handle handle, Instant before) {
        handle.execute(
                "delete from hl7_diet where stay is null and told_at < ?", before.toEpochMilli());
    }

    private static Row row(ResultSet row) throws SQLException {
        String stay = row.getString("stay");
        long due = row.getLong("due_at");
        boolean never = row.wasNull();
        return new Row(
                row.getString("visit"),
                stay == null ? Optional.empty() : Optional.of(new StayId(stay)),
                Optional.ofNullable(row.getString("number")),
                new Closed(row.getBytes("body")),
                Instant.ofEpochMilli(row.getLong("told_at")),
                never ? Optional.empty() : Optional.of(Instant.ofEpochMilli(due)));
    }
}
