package chevet.terminal.link;

import chevet.model.stay.StayId;
import chevet.model.wire.Body;
import chevet.model.wire.StreamId;
import chevet.model.wire.WireCodec;
import chevet.model.wire.WireException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the replica holds, opened, at one moment; it never changes.
 *
 * @param streams by stream, then by key
 */
record Known(Optional<StayId> stay, Map<StreamId, NavigableMap<String, Value>> streams)
        implements Replica.Snapshot {
    static final Known NOTHING = new Known(Optional.empty(), Map.of());

    /** A key's newest event. */
    record Value(String type, Body body) {}

    Known {
        streams = Collections.unmodifiableMap(new TreeMap<>(streams));
    }

    @Override
    public <T> Map<String, T> all(StreamId.Kind kind, String keyPrefix, Class<T> type) {
        Map<String, T> found = new LinkedHashMap<>();
        streams.forEach(
                (stream, values) -> {
                    if (stream.kind() == kind) {
                        values.tailMap(keyPrefix, true).entrySet().stream()
                                .takeWhile(entry -> entry.getKey().startsWith(keyPrefix))
                                .forEach(
                                        entry ->
                                                read(entry.getValue(), type)
                                                        .ifPresent(
                                                                v -> found.put(entry.getKey(), v)));
                    }
                });
        return found;
    }

    @Override
    public <T> Optional<T> one(StreamId.Kind kind, String key, Class<T> type) {
        return streams.entrySet().stream()
                .filter(stream -> stream.getKey().kind() == kind)
                .flatMap(stream -> Optional.ofNullable(stream.getValue().get(key)).stream())
                .findFirst()
                .flatMap(value -> read(value, type));
    }

    static <T> Optional<T> read(Value value, Class<T> type) {
        try {
            return Optional.of(WireCodec.lenient(value.body(), type));
        } catch (WireException _) {
            // A type of another version of the server: kept, and unread.
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "Known[" + stay + ", " + streams.keySet() + "]";
    }
}
