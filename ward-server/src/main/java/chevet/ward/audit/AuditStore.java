package chevet.ward.audit;

import chevet.model.place.TerminalId;
import chevet.model.place.WardId;
import chevet.model.stay.StayId;
import chevet.ward.sync.AuditEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The SQL of the audit: it appends and reads, and knows no other word. */
final class AuditStore {
    /** An entry as it is stored, with the hash that is stored with it. */
    record Row(Entry entry, Link link) {}

    Link last(Handle handle) {
        return handle.select("select number, hash from audit_entry order by number desc limit 1")
                .map((row, _) -> new Link(row.getLong(1), row.getBytes(2)))
                .findOne()
                .orElse(Link.NONE);
    }

    Optional<Link> link(Handle handle, long number) {
        return handle.select("select number, hash from audit_entry where number = ?", number)
                .map((row, _) -> new Link(row.getLong(1), row.getBytes(2)))
                .findOne();
    }

    void append(Handle handle, Entry entry, Link link) {
        AuditEntry what = entry.what();
        handle.execute(
                """
                insert into audit_entry (number, at, event, actor, role, session, terminal, ward,
                                         stay, subject, allowed, reason, hash)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                entry.number(),
                entry.at().toEpochMilli(),
                what.event().name(),
                what.actor(),
                what.role(),
                what.session(),
                what.terminal().map(TerminalId::value).orElse(""),
                what.ward().map(WardId::value).orElse(""),
                what.stay().map(StayId::value).orElse(""),
                what.subject(),
                what.allowed() ? 1 : 0,
                what.reason(),
                link.hash());
    }

    /** Entries in order, the first of them after that number. */
    List<Row> after(Handle handle, long number, int most) {
        return handle.select(
                        "select * from audit_entry where number > ? order by number limit ?",
                        number,
                        most)
                .map((row, _) -> read(row))
                .list();
    }

    /**
     * The newest entries first, as the question wants them.
     *
     * @param before only those with a smaller number
     */
    List<Row> newest(Handle handle, Question question, long before, int most) {
        return handle.select(
                        """
                        select * from audit_entry
                         where number < ?
                           and (? = '' or event = ?)
                           and (? = '' or actor = ?)
                           and (? = '' or terminal = ?)
                           and (? = 0 or allowed = 0)
                         order by number desc limit ?
                        """,
                        before,
                        question.event(),
                        question.event(),
                        question.actor(),
                        question.actor(),
                        question.terminal(),
                        question.terminal(),
                        question.refusedOnly() ? 1 : 0,
                        most)
                .map((row, _) -> read(row))
                .list();
    }

    Optional<Checkpoint> lastCheckpoint(Handle handle) {
        return handle.select("select * from audit_checkpoint order by number desc limit 1")
                .map((row, _) -> checkpoint(row))
                .findOne();
    }

    List<Checkpoint> checkpoints(Handle handle, long after, long through) {
        return handle.select(
                        """
                        select * from audit_checkpoint
                         where number > ? and number <= ? order by number
                        """,
                        after,
                        through)
                .map((row, _) -> checkpoint(row))
                .list();
    }

    void put(Handle handle, Checkpoint checkpoint) {
        handle.execute(
                "insert into audit_checkpoint (number, at, hash, signature) values (?, ?, ?, ?)",
                checkpoint.link().number(),
                checkpoint.at().toEpochMilli(),
                checkpoint.link().hash(),
                checkpoint.signature());
    }

    private static Checkpoint checkpoint(ResultSet row) throws SQLException {
        return new Checkpoint(
                new Link(row.getLong("number"), row.getBytes("hash")),
                Instant.ofEpochMilli(row.getLong("at")),
                row.getBytes("signature"));
    }

    private static Row read(ResultSet row) throws SQLException {
        long number = row.getLong("number");
        AuditEntry what =
                new AuditEntry(
                        AuditEntry.Event.valueOf(row.getString("event")),
                        row.getString("actor"),
                        row.getString("role"),
                        row.getString("session"),
                        filled(row.getString("terminal")).map(TerminalId::new),
                        filled(row.getString("ward")).map(WardId::new),
                        filled(row.getString("stay")).map(StayId::new),
                        row.getString("subject"),
                        row.getInt("allowed") != 0,
                        row.getString("reason"));
        return new Row(
                new Entry(number, Instant.ofEpochMilli(row.getLong("at")), what),
                new Link(number, row.getBytes("hash")));
    }

    private static Optional<String> filled(String text) {
        return Optional.of(text).filter(each -> !each.isEmpty());
    }
}
