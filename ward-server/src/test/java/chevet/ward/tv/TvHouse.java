package chevet.ward.tv;

import chevet.config.TvConfig;
import chevet.config.pack.ObjectStore;
import chevet.model.pack.ObjectRef;
import chevet.model.place.BedId;
import chevet.model.place.WardId;
import chevet.model.stay.StayId;
import chevet.model.text.Texts;
import chevet.model.tv.DailyHours;
import chevet.model.tv.GuideDay;
import chevet.model.tv.Programmes;
import chevet.model.tv.TvPack;
import chevet.model.tv.TvPackId;
import chevet.model.tv.TvRules;
import chevet.model.wire.Body;
import chevet.model.wire.Cursor;
import chevet.model.wire.StreamId;
import chevet.model.wire.WireCodec;
import chevet.ward.HandClock;
import chevet.ward.db.Databases;
import chevet.ward.db.Tx;
import chevet.ward.keys.FileStayKeys;
import chevet.ward.sync.Bedsides;
import chevet.ward.sync.EventLog;
import chevet.ward.sync.Events;
import chevet.ward.sync.SyncMeter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/**
 * Television with its real stores, keys, event log and objects; feeds come out of a map, and two
 * patients lie in two beds. It is half past noon on Saturday 21 November 2026.
 */
final class TvHouse {
    static final WardId WARD = new WardId("ophtalmo");
    static final WardId CHILDREN = new WardId("pediatrie");
    static final StayId STAY = new StayId("s-1");
    static final StayId OTHER = new StayId("s-2");
    static final URI LIST = URI.create("https://user:secret@feeds.example/list.m3u?token=secret");
    static final URI GUIDE = URI.create("file:/feeds/guide.xml");

    static final TvRules CHILDRENS_RULES =
            new TvRules(
                    60,
                    List.of(),
                    List.of(new DailyHours(LocalTime.of(20, 0), LocalTime.of(8, 0))),
                    10,
                    Set.of(new TvPackId("enfants")));

    final HandClock clock;
    final Map<URI, byte[]> feeds = new HashMap<>();
    final List<String> said = new ArrayList<>();
    final Map<StreamId, Map<String, Object>> told = new HashMap<>();
    final FileStayKeys keys;
    final Databases databases;
    final ObjectStore store;
    private final Map<StayId, Bedsides.Lying> lying = new TreeMap<>();
    private final EventLog log;

    TvHouse(Databases databases) {
        this.databases = databases;
        this.clock = databases.clock;
        this.keys = new FileStayKeys(databases.folder("keys"));
        this.log = new EventLog(databases.database(), keys, SyncMeter.NONE);
        this.store = ObjectStore.open(databases.folder("objects"), 1L << 30, Clock.systemUTC());
        for (StayId stay : List.of(STAY, OTHER)) {
            keys.make(stay);
        }
        lie(STAY, WARD, "210-P");
        lie(OTHER, CHILDREN, "310-P");
    }

    void lie(StayId stay, WardId ward, String bed) {
        lying.put(stay, new Bedsides.Lying(stay, ward, new BedId(bed)));
    }

    void leave(StayId stay) {
        lying.remove(stay);
    }

    static TvConfig config(Optional<URI> channels, Optional<URI> guide, TvConfig.Pack... packs) {
        return new TvConfig(
                channels,
                guide,
                Duration.ofHours(6),
                List.of(packs),
                Map.of(CHILDREN, CHILDRENS_RULES));
    }

    static TvConfig.Pack pack(String id, TvPack.Kind kind, String group) {
        return new TvConfig.Pack(
                new TvPack(new TvPackId(id), Texts.french(id), kind), Set.of(group), Set.of());
    }

    Television television(TvConfig config) {
        return new Television(
                new TvDoors(
                        databases.database(),
                        keys,
                        new Told(),
                        said::add,
                        clock,
                        new Kept(),
                        (from, _) ->
                                Optional.ofNullable(feeds.get(from))
                                        .<Source.Got>map(Source.Got.Content::new)
                                        .orElse(new Source.Got.Unreachable("no such feed"))),
                config,
                Guides.PARIS,
                List.of(WARD, CHILDREN),
                new Beds());
    }

    /** With nothing configured: feeds are brought by hand. */
    Television television() {
        return television(config(Optional.empty(), Optional.empty()));
    }

    Map<String, Object> house() {
        return told.getOrDefault(StreamId.HOUSE, Map.of());
    }

    /** The hash that a day's event names. */
    String object(String channel, String date) {
        return Optional.ofNullable(house().get("guide/" + channel + "/" + date))
                .map(GuideDay.class::cast)
                .orElseThrow()
                .object()
                .sha256();
    }

    /** What that object says. */
    Programmes day(String channel, String date) {
        try {
            Path file = store.find(object(channel, date)).orElseThrow();
            return WireCodec.lenient(new Body(Files.readString(file)), Programmes.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] list(String... entries) {
        return ("#EXTM3U\n" + String.join("\n", entries) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    static String entry(String id, String more) {
        return "#EXTINF:-1 tvg-id=\"%s\" %s,%s\nudp://@239.11.11.1:5010".formatted(id, more, id);
    }

    static byte[] guide(String... programmes) {
        return ("<tv>\n" + String.join("", programmes) + "</tv>").getBytes(StandardCharsets.UTF_8);
    }

    private final class Beds implements Bedsides {
        @Override
        public List<Lying> in(Handle handle, WardId ward) {
            return lying.values().stream().filter(one -> one.ward().equals(ward)).toList();
        }

        @Override
        public Optional<Lying> of(Handle handle, StayId stay) {
            return Optional.ofNullable(lying.get(stay));
        }
    }

    private final class Kept implements Objects {
        @Override
        public boolean has(ObjectRef object) {
            return store.length(object.sha256()).isPresent();
        }

        @Override
        public ObjectRef keep(byte[] bytes, String mediaType) {
            return store.keep(bytes, mediaType);
        }

        @Override
        public void want(Collection<ObjectRef> objects, Collection<ObjectRef> gone) {
            store.pin("tv", objects);
            gone.forEach(object -> store.forget(object.sha256()));
        }
    }

    /** Writes into the real log, and remembers what a terminal would know, and each key told. */
    private final class Told implements Events {
        @Override
        public void put(Tx tx, StreamId stream, String key, String type, Object body) {
            log.put(tx, stream, key, type, body);
            tx.afterCommit(
                    () -> {
                        said.add("+" + key);
                        told.computeIfAbsent(stream, _ -> new TreeMap<>()).put(key, body);
                    });
        }

        @Override
        public void remove(Tx tx, StreamId stream, String key) {
            log.remove(tx, stream, key);
            tx.afterCommit(
                    () -> {
                        said.add("-" + key);
                        told.computeIfAbsent(stream, _ -> new TreeMap<>()).remove(key);
                    });
        }

        @Override
        public Cursor head(Tx tx, StreamId stream) {
            return log.head(tx, stream);
        }

        @Override
        public void end(Tx tx, StreamId stream) {
            log.end(tx, stream);
        }
    }

    /** What was told of keys since the last time it was asked, in order. */
    List<String> keysSaid() {
        List<String> keys =
                said.stream().filter(one -> one.startsWith("+") || one.startsWith("-")).toList();
        said.clear();
        return keys;
    }
}
