package chevet.ward.sync;

import chevet.model.place.SiteId;
import chevet.model.place.TerminalId;
import chevet.model.place.WardId;
import chevet.model.stay.StayId;
import chevet.model.wire.Down;
import chevet.model.wire.Event;
import chevet.model.wire.StreamId;
import chevet.model.wire.Topics;
import chevet.model.wire.WireCodec;
import chevet.ward.db.Database;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Sends what is committed, from the table and in order of commit. Shared streams go out once on
 * their place's topic; personal ones to the terminal that may have them now. For the delivery lane.
 */
final class Publisher {
    /** A message is sent when its events reach this many bytes; one event is never longer. */
    static final int FULL = 220 * 1024;

    private static final int ROWS = 500;

    private final Database database;
    private final EventLog log;
    private final Heads heads;
    private final WardWire wire;
    private final Whereabouts whereabouts;
    private final SyncMeter meter;
    private final BiPredicate<TerminalId, StreamId> catchingUp;
    private final Map<StreamId, Long> sent = new HashMap<>();

    /**
     * @param catchingUp tells terminals to which pages of the stream are still to be sent; live
     *     events wait behind them, which is to say that the pages will hold them
     */
    Publisher(SyncCore.Setup setup, Heads heads, BiPredicate<TerminalId, StreamId> catchingUp) {
        this.database = setup.database();
        this.log = setup.events();
        this.heads = heads;
        this.wire = setup.wire();
        this.whereabouts = setup.whereabouts();
        this.meter = setup.meter();
        this.catchingUp = catchingUp;
    }

    /** What a publication touched that others must look after. */
    record Published(List<TerminalId> terminals, List<StreamId> ended) {}

    /** Publishes all that is committed now. */
    Published publish() {
        List<TerminalId> terminals = new ArrayList<>();
        List<StreamId> ended = new ArrayList<>();
        long limit = Math.max(log.committed(), heads.known());
        for (EventLog.Floor floor = log.floors().poll();
                floor != null;
                floor = log.floors().poll()) {
            heads.raise(floor.stream(), floor.number());
            if (floor.ended()) {
                sent.put(floor.stream(), floor.number());
                ended.add(floor.stream());
            }
        }
        while (heads.published() < limit) {
            long from = heads.published();
            List<EventRow> rows =
                    database.read(handle -> log.table().placed(handle, from, limit, ROWS));
            send(rows, terminals);
            heads.published(rows.size() < ROWS ? limit : rows.getLast().place());
        }
        return new Published(terminals, ended);
    }

    private void send(List<EventRow> rows, List<TerminalId> terminals) {
        Map<String, Batch> batches = new LinkedHashMap<>();
        for (EventRow row : rows) {
            StreamId stream = StreamId.of(row.stream());
            long after = after(stream, row.number());
            sent.put(stream, row.number());
            heads.advance(stream, row.number());
            if (stream.kind() == StreamId.Kind.TERMINAL) {
                terminals.add(new TerminalId(stream.of()));
            }
            Optional<String> topic = topic(stream);
            if (topic.isPresent()) {
                log.bodies()
                        .opened(row, after)
                        .ifPresent(
                                event ->
                                        batches.computeIfAbsent(topic.get(), Batch::new)
                                                .add(event));
            }
        }
        batches.values().forEach(Batch::send);
    }

    /**
     * The number before this one in what was sent. After a restart nobody remembers it, and the
     * newest surviving one below serves: what lay between has been replaced by events that are
     * still to come.
     */
    private long after(StreamId stream, long number) {
        Long known = sent.get(stream);
        if (known != null && known < number) {
            return known;
        }
        long survivor =
                database.read(handle -> log.table().before(handle, stream.toString(), number));
        long floor = heads.of(stream).floor();
        return floor < number ? Math.max(survivor, floor) : survivor;
    }

    private Optional<String> topic(StreamId stream) {
        return switch (stream.kind()) {
            case HOUSE -> Optional.of(Topics.HOUSE);
            case SITE -> Optional.of(Topics.site(new SiteId(stream.of())));
            case WARD -> Optional.of(Topics.ward(new WardId(stream.of())));
            case TERMINAL -> down(new TerminalId(stream.of()), stream);
            case STAY ->
                    whereabouts
                            .terminalOf(new StayId(stream.of()))
                            .flatMap(terminal -> down(terminal, stream));
            // Rooms have no members yet.
            case ROOM -> Optional.empty();
        };
    }

    private Optional<String> down(TerminalId terminal, StreamId stream) {
        return catchingUp.test(terminal, stream)
                ? Optional.empty()
                : whereabouts.wardOf(terminal).map(ward -> Topics.down(ward, terminal));
    }

    /** Events of one topic until they fill a message. */
    private final class Batch {
        private final String topic;
        private final List<Event> events = new ArrayList<>();
        private int length;

        Batch(String topic) {
            this.topic = topic;
        }

        void add(Event event) {
            int more = WireCodec.length(event);
            if (length + more > FULL) {
                send();
            }
            events.add(event);
            length += more;
        }

        void send() {
            if (!events.isEmpty()) {
                wire.publish(
                        topic,
                        WireCodec.bytes(new Down.Live(heads.epoch(), List.copyOf(events))),
                        1);
                meter.count(SyncMeter.What.EVENT_PUBLISHED, events.size());
                events.clear();
                length = 0;
            }
        }
    }
}
