package chevet.ward.tv;

import chevet.model.place.WardId;
import chevet.model.stay.StayId;
import chevet.model.tv.Channel;
import chevet.model.tv.ChannelId;
import chevet.model.tv.GuideDay;
import chevet.model.tv.TvPack;
import chevet.model.tv.TvPackId;
import chevet.model.tv.TvRules;
import chevet.model.wire.Body;
import chevet.model.wire.WireCodec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** The SQL of television, and only that. What it keeps sealed stays so. */
final class TvStore {
    /** The channels of the list, by number. */
    List<Listed> channels(Handle handle) {
        return handle
                .select("select body from tv_channel")
                .mapTo(String.class)
                .map(body -> read(body, Listed.class))
                .stream()
                .sorted(Comparator.comparing(Listed::channel, Channel.BY_NUMBER))
                .toList();
    }

    void putChannel(Handle handle, Listed listed) {
        handle.execute(
                """
                insert into tv_channel (id, body) values (?, ?)
                on conflict (id) do update set body = excluded.body
                """,
                listed.channel().id().value(),
                json(listed));
    }

    void removeChannel(Handle handle, ChannelId channel) {
        handle.execute("delete from tv_channel where id = ?", channel.value());
    }

    Map<TvPackId, TvPack> packs(Handle handle) {
        Map<TvPackId, TvPack> packs = new TreeMap<>();
        handle.select("select body from tv_pack")
                .mapTo(String.class)
                .map(body -> read(body, TvPack.class))
                .forEach(pack -> packs.put(pack.id(), pack));
        return packs;
    }

    void putPack(Handle handle, TvPack pack) {
        handle.execute(
                """
                insert into tv_pack (id, body) values (?, ?)
                on conflict (id) do update set body = excluded.body
                """,
                pack.id().value(),
                json(pack));
    }

    void removePack(Handle handle, TvPackId pack) {
        handle.execute("delete from tv_pack where id = ?", pack.value());
    }

    Map<WardId, TvRules> rules(Handle handle) {
        Map<WardId, TvRules> rules = new HashMap<>();
        handle.select("select ward, body from tv_rules")
                .map((row, _) -> Map.entry(row.getString(1), row.getString(2)))
                .forEach(
                        row ->
                                rules.put(
                                        new WardId(row.getKey()),
                                        read(row.getValue(), TvRules.class)));
        return rules;
    }

    void putRules(Handle handle, WardId ward, TvRules rules) {
        handle.execute(
                """
                insert into tv_rules (ward, body) values (?, ?)
                on conflict (ward) do update set body = excluded.body
                """,
                ward.value(),
                json(rules));
    }

    void removeRules(Handle handle, WardId ward) {
        handle.execute("delete from tv_rules where ward = ?", ward.value());
    }

    /** Every day of every channel, in no order. */
    List<GuideDay> guide(Handle handle) {
        return handle.select("select body from tv_guide")
                .mapTo(String.class)
                .map(body -> read(body, GuideDay.class))
                .list();
    }

    Optional<GuideDay> guide(Handle handle, ChannelId channel, LocalDate date) {
        return handle.select(
                        "select body from tv_guide where channel = ? and guide_date = ?",
                        channel.value(),
                        date.toString())
                .mapTo(String.class)
                .findOne()
                .map(body -> read(body, GuideDay.class));
    }

    void putDay(Handle handle, GuideDay day) {
        handle.execute(
                """
                insert into tv_guide (channel, guide_date, body) values (?, ?, ?)
                on conflict (channel, guide_date) do update set body = excluded.body
                """,
                day.channel().value(),
                day.date().toString(),
                json(day));
    }

    void removeDay(Handle handle, GuideDay day) {
        handle.execute(
                "delete from tv_guide where channel = ? and guide_date = ?",
                day.channel().value(),
                day.date().toString());
    }

