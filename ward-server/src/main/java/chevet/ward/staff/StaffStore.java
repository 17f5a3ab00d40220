package chevet.ward.staff;

import chevet.model.place.BedId;
import chevet.model.place.TerminalId;
import chevet.model.place.WardId;
import chevet.model.staff.BreakGlass;
import chevet.model.stay.StayId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The SQL of people, cards, wrong PINs, broken glasses and openings. */
final class StaffStore {
    List<Person> people(Handle handle) {
        return handle.select("select * from staff_person order by name, id")
                .map((row, _) -> person(row))
                .list();
    }

    Optional<Person> person(Handle handle, String id) {
        return handle.select("select * from staff_person where id = ?", id)
                .map((row, _) -> person(row))
                .findOne();
    }

    void put(Handle handle, Person person) {
        handle.execute(
                """
                insert into staff_person (id, name, profile, all_wards, wards, valid_from,
                                          valid_until)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (id) do update
                   set name = excluded.name, profile = excluded.profile,
                       all_wards = excluded.all_wards, wards = excluded.wards,
                       valid_from = excluded.valid_from, valid_until = excluded.valid_until
                """,
                person.id(),
                person.name(),
                person.profile(),
                person.allWards() ? 1 : 0,
                person.wards().stream()
                        .sorted()
                        .map(WardId::value)
                        .collect(Collectors.joining(",")),
                person.from().map(LocalDate::toString).orElse(null),
                person.until().map(LocalDate::toString).orElse(null));
    }

    List<Card> cards(Handle handle) {
        return handle.select("select * from staff_card order by since desc, serial")
                .map((row, _) -> card(row))
                .list();
    }

    List<Card> cardsOf(Handle handle, String person) {
        return handle.select("select * from staff_card where person = ?", person)
                .map((row, _) -> card(row))
                .list();
    }

    Optional<Card> card(Handle handle, String serial) {
        return handle.select("select * from staff_card where serial = ?", serial)
                .map((row, _) -> card(row))
                .findOne();
    }

    /** The card that has this key, in whichever slot. */
    Optional<Card> byKey(Handle handle, String key) {
        return handle.select("select * from staff_card where key_9a = ? or key_9e = ?", key, key)
                .map((row, _) -> card(row))
                .findOne();
    }

    /** Adds the card, or gives one of that serial other keys and another holder. */
    void put(Handle handle, Card card, Instant now) {
        handle.execute(
                """
                insert into staff_card (serial, person, key_9a, key_9e, since, withdrawn_at,
                                        withdrawn_why)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (serial) do update
                   set person = excluded.person, key_9a = excluded.key_9a,
                       key_9e = excluded.key_9e, withdrawn_at = excluded.withdrawn_at,
                       withdrawn_why = excluded.withdrawn_why
                """,
                card.serial(),
                card.person(),
                card.key9a(),
                card.key9e().orElse(null),
                now.toEpochMilli(),
                card.withdrawn().map(w -> w.at().toEpochMilli()).orElse(null),
                card.withdrawn().map(w -> w.why().name()).orElse(null));
    }

    int tries(Handle handle, String card) {
        return handle.select("select count(*) from staff_try where card = ?", card)
                .mapTo(Integer.class)
                .one();
    }

    /** Cards with at least that many wrong PINs. */
    Set<String> locked(Handle handle, int tries) {
        return handle.select("select card from staff_try group by card having count(*) >= ?", tries)
                .mapTo(String.class)
                .set();
    }

    /** Notes a try; one that is noted already stays one. */
    void addTry(Handle handle, String card, String act, Instant at) {
        handle.execute(
                """
                insert into staff_try (card, act, at) values (?, ?, ?)
                on conflict (card, act) do nothing
                """,
                card,
                act,
                at.toEpochMilli());
    }

    void clearTries(Handle handle, String card) {
        handle.execute("delete from staff_try where card = ?", card);
    }

