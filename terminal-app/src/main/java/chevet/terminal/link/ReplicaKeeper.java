package chevet.terminal.link;

import chevet.model.stay.BedOccupancy;
import chevet.model.stay.ErasuresOwed;
import chevet.model.stay.StayId;
import chevet.model.wire.Body;
import chevet.model.wire.Cursor;
import chevet.model.wire.Down;
import chevet.model.wire.Event;
import chevet.model.wire.StreamId;
import chevet.terminal.link.TerminalStore.KeptEvent;
import chevet.terminal.link.TerminalStore.Write;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies what comes down to the replica, one message one transaction, and knows where it stands in
 * each stream. On the link's thread, but for {@link #known}.
 */
final class ReplicaKeeper {
    /** The key in the terminal's own stream that says who lies here. */
    static final String OCCUPANCY = "occupancy";

    private static final Logger LOG = LoggerFactory.getLogger(ReplicaKeeper.class);
    private final List<StreamId> places;
    private final StreamId own;
    private final TerminalStore store;
    private final TerminalKeys keys;
    private final Map<StreamId, Cursor> cursors = new TreeMap<>();
    private volatile Known known = Known.NOTHING;

    ReplicaKeeper(LinkIdentity identity, TerminalStore store, TerminalKeys keys) {
        this.places = identity.streams();
        this.own = StreamId.terminal(identity.terminal());
        this.store = store;
        this.keys = keys;
    }

    /**
     * What a message changed.
     *
     * @param changed kinds of streams that now read otherwise
     * @param missing something is not here that should be: the server must be asked
     * @param left stays that no longer lie here
     * @param arrived another stay lies here now
     */
    record Effect(Set<StreamId.Kind> changed, boolean missing, Set<StayId> left, boolean arrived) {}

    Known known() {
        return known;
    }

    /** How far this terminal has come in what the server says to it alone. */
    Cursor reached() {
        return cursor(cursors, own);
    }

    /** Stays of whose erasing the server waits for the receipt. */
    Set<StayId> owed() {
        return Optional.ofNullable(known.streams().get(own))
                .flatMap(values -> Optional.ofNullable(values.get(ErasuresOwed.KEY)))
                .flatMap(value -> Known.read(value, ErasuresOwed.class))
                .map(ErasuresOwed::stays)
                .orElse(Set.of());
    }

    /** A cursor for every stream that this terminal should have. */
    Map<StreamId, Cursor> cursors() {
        Map<StreamId, Cursor> all = new TreeMap<>();
        places.forEach(stream -> all.put(stream, cursor(cursors, stream)));
        known.stay()
                .map(StreamId::stay)
                .ifPresent(stream -> all.put(stream, cursor(cursors, stream)));
        return all;
    }

    /** True where nothing is missing up to the server's heads. */
    boolean reaches(Map<StreamId, Cursor> heads) {
        return cursors().entrySet().stream()
                .allMatch(
                        here -> {
                            Cursor head = heads.get(here.getKey());
                            return head == null
                                    ? !needed(here.getKey(), here.getValue())
                                    : reaches(here.getValue(), head);
                        });
    }

    /** An answer without a head for the stay's stream is older than the stay's coming here. */
    private static boolean needed(StreamId stream, Cursor here) {
        return stream.kind() == StreamId.Kind.STAY || here.number() > 0;
    }

    private static boolean reaches(Cursor here, Cursor head) {
        // Further than the head is no fault: a live event has overtaken the answer.
        return head.number() == 0
                ? here.number() == 0
                : here.epoch().equals(head.epoch()) && here.number() >= head.number();
    }

