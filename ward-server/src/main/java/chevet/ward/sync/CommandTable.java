package chevet.ward.sync;

import chevet.model.place.TerminalId;
import chevet.model.stay.StayId;
import chevet.model.wire.Body;
import chevet.model.wire.Envelope;
import chevet.model.wire.Outcome;
import chevet.model.wire.Reason;
import chevet.model.wire.WireCodec;
import chevet.ward.db.DatabaseException;
import chevet.ward.db.Prepared;
import chevet.ward.keys.StayKeys;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The SQL of the command inbox: how far each series has come, and the outcome of each command. What
 * a reason is about is sealed under the stay's key. For the writer's thread.
 */
final class CommandTable {
    private final StayKeys keys;
    private final Prepared last =
            new Prepared("select last from sync_series where terminal = ? and series = ?");
    private final Prepared advance =
            new Prepared(
                    """
                    insert into sync_series (terminal, series, last, heard_at)
                    values (?, ?, ?, ?)
                    on conflict (terminal, series) do update
                    set last = excluded.last, heard_at = excluded.heard_at
                    """);
    private final Prepared first =
            new Prepared(
                    """
                    select series, number, status, code, stay, about, decided_at
                    from sync_outcome where terminal = ? and command = ?
                    """);
    private final Prepared keep =
            new Prepared(
                    """
                    insert into sync_outcome
                        (terminal, command, series, number, status, code, stay, about, decided_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """);

    CommandTable(StayKeys keys) {
        this.keys = keys;
    }

    /** The number of the last command of the series that has an outcome; 0 if none. */
    long last(Handle handle, TerminalId terminal, String series) {
        try {
            PreparedStatement statement = last.on(handle);
            statement.setString(1, terminal.value());
            statement.setString(2, series);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        } catch (SQLException e) {
            throw new DatabaseException("series", e);
        }
    }

    void advance(Handle handle, TerminalId terminal, Envelope command, Instant now) {
        try {
            PreparedStatement statement = advance.on(handle);
            statement.setString(1, terminal.value());
            statement.setString(2, command.series());
            statement.setLong(3, command.number());
            statement.setLong(4, now.toEpochMilli());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseException("series", e);
        }
    }

    Optional<Outcome> first(Handle handle, TerminalId terminal, String command) {
        try {
            PreparedStatement statement = first.on(handle);
            statement.setString(1, terminal.value());
            statement.setString(2, command);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(outcome(row, command)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new DatabaseException("outcome", e);
        }
    }

    void keep(Handle handle, TerminalId terminal, Optional<StayId> stay, Outcome outcome) {
        try {
            PreparedStatement statement = keep.on(handle);
            statement.setString(1, terminal.value());
            statement.setString(2, outcome.command());
            statement.setString(3, outcome.series());
            statement.setLong(4, outcome.number());
            statement.setString(5, outcome.status().name());
            statement.setString(6, outcome.reason().map(Reason::code).orElse(null));
            statement.setString(7, stay.map(StayId::value).orElse(null));
            byte[] about = about(stay, outcome);
            if (about.length == 0) {
                statement.setNull(8, Types.BINARY);
            } else {
                statement.setBytes(8, about);
            }
            statement.setLong(9, outcome.at().toEpochMilli());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseException("outcome", e);
        }
    }

    /** Forgets what is older than {@code before}. */
    int purge(Handle handle, Instant before) {
        int outcomes =
                handle.createUpdate("delete from sync_outcome where decided_at < :before")
                        .bind("before", before.toEpochMilli())
                        .execute();
        handle.createUpdate("delete from sync_series where heard_at < :before")
                .bind("before", before.toEpochMilli())
                .execute();
        return outcomes;
    }

    private Outcome outcome(ResultSet row, String command) throws SQLException {
        Optional<String> code = Optional.ofNullable(row.getString(4));
        Map<String, String> about = Map.of();
        byte[] sealed = row.getBytes(6);
        if (sealed != null) {
            about = opened(Optional.ofNullable(row.getString(5)), command, sealed);
        }
        Map<String, String> known = about;
        return new Outcome(
                command,
                row.getString(1),
                row.getLong(2),
                Outcome.Status.valueOf(row.getString(3)),
                code.map(word -> new Reason(word, known)),
                Instant.ofEpochMilli(row.getLong(7)));
    }

    private byte[] about(Optional<StayId> stay, Outcome outcome) {
        if (outcome.reason().isEmpty() || outcome.reason().get().about().isEmpty()) {
            return new byte[0];
        }
        byte[] plain =
                WireCodec.body(outcome.reason().get().about())
                        .json()
                        .getBytes(StandardCharsets.UTF_8);
        try {
            return stay.isEmpty() ? plain : keys.seal(stay.get(), place(outcome.command()), plain);
        } catch (StayKeys.KeyGone e) {
            // The stay is over; its reason is not kept in the clear for a repeat.
            return new byte[0];
        }
    }

    private Map<String, String> opened(Optional<String> stay, String command, byte[] kept) {
        try {
            byte[] plain =
                    stay.isEmpty() ? kept : keys.open(new StayId(stay.get()), place(command), kept);
            return WireCodec.lenient(
                            new Body(
                                    "{\"words\":"
                                            + new String(plain, StandardCharsets.UTF_8)
                                            + "}"),
                            About.class)
                    .words();
        } catch (StayKeys.KeyGone e) {
            return Map.of();
        }
    }

    private record About(Map<String, String> words) {}

    private static String place(String command) {
        return "sync_outcome/about/" + command;
    }
}
