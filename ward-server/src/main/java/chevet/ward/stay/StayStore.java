package chevet.ward.stay;

import chevet.model.place.BedId;
import chevet.model.place.TerminalId;
import chevet.model.place.WardId;
import chevet.model.stay.StayId;
import chevet.ward.db.Prepared;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The SQL of stays and beds, and only that. */
final class StayStore {
    /** A stay that lies in a bed. */
    record InBed(StayId stay, WardId ward, BedId bed, Instant admitted) {}

    /**
     * A stay without a bed.
     *
     * @param ward of the bed it lay in last
     * @param bed it lay in last; empty where it never had one
     * @param since when it left that bed, or began
     */
    record Aside(StayId stay, Optional<WardId> ward, Optional<BedId> bed, Instant since) {}

    void insert(Handle handle, StayId stay, byte[] patient, Instant now, String by) {
        handle.execute(
                "insert into stay (id, patient, admitted_at, admitted_by) values (?, ?, ?, ?)",
                stay.value(),
                patient,
                now.toEpochMilli(),
                by);
    }

    Optional<byte[]> patient(Handle handle, StayId stay) {
        return handle.select("select patient from stay where id = ?", stay.value())
                .mapTo(byte[].class)
                .findOne();
    }

    void lie(Handle handle, StayId stay, WardId ward, BedId bed, Instant now, String by) {
        handle.execute(
                """
                insert into stay_bed (stay, ward, bed, since, moved_by) values (?, ?, ?, ?, ?)
                """,
                stay.value(),
                ward.value(),
                bed.value(),
                now.toEpochMilli(),
                by);
    }

    void leave(Handle handle, StayId stay, Instant now) {
        handle.execute(
                "update stay_bed set until = ? where stay = ? and until is null",
                now.toEpochMilli(),
                stay.value());
    }

    void discharge(Handle handle, StayId stay, Instant now, Instant keyUntil, String by) {
        handle.execute(
                """
                update stay set discharged_at = ?, discharged_by = ?, key_until = ? where id = ?
                """,
                now.toEpochMilli(),
                by,
                keyUntil.toEpochMilli(),
                stay.value());
    }

    void resume(Handle handle, StayId stay) {
        handle.execute(
                """
                update stay set discharged_at = null, discharged_by = null, key_until = null
                where id = ?
                """,
                stay.value());
    }

    void rename(Handle handle, StayId stay, byte[] patient) {
        handle.execute("update stay set patient = ? where id = ?", patient, stay.value());
    }

    /** Empty where it was erased, or never was. */
    Optional<Boolean> over(Handle handle, StayId stay) {
        return handle.select("select discharged_at from stay where id = ?", stay.value())
                .map((row, _) -> row.getObject("discharged_at") != null)
                .findOne();
    }

    boolean due(Handle handle, StayId stay, Instant now) {
        return handle.select(
                        "select id from stay where id = ? and key_until <= ?",
                        stay.value(),
                        now.toEpochMilli())
                .mapTo(String.class)
                .findOne()
                .isPresent();
    }

    /** Stays that are not over and lie in no bed, with the bed they lay in last. */
    List<Aside> aside(Handle handle) {
        return handle.select(
                        """
                        select s.id, s.admitted_at, b.ward, b.bed, b.until
                          from stay s left join stay_bed b
                            on b.stay = s.id
                           and b.until = (select max(l.until) from stay_bed l where l.stay = s.id)
                         where s.discharged_at is null
                           and not exists (
                               select 1 from stay_bed o where o.stay = s.id and o.until is null)
                         order by s.admitted_at, s.id
                        """)
                .map((row, _) -> aside(row))
                .list();
    }

    private static Aside aside(ResultSet row) throws SQLException {
        String bed = row.getString("bed");
        long since = row.getLong(bed == null ? "admitted_at" : "until");
        return new Aside(
                new StayId(row.getString("id")),
                Optional.ofNullable(row.getString("ward")).map(WardId::new),
                Optional.ofNullable(bed).map(BedId::new),
                Instant.ofEpochMilli(since));
    }

