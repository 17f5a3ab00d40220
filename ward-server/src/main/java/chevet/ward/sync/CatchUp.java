package chevet.ward.sync;

import chevet.model.place.TerminalId;
import chevet.model.place.WardId;
import chevet.model.wire.Cursor;
import chevet.model.wire.Down;
import chevet.model.wire.Event;
import chevet.model.wire.Presence;
import chevet.model.wire.StreamId;
import chevet.model.wire.Topics;
import chevet.model.wire.WireCodec;
import chevet.ward.db.Database;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Answers presences: the pages that a replica is missing, the streams it must drop, and at last
 * {@link Down.Current}. Terminals that must wait cost a few cursors each; pages are read when their
 * turn comes and go out no faster than {@link Flow} allows, so that three thousand terminals that
 * come back at once fill no memory. For the delivery lane.
 */
final class CatchUp {
    private static final int ROWS = 400;

    private final Database database;
    private final EventLog log;
    private final Heads heads;
    private final WardWire wire;
    private final Whereabouts whereabouts;
    private final SyncMeter meter;
    private final InstantSource clock;
    private final Flow flow;
    private final SharedPages shared = new SharedPages();
    private final LinkedHashMap<TerminalId, Job> jobs = new LinkedHashMap<>();

    /** The streams that each online terminal has something of, as far as it said or was sent. */
    private final Map<TerminalId, Set<StreamId>> held = new HashMap<>();

    CatchUp(SyncCore.Setup setup, Heads heads) {
        this.database = setup.database();
        this.log = setup.events();
        this.heads = heads;
        this.wire = setup.wire();
        this.whereabouts = setup.whereabouts();
        this.meter = setup.meter();
        this.clock = setup.clock();
        this.flow = new Flow(setup.clock());
    }

    /** One terminal's way to being current. */
    private static final class Job {
        private final TerminalId terminal;
        private final WardId ward;
        private final long boot;
        private final long connection;
        private final Deque<Part> parts = new ArrayDeque<>();
        private final Map<StreamId, Cursor> reached = new TreeMap<>();
        private boolean begun;

        Job(Presence presence, WardId ward) {
            this.terminal = presence.terminal();
            this.ward = ward;
            this.boot = presence.boot();
            this.connection = presence.connection();
        }

        boolean sameConnection(Presence presence) {
            return boot == presence.boot() && connection == presence.connection();
        }
    }

    /** What is missing of one stream: all above {@code from}. */
    private record Part(StreamId stream, long from, boolean reset) {}

    /** The terminal says where it stands. */
    void present(Presence presence, WardId ward) {
        TerminalId terminal = presence.terminal();
        held.put(terminal, new HashSet<>(presence.cursors().keySet()));
        Job running = jobs.get(terminal);
        if (running != null && running.begun && running.sameConnection(presence)) {
            // It asks again for what is already on its way.
            return;
        }
        Job job = new Job(presence, ward);
        Set<StreamId> entitled = whereabouts.entitled(terminal);
        drop(terminal, ward, entitled);
        for (StreamId stream : entitled) {
            Cursor cursor = presence.cursors().getOrDefault(stream, Cursor.NONE);
            if (heads.current(stream, cursor)) {
                job.reached.put(stream, cursor);
            } else {
                boolean continues = heads.continues(stream, cursor);
                job.parts.add(new Part(stream, continues ? cursor.number() : 0, !continues));
            }
        }
        jobs.put(terminal, job);
        if (job.parts.isEmpty()) {
            finish(job);
        }
    }

    /** The terminal is gone. */
    void absent(TerminalId terminal) {
        jobs.remove(terminal);
        held.remove(terminal);
    }

    /** Tells terminals at once to drop what they may no longer have. */
    void review(Publisher.Published published) {
        for (TerminalId terminal : published.terminals()) {
            if (held.containsKey(terminal)) {
                whereabouts
                        .wardOf(terminal)
                        .ifPresent(ward -> drop(terminal, ward, whereabouts.entitled(terminal)));
            }
        }
        for (StreamId stream : published.ended()) {
            held.forEach(
                    (terminal, streams) -> {
                        if (streams.contains(stream)) {
                            whereabouts
                                    .wardOf(terminal)
                                    .ifPresent(ward -> drop(terminal, ward, List.of(stream)));
                        }
                    });
        }
    }

    private void drop(TerminalId terminal, WardId ward, Set<StreamId> entitled) {
        drop(
                terminal,
                ward,
                held.getOrDefault(terminal, Set.of()).stream()
                        .filter(stream -> !entitled.contains(stream))
                        .sorted()
                        .toList());
    }

