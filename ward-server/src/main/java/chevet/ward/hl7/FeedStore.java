package chevet.ward.hl7;

import chevet.model.place.BedId;
import chevet.model.stay.BedClaim;
import chevet.model.stay.StayId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The SQL of visits, their claims on beds, and of messages taken; and only that. */
final class FeedStore {
    /**
     * A visit as it is kept.
     *
     * @param sealed what was told of it
     * @param told when the newest of it was made
     * @param named when the newest name was told
     * @param over since when it is over
     */
    record VisitRow(
            String visit,
            String person,
            Optional<StayId> stay,
            Closed sealed,
            Instant told,
            Instant named,
            Optional<Instant> over) {}

    /** True where that very message was taken before. */
    boolean taken(Handle handle, FeedMessage.Sender sender) {
        return handle.select(
                        "select digest from hl7_taken where sender = ? and control = ?",
                        sender.name(),
                        sender.control())
                .mapTo(String.class)
                .findOne()
                .filter(sender.digest()::equals)
                .isPresent();
    }

    void keepTaken(Handle handle, FeedMessage.Sender sender, Instant now) {
        handle.execute(
                """
                insert into hl7_taken (sender, control, digest, taken_at) values (?, ?, ?, ?)
                on conflict (sender, control) do update set digest = excluded.digest,
                    taken_at = excluded.taken_at
                """,
                sender.name(),
                sender.control(),
                sender.digest(),
                now.toEpochMilli());
    }

    Optional<VisitRow> visit(Handle handle, String visit) {
        return handle.select("select * from hl7_visit where visit = ?", visit)
                .map((row, _) -> visit(row))
                .findOne();
    }

    Optional<VisitRow> visitOf(Handle handle, StayId stay) {
        return handle.select("select * from hl7_visit where stay = ?", stay.value())
                .map((row, _) -> visit(row))
                .findOne();
    }

    List<VisitRow> visitsOf(Handle handle, String person) {
        return handle.select("select * from hl7_visit where person = ? order by visit", person)
                .map((row, _) -> visit(row))
                .list();
    }

    void put(Handle handle, VisitRow row) {
        handle.execute(
                """
                insert into hl7_visit (visit, person, stay, body, told_at, named_at, over_since)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (visit) do update set person = excluded.person, stay = excluded.stay,
                    body = excluded.body, told_at = excluded.told_at,
                    named_at = excluded.named_at, over_since = excluded.over_since
                """,
                row.visit(),
                row.person(),
                row.stay().map(StayId::value).orElse(null),
                row.sealed().bytes(),
                row.told().toEpochMilli(),
                row.named().toEpochMilli(),
                row.over().map(Instant::toEpochMilli).orElse(null));
    }

    void removeVisit(Handle handle, String visit) {
        handle.execute("delete from hl7_claim where visit = ?", visit);
        handle.execute("delete from hl7_visit where visit = ?", visit);
    }

    void forgetStay(Handle handle, StayId stay) {
        handle.execute("update hl7_visit set stay = null where stay = ?", stay.value());
    }

    List<BedId> claimed(Handle handle, String visit) {
        return handle.select("select bed from hl7_claim where visit = ? order by bed", visit)
                .map((row, _) -> new BedId(row.getString(1)))
                .list();
    }

    List<BedClaim> claims(Handle handle, BedId bed) {
        return handle.select(
                        "select visit, came_at, told_at, here from hl7_claim where bed = ?",
                        bed.value())
                .map(
                        (row, _) ->
                                new BedClaim(
                                        row.getString(1),
                                        Instant.ofEpochMilli(row.getLong(2)),
                                        Instant.ofEpochMilli(row.getLong(3)),
                                        row.getInt(4) != 0))
                .list();
    }

    /** Every bed on which more than one visit has a claim that it is there. */
    List<BedId> crowded(Handle handle) {
        return handle.select(
                        """
                        select bed from hl7_claim where here <> 0
                        group by bed having count(*) > 1 order by bed
                        """)
                .map((row, _) -> new BedId(row.getString(1)))
                .list();
    }

    void replaceClaims(Handle handle, String visit, Map<BedId, BedClaim> claims) {
        handle.execute("delete from hl7_claim where visit = ?", visit);
        claims.forEach((bed, claim) -> putClaim(handle, bed, claim));
    }

    void putClaim(Handle handle, BedId bed, BedClaim claim) {
        handle.execute(
                """
                insert into hl7_claim (bed, visit, came_at, told_at, here) values (?, ?, ?, ?, ?)
                on conflict (bed, visit) do update set came_at = excluded.came_at,
                    told_at = excluded.told_at, here = excluded.here
                """,
                bed.value(),
                claim.visit(),
                claim.at().toEpochMilli(),
                claim.told().toEpochMilli(),
                claim.here() ? 1 : 0);
    }

    void leaveClaims(Handle handle, String visit) {
        handle.execute("update hl7_claim set here = 0 where visit = ?", visit);
    }

    /** The number under which a person goes now. */
    String survivor(Handle handle, String person) {
        return handle.select("select survivor from hl7_merged where person = ?", person)
                .mapTo(String.class)
                .findOne()
                .orElse(person);
    }

    void merge(Handle handle, String person, String survivor) {
        handle.execute("delete from hl7_merged where person = ?", survivor);
        handle.execute("update hl7_merged set survivor = ? where survivor = ?", survivor, person);
        handle.execute(
                """
                insert into hl7_merged (person, survivor) values (?, ?)
                on conflict (person) do update set survivor = excluded.survivor
                """,
                person,
                survivor);
        handle.execute("update hl7_visit set person = ? where person = ?", survivor, person);
    }

    /**
     * Forgets what is older. Of each bed the newest claim stays: it keeps an older one, whose end
     * was never told, from coming back.
     */
    void purge(Handle handle, Instant takenBefore, Instant overBefore) {
        handle.execute("delete from hl7_taken where taken_at < ?", takenBefore.toEpochMilli());
        handle.execute(
                """
                delete from hl7_claim where here = 0 and told_at < ?
                  and exists (select 1 from hl7_claim newer where newer.bed = hl7_claim.bed
                      and newer.came_at > hl7_claim.came_at and newer.told_at > hl7_claim.told_at)
                """,
                overBefore.toEpochMilli());
        handle.execute(
                "delete from hl7_visit where stay is null and told_at < ?",
                overBefore.toEpochMilli());
    }

    private static VisitRow visit(ResultSet row) throws SQLException {
        String stay = row.getString("stay");
        long over = row.getLong("over_since");
        boolean open = row.wasNull();
        return new VisitRow(
                row.getString("visit"),
                row.getString("person"),
                stay == null ? Optional.empty() : Optional.of(new StayId(stay)),
                new Closed(row.getBytes("body")),
                Instant.ofEpochMilli(row.getLong("told_at")),
                Instant.ofEpochMilli(row.getLong("named_at")),
                open ? Optional.empty() : Optional.of(Instant.ofEpochMilli(over)));
    }
}