    /** Takes up what the disk holds; returns the stays that have a key and no bed here. */
    Set<StayId> load(TerminalStore.Contents contents) {
        cursors.putAll(contents.cursors());
        Map<StreamId, NavigableMap<String, Known.Value>> streams = new TreeMap<>();
        contents.replica().stream()
                .filter(event -> event.stream().kind() != StreamId.Kind.STAY)
                .forEach(event -> load(streams, event, event.body()));
        Optional<StayId> stay = occupant(streams);
        Set<StayId> others = new TreeSet<>(keys.stays());
        stay.ifPresent(others::remove);
        List<Write> writes = new ArrayList<>();
        Set<StreamId> lost = new TreeSet<>();
        for (KeptEvent event : contents.replica()) {
            if (event.stream().kind() == StreamId.Kind.STAY && !loadSealed(streams, event, stay)) {
                lost.add(event.stream());
            }
        }
        stay.ifPresent(keys::make);
        for (StreamId stream : lost) {
            LOG.warn("Replica of {} cannot be opened and is loaded anew", stream);
            streams.remove(stream);
            cursors.remove(stream);
            writes.add(new Write.DropStream(stream));
        }
        if (!writes.isEmpty()) {
            store.commit(writes);
        }
        known = new Known(stay, streams);
        return others;
    }

    private boolean loadSealed(
            Map<StreamId, NavigableMap<String, Known.Value>> streams,
            KeptEvent event,
            Optional<StayId> stay) {
        if (!stay.map(StreamId::stay).equals(Optional.of(event.stream()))) {
            return false;
        }
        try {
            String place = place(event.stream(), event.key());
            load(
                    streams,
                    event,
                    Bytes.of(keys.open(stay.orElseThrow(), place, event.body().array())));
            return true;
        } catch (Seal.Broken _) {
            return false;
        }
    }

    private static void load(
            Map<StreamId, NavigableMap<String, Known.Value>> streams, KeptEvent event, Bytes body) {
        streams.computeIfAbsent(event.stream(), _ -> new TreeMap<>())
                .put(event.key(), new Known.Value(event.type(), new Body(body.text())));
    }

    /**
     * @throws TerminalStore.StoreException when the disk would not take it; nothing has changed
     *     then
     */
    Effect apply(Down.Live live) {
        Draft draft = new Draft();
        live.events().forEach(event -> draft.live(live.epoch(), event));
        return draft.finish(true);
    }

    /**
     * @param asked the cursors that the latest presence said
     * @throws TerminalStore.StoreException when the disk would not take it; nothing has changed
     *     then
     */
    Effect apply(Down.Page page, Map<StreamId, Cursor> asked) {
        Draft draft = new Draft();
        draft.page(page, asked);
        return draft.finish(page.last());
    }

    /**
     * @throws TerminalStore.StoreException when the disk would not take it; nothing has changed
     *     then
     */
    Effect apply(Down.Dropped dropped) {
        Draft draft = new Draft();
        dropped.streams().forEach(draft::drop);
        return draft.finish(true);
    }

    private static Cursor cursor(Map<StreamId, Cursor> cursors, StreamId stream) {
        return cursors.getOrDefault(stream, Cursor.NONE);
    }

    private static String place(StreamId stream, String key) {
        return "replica|" + stream + "|" + key;
    }

    private Optional<StayId> occupant(Map<StreamId, NavigableMap<String, Known.Value>> streams) {
        return Optional.ofNullable(streams.get(own))
                .flatMap(values -> Optional.ofNullable(values.get(OCCUPANCY)))
                .flatMap(value -> Known.read(value, BedOccupancy.class))
                .flatMap(BedOccupancy::stay);
    }

    /** What a message would change, before the disk has it. */
    private final class Draft {
        private final Map<StreamId, Cursor> moved = new TreeMap<>(cursors);
        private final Map<StreamId, NavigableMap<String, Known.Value>> streams =
                new TreeMap<>(known.streams());
        private final Set<StreamId> copied = new TreeSet<>();
        private final Set<StreamId> advanced = new TreeSet<>();
        private final Set<StreamId.Kind> changed = EnumSet.noneOf(StreamId.Kind.class);
        private final Set<StayId> left = new TreeSet<>();
        private final List<Write> writes = new ArrayList<>();
        private boolean missing;

        void live(String epoch, Event event) {
            if (!wanted(event.stream())) {
                return;
            }
            Cursor here = cursor(moved, event.stream());
            if (!here.epoch().equals(epoch) || event.after() > here.number()) {
                missing = true;
            } else if (event.number() > here.number()) {
                put(event);
                move(event.stream(), new Cursor(epoch, event.number()));
            }
        }

