package chevet.ward.request;

import chevet.model.place.WardId;
import chevet.model.request.CareTeam;
import chevet.model.request.RequestId;
import chevet.model.stay.StayId;
import chevet.model.wire.Body;
import chevet.model.wire.WireCodec;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The SQL of requests, teams, appointments and consents. What it keeps sealed stays so. */
final class RequestStore {
    /** Sealed bytes of one request; nobody changes them. */
    static final class Row {
        private final RequestId id;
        private final StayId stay;
        private final byte[] body;

        Row(RequestId id, StayId stay, byte[] body) {
            this.id = id;
            this.stay = stay;
            this.body = body;
        }

        RequestId id() {
            return id;
        }

        StayId stay() {
            return stay;
        }

        /** Not a copy. */
        byte[] body() {
            return body;
        }
    }

    Optional<Row> request(Handle handle, RequestId id) {
        return handle.select("select id, stay, body from request where id = ?", id.value())
                .map((row, _) -> row(row.getString(1), row.getString(2), row.getBytes(3)))
                .findOne();
    }

    /** All of a stay, the oldest first. */
    List<Row> requests(Handle handle, StayId stay) {
        return handle.select(
                        "select id, stay, body from request where stay = ? order by made_at, id",
                        stay.value())
                .map((row, _) -> row(row.getString(1), row.getString(2), row.getBytes(3)))
                .list();
    }

    /** Those that were over before that moment. */
    List<Row> over(Handle handle, Instant before) {
        return handle.select(
                        "select id, stay, body from request where over_at < ? order by id",
                        before.toEpochMilli())
                .map((row, _) -> row(row.getString(1), row.getString(2), row.getBytes(3)))
                .list();
    }

    /**
     * @param overAt when it was over; null while it is open
     */
    void put(Handle handle, Row row, Instant madeAt, @Nullable Instant overAt) {
        handle.execute(
                """
                insert into request (id, stay, made_at, over_at, body) values (?, ?, ?, ?, ?)
                on conflict (id) do update set over_at = excluded.over_at, body = excluded.body
                """,
                row.id().value(),
                row.stay().value(),
                madeAt.toEpochMilli(),
                overAt == null ? null : overAt.toEpochMilli(),
                row.body());
    }

    void remove(Handle handle, RequestId id) {
        handle.execute("delete from request where id = ?", id.value());
    }

    Optional<CareTeam> team(Handle handle, WardId ward, LocalDate day) {
        return handle.select(
                        "select body from request_team where ward = ? and day = ?",
                        ward.value(),
                        day.toString())
                .mapTo(String.class)
                .findOne()
                .map(json -> WireCodec.lenient(new Body(json), CareTeam.class));
    }

    void putTeam(Handle handle, WardId ward, CareTeam team, String by, Instant now) {
        handle.execute(
                """
                insert into request_team (ward, day, body, set_by, set_at) values (?, ?, ?, ?, ?)
                on conflict (ward, day) do update
                   set body = excluded.body, set_by = excluded.set_by, set_at = excluded.set_at
                """,
                ward.value(),
                team.day().toString(),
                WireCodec.body(team).json(),
                by,
                now.toEpochMilli());
    }

    /** The days before that one of which a team is known. */
    List<LocalDate> daysBefore(Handle handle, WardId ward, LocalDate day) {
        return handle.select(
                        "select day from request_team where ward = ? and day < ? order by day",
                        ward.value(),
                        day.toString())
                .mapTo(String.class)
                .map(LocalDate::parse)
                .list();
    }

    void removeTeam(Handle handle, WardId ward, LocalDate day) {
        handle.execute(
                "delete from request_team where ward = ? and day = ?",
                ward.value(),
                day.toString());
    }

    /**
     * @param part what of the stay's day it is: {@code consent}, or {@code appointments/<source>}
     */
    Optional<byte[]> part(Handle handle, StayId stay, String part) {
        return handle.select(
                        "select body from request_day where stay = ? and part = ?",
                        stay.value(),
                        part)
                .mapTo(byte[].class)
                .findOne();
    }

    List<String> parts(Handle handle, StayId stay) {
        return handle.select(
                        "select part from request_day where stay = ? order by part", stay.value())
                .mapTo(String.class)
                .list();
    }

    void putPart(Handle handle, StayId stay, String part, byte[] body) {
        handle.execute(
                """
                insert into request_day (stay, part, body) values (?, ?, ?)
                on conflict (stay, part) do update set body = excluded.body
                """,
                stay.value(),
                part,
                body);
    }

    void erase(Handle handle, StayId stay) {
        handle.execute("delete from request where stay = ?", stay.value());
        handle.execute("delete from request_day where stay = ?", stay.value());
    }

    private static Row row(String id, String stay, byte[] body) {
        return new Row(new RequestId(id), new StayId(stay), body);
    }
}
