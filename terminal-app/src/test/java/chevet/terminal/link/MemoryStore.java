package chevet.terminal.link;

import chevet.model.stay.StayId;
import chevet.model.wire.Cursor;
import chevet.model.wire.StreamId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A store without a disk, for load generators and simulations: what was committed survives {@link
 * #close}, as long as the object does.
 */
public final class MemoryStore implements TerminalStore {
    private final Map<Long, KeptCommand> outbox = new TreeMap<>();
    private final Map<StreamId, Cursor> cursors = new TreeMap<>();
    private final Map<StreamId, Map<String, KeptEvent>> replica = new TreeMap<>();
    private final Map<StayId, Integer> farewells = new TreeMap<>();
    private final boolean keepsReplica;
    private long boot;
    private long lastNumber;
    private String series = "";
    private Optional<Instant> current = Optional.empty();

    public MemoryStore() {
        this(true);
    }

    private MemoryStore(boolean keepsReplica) {
        this.keepsReplica = keepsReplica;
    }

    /**
     * One that keeps the outbox only, for thousands of links in one program that never start again.
     */
    public static MemoryStore withoutReplica() {
        return new MemoryStore(false);
    }

    @Override
    public Contents open(String freshSeries) {
        boot++;
        if (series.isEmpty()) {
            series = freshSeries;
        }
        return contents();
    }

    /** What {@link #open} would say, without a start. */
    public Contents contents() {
        List<KeptEvent> events = new ArrayList<>();
        replica.values().forEach(stream -> events.addAll(stream.values()));
        return new Contents(
                boot,
                series,
                lastNumber,
                current,
                List.copyOf(outbox.values()),
                new TreeMap<>(cursors),
                events,
                new TreeMap<>(farewells));
    }

    @Override
    public void commit(List<Write> writes) {
        writes.forEach(this::run);
    }

    private void run(Write write) {
        switch (write) {
            case Write.AddCommand(KeptCommand command) -> {
                outbox.put(command.number(), command);
                lastNumber = command.number();
            }
            case Write.RemoveCommand(long number) -> outbox.remove(number);
            case Write.PutEvent(KeptEvent event) -> {
                if (keepsReplica) {
                    replica.computeIfAbsent(event.stream(), _ -> new TreeMap<>())
                            .put(event.key(), event);
                }
            }
            case Write.RemoveEvent(StreamId stream, String key) ->
                    replica.getOrDefault(stream, new TreeMap<>()).remove(key);
            case Write.DropStream(StreamId stream) -> {
                replica.remove(stream);
                cursors.remove(stream);
            }
            case Write.SetCursor(StreamId stream, Cursor cursor) -> cursors.put(stream, cursor);
            case Write.SetCurrent(Instant at) -> current = Optional.of(at);
            case Write.BeginFarewell(StayId stay, int unsent) -> farewells.put(stay, unsent);
            case Write.EndFarewell(StayId stay) -> farewells.remove(stay);
        }
    }

    @Override
    public void wipe() {
        // Nothing that was removed is anywhere.
    }

    @Override
    public void close() {
        // It lives as long as its owner wants.
    }
}
