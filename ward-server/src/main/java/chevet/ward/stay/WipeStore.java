package chevet.ward.stay;

import chevet.model.place.BedId;
import chevet.model.place.TerminalId;
import chevet.model.stay.StayId;
import chevet.model.wire.Cursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The SQL of what terminals had to erase, and only that. */
final class WipeStore {
    void expect(
            Handle handle, StayId stay, TerminalId terminal, BedId bed, Instant now, Cursor told) {
        handle.execute(
                """
                insert into stay_wipe (stay, terminal, bed, due_since, told_epoch, told_number)
                values (?, ?, ?, ?, ?, ?)
                on conflict (stay, terminal) do update set bed = excluded.bed,
                    due_since = excluded.due_since, told_epoch = excluded.told_epoch,
                    told_number = excluded.told_number, wiped_at = null, received_at = null,
                    receipt = null
                """,
                stay.value(),
                terminal.value(),
                bed.value(),
                now.toEpochMilli(),
                told.epoch(),
                told.number());
    }

    void forget(Handle handle, StayId stay, TerminalId terminal) {
        handle.execute(
                "delete from stay_wipe where stay = ? and terminal = ?",
                stay.value(),
                terminal.value());
    }

    void received(Handle handle, Wipe wipe, Instant wiped, Instant now, String receipt) {
        handle.execute(
                """
                update stay_wipe set wiped_at = ?, received_at = ?, receipt = ?
                where stay = ? and terminal = ? and received_at is null
                """,
                wiped.toEpochMilli(),
                now.toEpochMilli(),
                receipt,
                wipe.stay().value(),
                wipe.terminal().value());
    }

    /** Of one terminal, the newest first. */
    List<Wipe> of(Handle handle, TerminalId terminal, int most) {
        return handle.select(
                        "select * from stay_wipe where terminal = ? order by due_since desc, stay"
                                + " limit "
                                + most,
                        terminal.value())
                .map((row, _) -> wipe(row))
                .list();
    }

    /** Without a receipt, the oldest first. */
    List<Wipe> open(Handle handle) {
        return handle.select("select * from stay_wipe where received_at is null order by due_since")
                .map((row, _) -> wipe(row))
                .list();
    }

    /** The same of one terminal. */
    List<Wipe> open(Handle handle, TerminalId terminal) {
        return handle.select(
                        "select * from stay_wipe where terminal = ? and received_at is null"
                                + " order by due_since",
                        terminal.value())
                .map((row, _) -> wipe(row))
                .list();
    }

    void purge(Handle handle, Instant before) {
        handle.execute(
                "delete from stay_wipe where received_at is not null and received_at < ?",
                before.toEpochMilli());
    }

    private static Wipe wipe(ResultSet row) throws SQLException {
        return new Wipe(
                new StayId(row.getString("stay")),
                new TerminalId(row.getString("terminal")),
                new BedId(row.getString("bed")),
                Instant.ofEpochMilli(row.getLong("due_since")),
                told(row),
                instant(row, "wiped_at"),
                instant(row, "received_at"),
                Optional.ofNullable(row.getString("receipt")));
    }

    private static Optional<Cursor> told(ResultSet row) throws SQLException {
        Optional<String> epoch = Optional.ofNullable(row.getString("told_epoch"));
        long number = row.getLong("told_number");
        return epoch.map(known -> new Cursor(known, number));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }
}