    Optional<Feed> feed(Handle handle, Feed.Kind kind) {
        return handle.select(
                        """
                        select feed, taken_from, taken_at, tried_from, tried_at, state, found, report
                        from tv_feed where feed = ?
                        """,
                        kind.name())
                .map((row, _) -> feed(row))
                .findOne();
    }

    private static Feed feed(ResultSet row) throws SQLException {
        long takenAt = row.getLong("taken_at");
        boolean taken = !row.wasNull();
        return new Feed(
                Feed.Kind.valueOf(row.getString("feed")),
                Optional.ofNullable(row.getString("taken_from")),
                taken ? Optional.of(Instant.ofEpochMilli(takenAt)) : Optional.empty(),
                row.getString("tried_from"),
                Instant.ofEpochMilli(row.getLong("tried_at")),
                Feed.State.valueOf(row.getString("state")),
                row.getInt("found"),
                read(row.getString("report"), Report.class));
    }

    /** What is in use, packed; empty where nothing was ever taken. */
    Optional<byte[]> content(Handle handle, Feed.Kind kind) {
        return handle.select(
                        "select content from tv_feed where feed = ? and content is not null",
                        kind.name())
                .mapTo(byte[].class)
                .findOne();
    }

    void taken(
            Handle handle,
            Feed.Kind kind,
            String from,
            byte[] content,
            int found,
            Report report,
            Instant now) {
        handle.execute(
                """
                insert into tv_feed (feed, content, taken_from, taken_at, tried_from, tried_at, state,
                    found, report)
                values (?, ?, ?, ?, ?, ?, 'TAKEN', ?, ?)
                on conflict (feed) do update set content = excluded.content,
                    taken_from = excluded.taken_from, taken_at = excluded.taken_at,
                    tried_from = excluded.tried_from, tried_at = excluded.tried_at,
                    state = excluded.state, found = excluded.found, report = excluded.report
                """,
                kind.name(),
                content,
                from,
                now.toEpochMilli(),
                from,
                now.toEpochMilli(),
                found,
                json(report));
    }

    void refused(
            Handle handle,
            Feed.Kind kind,
            String from,
            Feed.State state,
            Report report,
            Instant now) {
        handle.execute(
                """
                insert into tv_feed (feed, tried_from, tried_at, state, found, report)
                values (?, ?, ?, ?, 0, ?)
                on conflict (feed) do update set tried_from = excluded.tried_from,
                    tried_at = excluded.tried_at, state = excluded.state, found = excluded.found,
                    report = excluded.report
                """,
                kind.name(),
                from,
                now.toEpochMilli(),
                state.name(),
                json(report));
    }

    Optional<byte[]> access(Handle handle, StayId stay) {
        return handle.select("select body from tv_access where stay = ?", stay.value())
                .mapTo(byte[].class)
                .findOne();
    }

    void putAccess(Handle handle, StayId stay, byte[] body, String by, Instant now) {
        handle.execute(
                """
                insert into tv_access (stay, body, set_by, set_at) values (?, ?, ?, ?)
                on conflict (stay) do update set body = excluded.body, set_by = excluded.set_by,
                    set_at = excluded.set_at
                """,
                stay.value(),
                body,
                by,
                now.toEpochMilli());
    }

    void putFavourites(Handle handle, StayId stay, byte[] body) {
        handle.execute(
                """
                insert into tv_favourites (stay, body) values (?, ?)
                on conflict (stay) do update set body = excluded.body
                """,
                stay.value(),
                body);
    }

    Optional<byte[]> favourites(Handle handle, StayId stay) {
        return handle.select("select body from tv_favourites where stay = ?", stay.value())
                .mapTo(byte[].class)
                .findOne();
    }

    void erase(Handle handle, StayId stay) {
        handle.execute("delete from tv_access where stay = ?", stay.value());
        handle.execute("delete from tv_favourites where stay = ?", stay.value());
    }

    private static String json(Object record) {
        return WireCodec.body(record).json();
    }

    private static <T> T read(String json, Class<T> type) {
        return WireCodec.lenient(new Body(json), type);
    }
}
