package chevet.sim;

import chevet.model.place.BedId;
import chevet.model.place.SiteId;
import chevet.model.place.TerminalId;
import chevet.model.place.WardId;
import chevet.model.stay.BedOccupancy;
import chevet.model.stay.StayId;
import chevet.model.wire.Command;
import chevet.model.wire.Reason;
import chevet.model.wire.StreamId;
import chevet.ward.db.JdbiDatabase;
import chevet.ward.db.Threads;
import chevet.ward.db.Tx;
import chevet.ward.keys.StayKeys;
import chevet.ward.sync.CommandHandler;
import chevet.ward.sync.EventLog;
import chevet.ward.sync.SyncCore;
import chevet.ward.sync.SyncMeter;
import chevet.ward.sync.WardWire;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * A ward server with the real roads and database, and small features of the tests' own: beds, a
 * handler that counts taps, and a book of what every stream should say.
 */
public final class Ward implements AutoCloseable {
    public static final SiteId SITE = new SiteId("hs");
    public static final WardId WARD = new WardId("w1");
    public static final StreamId WARD_STREAM = StreamId.ward(WARD);

    /** What the tests' tap is refused for. */
    public static final String REFUSE = "refuse";

    /** A tap at which the handler throws, after it has written. */
    public static final String THROW = "throw";

    private final JdbiDatabase database;
    private final EventLog log;
    private final StayKeys keys;
    private final Beds beds;
    private final SyncCore core;

    /**
     * What a ward runs on.
     *
     * @param restored true where the file came out of a backup: a new epoch begins
     */
    public record Ports(
            Path file,
            boolean restored,
            StayKeys keys,
            InstantSource clock,
            Threads threads,
            WardWire wire,
            List<TerminalId> terminals) {}

    public Ward(Ports ports) {
        database = JdbiDatabase.sqlite(ports.file(), ports.clock(), ports.threads());
        if (ports.restored()) {
            database.newEpoch();
            database.drain();
        }
        keys = ports.keys();
        log = new EventLog(database, keys, SyncMeter.NONE);
        database.write(
                tx -> {
                    Beds.tables(tx);
                    tx.handle()
                            .execute(
                                    "create table if not exists sim_tap (id text primary key, done"
                                            + " integer not null)");
                    tx.handle()
                            .execute(
                                    "create table if not exists sim_text (stream text, key text,"
                                            + " text text, primary key (stream, key))");
                    return true;
                });
        beds = new Beds(ports.terminals());
        CompletableFuture<Boolean> loaded = database.write(beds::load);
        database.drain();
        loaded.join();
        core =
                new SyncCore(
                        new SyncCore.Setup(
                                database,
                                log,
                                keys,
                                ports.clock(),
                                ports.threads(),
                                ports.wire(),
                                beds,
                                List.of(new Taps()),
                                List.of(),
                                SyncMeter.NONE));
    }

    public SyncCore core() {
        return core;
    }

    public JdbiDatabase database() {
        return database;
    }

    public Beds beds() {
        return beds;
    }

    /** Counts each tap by its id; says it in the stay's stream. */
    private final class Taps implements CommandHandler<String> {
        @Override
        public String type() {
            return "test.tap";
        }

        @Override
        public Class<String> bodyType() {
            return String.class;
        }

        @Override
        public Decision handle(Command command, String word, Tx tx) {
            if (word.startsWith(REFUSE)) {
                return new Decision.Refused(Reason.of("test.refused"));
            }
            tx.handle()
                    .execute(
                            "insert into sim_tap (id, done) values (?, 1) on conflict (id) do"
                                    + " update set done = done + 1",
                            command.id());
            say(
                    tx,
                    StreamId.stay(command.stay().orElseThrow()),
                    "tap/" + command.number() % 3,
                    word);
            if (word.startsWith(THROW)) {
                throw new IllegalStateException("the handler's own fault");
            }
            return new Decision.Accepted();
        }
    }

    /** Puts a text into a stream, and into the book. */
    public void say(Tx tx, StreamId stream, String key, String text) {
        tx.handle()
                .execute(
                        "insert into sim_text (stream, key, text) values (?, ?, ?) on conflict"
                                + " (stream, key) do update set text = excluded.text",
                        stream.toString(),
                        key,
                        text);
        log.put(tx, stream, key, "test.text", text);
    }

    /** Puts what a real feature would say into a stream; the book knows nothing of it. */
    public void tell(Tx tx, StreamId stream, String key, String type, Object body) {
        log.put(tx, stream, key, type, body);
    }

    /** Takes a key out of a stream, and out of the book. */
    public void unsay(Tx tx, StreamId stream, String key) {
        tx.handle()
                .execute(
                        "delete from sim_text where stream = ? and key = ?",
                        stream.toString(),
                        key);
        log.remove(tx, stream, key);
    }

    /** A stay comes to a free bed. */
    public void admit(Tx tx, StayId stay, TerminalId terminal) {
        keys.make(stay);
        beds.lay(tx, stay, Optional.of(terminal));
        occupy(tx, terminal, Optional.of(stay));
        say(tx, StreamId.stay(stay), "patient", "patient of " + stay);
    }

    /** A stay moves to a free bed. */
    public void transfer(Tx tx, StayId stay, TerminalId from, TerminalId to) {
        beds.lay(tx, stay, Optional.of(to));
        occupy(tx, from, Optional.empty());
        occupy(tx, to, Optional.of(stay));
    }

    public void discharge(Tx tx, StayId stay, TerminalId from) {
        beds.lay(tx, stay, Optional.empty());
        occupy(tx, from, Optional.empty());
        tx.handle()
                .execute("delete from sim_text where stream = ?", StreamId.stay(stay).toString());
        log.end(tx, StreamId.stay(stay));
    }

    private void occupy(Tx tx, TerminalId terminal, Optional<StayId> stay) {
        BedOccupancy occupancy = new BedOccupancy(new BedId(terminal.value()), stay);
        log.put(tx, StreamId.terminal(terminal), "occupancy", "stay.occupancy", occupancy);
    }

    /** How often each tap was done, by its id. */
    public Map<String, Integer> taps() {
        return database.read(
                handle ->
                        handle.createQuery("select id, done from sim_tap")
                                .reduceRows(
                                        new TreeMap<String, Integer>(),
                                        (map, row) -> {
                                            map.put(
                                                    row.getColumn("id", String.class),
                                                    row.getColumn("done", Integer.class));
                                            return map;
                                        }));
    }

    /** What a stream should say. */
    public Map<String, String> texts(StreamId stream) {
        return database.read(
                handle ->
                        handle.createQuery("select key, text from sim_text where stream = :stream")
                                .bind("stream", stream.toString())
                                .reduceRows(
                                        new TreeMap<String, String>(),
                                        (map, row) -> {
                                            map.put(
                                                    row.getColumn("key", String.class),
                                                    row.getColumn("text", String.class));
                                            return map;
                                        }));
    }

    @Override
    public void close() {
        core.close();
        database.close();
    }
}