    void put(Handle handle, Glass glass, byte[] words) {
        handle.execute(
                """
                insert into staff_glass (id, at, until, person, profile, terminal, ward, bed, stay,
                                         cause, words)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                glass.id(),
                glass.at().toEpochMilli(),
                glass.until().toEpochMilli(),
                glass.person(),
                glass.profile(),
                glass.terminal().value(),
                glass.ward().value(),
                glass.bed().value(),
                glass.stay().value(),
                glass.cause().name(),
                words);
    }

    /** The newest first; those that nobody has reviewed before all others. */
    List<Glass> glasses(Handle handle, int most) {
        return handle.select(
                        """
                        select * from staff_glass
                         order by case when reviewed_at is null then 0 else 1 end, at desc limit ?
                        """,
                        most)
                .map((row, _) -> glass(row))
                .list();
    }

    Optional<Glass> glass(Handle handle, String id) {
        return handle.select("select * from staff_glass where id = ?", id)
                .map((row, _) -> glass(row))
                .findOne();
    }

    /** Sealed under the stay's key. */
    byte[] words(Handle handle, String glass) {
        return handle.select("select words from staff_glass where id = ?", glass)
                .mapTo(byte[].class)
                .one();
    }

    void review(Handle handle, String glass, Glass.Review review) {
        handle.execute(
                """
                update staff_glass
                   set reviewed_at = ?, reviewed_by = ?, verdict = ?, note = ?
                 where id = ?
                """,
                review.at().toEpochMilli(),
                review.by(),
                review.verdict().name(),
                review.note(),
                glass);
    }

    /** That a session has read a record. */
    record Opening(String session, Instant at, String profile, boolean emergency) {}

    /** False where this session had read it before, in the same way. */
    boolean open(Handle handle, StayId stay, Opening opening) {
        return handle.execute(
                        """
                        insert into staff_opening (stay, session, at, profile, emergency)
                        values (?, ?, ?, ?, ?)
                        on conflict (stay, session) do update set emergency = excluded.emergency
                         where staff_opening.emergency < excluded.emergency
                        """,
                        stay.value(),
                        opening.session(),
                        opening.at().toEpochMilli(),
                        opening.profile(),
                        opening.emergency() ? 1 : 0)
                > 0;
    }

    List<Opening> openings(Handle handle, StayId stay, int most) {
        return handle.select(
                        """
                        select session, at, profile, emergency from staff_opening
                         where stay = ? order by at desc, session limit ?
                        """,
                        stay.value(),
                        most)
                .map(
                        (row, _) ->
                                new Opening(
                                        row.getString(1),
                                        Instant.ofEpochMilli(row.getLong(2)),
                                        row.getString(3),
                                        row.getInt(4) != 0))
                .list();
    }

    void erase(Handle handle, StayId stay) {
        handle.execute("delete from staff_opening where stay = ?", stay.value());
    }

    private static Person person(ResultSet row) throws SQLException {
        String wards = row.getString("wards");
        return new Person(
                row.getString("id"),
                row.getString("name"),
                row.getString("profile"),
                row.getInt("all_wards") != 0,
                wards.isEmpty()
                        ? Set.of()
                        : Arrays.stream(wards.split(","))
                                .map(WardId::new)
                                .collect(Collectors.toSet()),
                Optional.ofNullable(row.getString("valid_from")).map(LocalDate::parse),
                Optional.ofNullable(row.getString("valid_until")).map(LocalDate::parse));
    }

    private static Card card(ResultSet row) throws SQLException {
        Optional<Instant> withdrawn = instant(row, "withdrawn_at");
        String why = row.getString("withdrawn_why");
        return new Card(
                row.getString("serial"),
                row.getString("person"),
                row.getString("key_9a"),
                Optional.ofNullable(row.getString("key_9e")),
                withdrawn.map(at -> new Card.Withdrawn(at, Card.Why.valueOf(why))));
    }

    private static Glass glass(ResultSet row) throws SQLException {
        return new Glass(
                row.getString("id"),
                Instant.ofEpochMilli(row.getLong("at")),
                Instant.ofEpochMilli(row.getLong("until")),
                row.getString("person"),
                row.getString("profile"),
                new TerminalId(row.getString("terminal")),
                new WardId(row.getString("ward")),
                new BedId(row.getString("bed")),
                new StayId(row.getString("stay")),
                BreakGlass.Cause.valueOf(row.getString("cause")),
                review(row));
    }

    private static Optional<Glass.Review> review(ResultSet row) throws SQLException {
        Optional<Instant> at = instant(row, "reviewed_at");
        String by = row.getString("reviewed_by");
        @Nullable String verdict = row.getString("verdict");
        String note = row.getString("note");
        return at.map(when -> new Glass.Review(when, by, Glass.Verdict.valueOf(verdict), note));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }
}