    private void drop(TerminalId terminal, WardId ward, List<StreamId> streams) {
        if (!streams.isEmpty()) {
            streams.forEach(held.getOrDefault(terminal, new HashSet<>())::remove);
            down(terminal, ward, new Down.Dropped(streams));
        }
    }

    /** Whether pages of the stream are still to be sent to the terminal. */
    boolean pending(TerminalId terminal, StreamId stream) {
        Job job = jobs.get(terminal);
        return job != null && job.parts.stream().anyMatch(part -> part.stream().equals(stream));
    }

    /**
     * Sends one page of whose turn it is.
     *
     * @return whether there is more to do now
     */
    boolean step() {
        if (jobs.isEmpty() || !flow.open()) {
            return false;
        }
        Job job = jobs.firstEntry().getValue();
        job.begun = true;
        Part part = job.parts.getFirst();
        if (whereabouts.entitled(job.terminal).contains(part.stream())) {
            page(job, part);
        } else {
            job.parts.removeFirst();
        }
        if (job.parts.isEmpty()) {
            finish(job);
        }
        return !jobs.isEmpty();
    }

    /** Whether somebody waits for pages. */
    boolean waiting() {
        return !jobs.isEmpty();
    }

    private void page(Job job, Part part) {
        Page page = part.stream().kind().shared() ? shared.of(part, this::read) : read(part);
        job.parts.removeFirst();
        held.computeIfAbsent(job.terminal, terminal -> new HashSet<>()).add(part.stream());
        wire.publish(Topics.down(job.ward, job.terminal), page.bytes, 1);
        flow.sent(page.bytes.length);
        meter.count(SyncMeter.What.PAGE_SENT);
        if (page.last) {
            job.reached.put(part.stream(), new Cursor(heads.epoch(), page.through));
        } else {
            job.parts.addFirst(new Part(part.stream(), page.through, false));
        }
    }

    /** A page as it goes out. */
    private static final class Page {
        private final byte[] bytes;
        private final long through;
        private final boolean last;

        Page(byte[] bytes, long through, boolean last) {
            this.bytes = bytes;
            this.through = through;
            this.last = last;
        }
    }

    private Page read(Part part) {
        // Only what is published: beds, heads and pages then tell of the same moment.
        long through = heads.published();
        List<EventRow> rows =
                database.read(
                        handle ->
                                log.table()
                                        .page(
                                                handle,
                                                part.stream().toString(),
                                                part.from(),
                                                through,
                                                ROWS));
        List<Event> events = new ArrayList<>();
        int length = 0;
        long reached = part.from();
        boolean whole = rows.size() < ROWS;
        for (EventRow row : rows) {
            Event event = log.bodies().opened(row, reached).orElse(null);
            int more = event == null ? 0 : WireCodec.length(event);
            if (length + more > Publisher.FULL) {
                whole = false;
                break;
            }
            if (event != null) {
                events.add(event);
            }
            length += more;
            reached = row.number();
        }
        if (whole) {
            reached = Math.max(reached, heads.of(part.stream()).number());
        }
        Down.Page page =
                new Down.Page(
                        part.stream(),
                        heads.epoch(),
                        part.from(),
                        reached,
                        part.reset(),
                        whole,
                        events);
        return new Page(WireCodec.bytes(page), reached, whole);
    }

    private void finish(Job job) {
        jobs.remove(job.terminal);
        Instant now = clock.instant();
        down(
                job.terminal,
                job.ward,
                new Down.Current(job.boot + "/" + job.connection, now, job.reached));
        meter.count(SyncMeter.What.CURRENT_SENT);
    }

    private void down(TerminalId terminal, WardId ward, Down message) {
        wire.publish(Topics.down(ward, terminal), WireCodec.bytes(message), 1);
    }

    /**
     * The pages of shared streams that were sent last: after a power cut every terminal asks for
     * the same ones.
     */
    private final class SharedPages {
        private static final int MOST = 24;

        private record Asked(Part part, long head) {}

        private final LinkedHashMap<Asked, Page> pages = new LinkedHashMap<>();

        Page of(Part part, Function<Part, Page> read) {
            Asked asked = new Asked(part, heads.of(part.stream()).number());
            Page known = pages.get(asked);
            if (known == null) {
                known = read.apply(part);
                pages.put(asked, known);
                if (pages.size() > MOST) {
                    pages.pollFirstEntry();
                }
            }
            return known;
        }
    }
}