    Optional<StayId> in(Handle handle, BedId bed) {
        return handle.select(
                        "select stay from stay_bed where bed = ? and until is null", bed.value())
                .map((row, _) -> new StayId(row.getString("stay")))
                .findOne();
    }

    Optional<InBed> of(Handle handle, StayId stay) {
        return OF.use(
                handle,
                statement -> {
                    statement.setString(1, stay.value());
                    try (ResultSet row = statement.executeQuery()) {
                        return row.next() ? Optional.of(inBed(row)) : Optional.empty();
                    }
                });
    }

    /** Everybody who lies in a bed, in no order. */
    List<InBed> lying(Handle handle) {
        return handle.select(LYING).map((row, _) -> inBed(row)).list();
    }

    List<StayDesk.InBed> lyingSince(Handle handle) {
        return handle.select("select stay, bed, since from stay_bed where until is null")
                .map(
                        (row, _) ->
                                new StayDesk.InBed(
                                        new StayId(row.getString(1)),
                                        new BedId(row.getString(2)),
                                        Instant.ofEpochMilli(row.getLong(3))))
                .list();
    }

    private static final String LYING =
            """
            select b.stay, b.ward, b.bed, s.admitted_at
              from stay_bed b join stay s on s.id = b.stay
             where b.until is null""";

    private static final Prepared OF = new Prepared(LYING + " and b.stay = ?");
    private static final Prepared LAY =
            new Prepared(
                    """
                    select 1 from stay_bed
                    where stay = ? and bed = ? and since <= ? and (until is null or until >= ?)
                    """);

    private static InBed inBed(ResultSet row) throws SQLException {
        return new InBed(
                new StayId(row.getString(1)),
                new WardId(row.getString(2)),
                new BedId(row.getString(3)),
                Instant.ofEpochMilli(row.getLong(4)));
    }

    /** Whether the stay lay in the bed at any moment from {@code from} through {@code through}. */
    boolean lay(Handle handle, StayId stay, BedId bed, Instant from, Instant through) {
        return LAY.use(
                handle,
                statement -> {
                    statement.setString(1, stay.value());
                    statement.setString(2, bed.value());
                    statement.setLong(3, through.toEpochMilli());
                    statement.setLong(4, from.toEpochMilli());
                    try (ResultSet row = statement.executeQuery()) {
                        return row.next();
                    }
                });
    }

    /** Discharged stays that are still kept, whose key is to be destroyed by {@code now}. */
    List<StayId> due(Handle handle, Instant now) {
        return handle.select("select id from stay where key_until <= ?", now.toEpochMilli())
                .map((row, _) -> new StayId(row.getString("id")))
                .list();
    }

    /** Discharged stays that are still kept. */
    List<StayId> discharged(Handle handle) {
        return handle.select("select id from stay where discharged_at is not null")
                .map((row, _) -> new StayId(row.getString("id")))
                .list();
    }

    /** Remembers what the terminal is told; false where it was told so before. */
    boolean told(Handle handle, TerminalId terminal, BedId bed, Optional<StayId> stay) {
        return handle.execute(
                        """
                        insert into stay_told (terminal, bed, stay) values (?, ?, ?)
                        on conflict (terminal) do update set bed = excluded.bed, stay = excluded.stay
                         where stay_told.bed <> excluded.bed
                            or coalesce(stay_told.stay, '') <> coalesce(excluded.stay, '')
                        """,
                        terminal.value(),
                        bed.value(),
                        stay.map(StayId::value).orElse(null))
                > 0;
    }

    void erase(Handle handle, StayId stay) {
        handle.execute("delete from stay_bed where stay = ?", stay.value());
        handle.execute("delete from stay where id = ?", stay.value());
    }
}