        void page(Down.Page page, Map<StreamId, Cursor> asked) {
            StreamId stream = page.stream();
            if (!wanted(stream)) {
                return;
            }
            Cursor here = cursor(moved, stream);
            if (page.reset()) {
                boolean stale =
                        here.epoch().equals(page.epoch())
                                && here.number() >= page.through()
                                && !here.equals(asked.get(stream));
                if (stale) {
                    return;
                }
                forget(stream);
                here = new Cursor(page.epoch(), 0);
            } else if (here.number() < page.from()
                    || (!here.epoch().equals(page.epoch()) && !here.equals(Cursor.NONE))) {
                missing = true;
                return;
            }
            if (page.through() > here.number() || page.reset()) {
                long from = here.number();
                page.events().stream()
                        .filter(event -> event.stream().equals(stream) && event.number() > from)
                        .forEach(this::put);
                move(stream, new Cursor(page.epoch(), page.through()));
            }
        }

        void drop(StreamId stream) {
            if (wanted(stream)) {
                forget(stream);
                // Where occupancy still names the stay, one of the two is old news: ask.
                missing = true;
            } else if (stream.kind() == StreamId.Kind.STAY) {
                left.add(new StayId(stream.of()));
            }
        }

        private boolean wanted(StreamId stream) {
            return places.contains(stream)
                    || known.stay().map(StreamId::stay).equals(Optional.of(stream));
        }

        private void put(Event event) {
            changed.add(event.stream().kind());
            NavigableMap<String, Known.Value> values = values(event.stream());
            if (event.body().isEmpty()) {
                values.remove(event.key());
                writes.add(new Write.RemoveEvent(event.stream(), event.key()));
                return;
            }
            Body body = event.body().get();
            values.put(event.key(), new Known.Value(event.type(), body));
            Bytes kept = Bytes.of(body.json());
            if (event.stream().kind() == StreamId.Kind.STAY) {
                StayId stay = new StayId(event.stream().of());
                kept = Bytes.of(keys.seal(stay, place(event.stream(), event.key()), kept.array()));
            }
            writes.add(
                    new Write.PutEvent(
                            new KeptEvent(
                                    event.stream(),
                                    event.key(),
                                    event.type(),
                                    event.number(),
                                    kept)));
        }

        private NavigableMap<String, Known.Value> values(StreamId stream) {
            if (copied.add(stream)) {
                NavigableMap<String, Known.Value> old = streams.get(stream);
                streams.put(stream, old == null ? new TreeMap<>() : new TreeMap<>(old));
            }
            return Objects.requireNonNull(streams.get(stream));
        }

        private void move(StreamId stream, Cursor cursor) {
            moved.put(stream, cursor);
            advanced.add(stream);
        }

        private void forget(StreamId stream) {
            changed.add(stream.kind());
            streams.remove(stream);
            copied.remove(stream);
            moved.remove(stream);
            advanced.remove(stream);
            writes.add(new Write.DropStream(stream));
        }

        /**
         * @param settled false where the rest of a reset stream is still to come, and so who lies
         *     here is not known yet
         */
        Effect finish(boolean settled) {
            Optional<StayId> before = known.stay();
            Optional<StayId> now = settled ? occupant(streams) : before;
            boolean arrived = false;
            if (!now.equals(before)) {
                before.ifPresent(
                        stay -> {
                            left.add(stay);
                            forget(StreamId.stay(stay));
                        });
                changed.add(StreamId.Kind.TERMINAL);
                changed.add(StreamId.Kind.STAY);
                arrived = now.isPresent();
            }
            // The key is on disk before anything names the stay.
            now.ifPresent(keys::make);
            advanced.forEach(
                    stream -> writes.add(new Write.SetCursor(stream, cursor(moved, stream))));
            if (!writes.isEmpty()) {
                store.commit(writes);
            }
            cursors.clear();
            cursors.putAll(moved);
            if (!changed.isEmpty()) {
                known = new Known(now, streams);
            }
            now.ifPresent(left::remove);
            return new Effect(changed, missing, left, arrived);
        }
    }
}
