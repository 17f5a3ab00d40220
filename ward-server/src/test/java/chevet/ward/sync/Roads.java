package chevet.ward.sync;

import chevet.model.place.TerminalId;
import chevet.model.stay.StayId;
import chevet.model.wire.Body;
import chevet.model.wire.Command;
import chevet.model.wire.Cursor;
import chevet.model.wire.Presence;
import chevet.model.wire.Reason;
import chevet.model.wire.StreamId;
import chevet.model.wire.Topics;
import chevet.model.wire.WireCodec;
import chevet.ward.HandClock;
import chevet.ward.db.Databases;
import chevet.ward.db.JdbiDatabase;
import chevet.ward.db.Threads;
import chevet.ward.db.Tx;
import chevet.ward.keys.FileStayKeys;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The whole sync core over a real database, driven by one thread, with two beds. */
final class Roads {
    static final TerminalId T1 = new TerminalId("t-1");
    static final TerminalId T2 = new TerminalId("t-2");
    static final StayId STAY = new StayId("st-1");

    final HandClock clock;
    final Databases on;
    final FileStayKeys keys;
    final Beds beds = new Beds().with(T1).with(T2);
    final Post post = new Post();
    final Map<SyncMeter.What, Long> counted = new EnumMap<>(SyncMeter.What.class);
    final List<String> handled = new ArrayList<>();
    final List<AskHandler> askHandlers = new ArrayList<>();
    JdbiDatabase database;
    EventLog log;
    SyncCore core;
    private long connection;

    /** A note at the bed; "refuse", "throw" and "sql" do what they say. */
    record Note(String text) {}

    Roads(Databases on, Path directory) {
        this.on = on;
        this.clock = on.clock;
        this.keys = new FileStayKeys(directory.resolve("keys"));
        this.database = on.database(Threads.BY_HAND);
        this.log = new EventLog(database, keys, this::count);
        keys.make(STAY);
        beds.lays(STAY, T1, clock.instant().minus(Duration.ofDays(1)));
        this.core = started();
    }

    private SyncCore started() {
        SyncCore started =
                new SyncCore(
                        new SyncCore.Setup(
                                database,
                                log,
                                keys,
                                clock,
                                Threads.BY_HAND,
                                post,
                                beds,
                                List.of(new Notes()),
                                askHandlers,
                                this::count));
        started.start();
        return started;
    }

    /** Starts the core again over what the database holds. */
    void restart() {
        core.close();
        log = new EventLog(database, keys, this::count);
        core = started();
        connection = 0;
    }

    void crash() {
        core.close();
        database = on.crashAndReopen();
        restart();
    }

    private synchronized void count(SyncMeter.What what, long times) {
        counted.merge(what, times, Long::sum);
    }

    /** Runs everything that waits. */
    void drain() {
        boolean any = true;
        while (any) {
            any = database.drain();
            any = core.drain() || any;
        }
    }

    void write(Consumer<Tx> work) {
        var written =
                database.write(
                        tx -> {
                            work.accept(tx);
                            return true;
                        });
        database.drain();
        written.join();
    }

    void put(StreamId stream, String key, Object body) {
        write(tx -> log.put(tx, stream, key, "test.note", body));
    }

    /** A command of series "s" for {@link #STAY} from {@link #T1}. */
    Command command(String id, long number, long oldest, String text) {
        return new Command(
                id,
                T1,
                "s",
                number,
                oldest,
                Optional.of(STAY),
                clock.instant(),
                "note.put",
                WireCodec.body(new Note(text)));
    }

    void sends(Command command) {
        up(WireCodec.bytes(command));
        drain();
    }

    void up(byte[] payload) {
        core.received(Topics.up(Beds.WARD, T1), payload, () -> handled.add("done"));
    }

    /** A terminal connects and says where it stands. */
    void connects(TerminalId terminal, Map<StreamId, Cursor> cursors) {
        connection++;
        says(terminal, connection, true, cursors);
    }

    void says(TerminalId terminal, long connection, boolean online, Map<StreamId, Cursor> cursors) {
        Presence presence =
                new Presence(terminal, 1, connection, online, clock.instant(), "0.1", cursors);
        core.received(Topics.presence(Beds.WARD, terminal), WireCodec.bytes(presence), () -> {});
    }

    static Body json(String json) {
        return new Body(json);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private final class Notes implements CommandHandler<Note> {
        @Override
        public String type() {
            return "note.put";
        }

        @Override
        public Class<Note> bodyType() {
            return Note.class;
        }

        @Override
        public Decision handle(Command command, Note note, Tx tx) {
            handled.add(note.text());
            log.put(tx, StreamId.stay(STAY), "note/" + command.id(), "test.note", note);
            return switch (note.text()) {
                case "refuse" ->
                        new Decision.Refused(new Reason("note.no", Map.of("dish", "arachide")));
                case "throw" -> throw new IllegalStateException("Mme Martin");
                case "sql" -> {
                    tx.handle().execute("insert into nowhere values (1)");
                    yield new Decision.Accepted();
                }
                default -> new Decision.Accepted();
            };
        }
    }
}
