package chevet.terminal.link;

import chevet.model.wire.StreamId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the terminal knows: the newest event of each key of each stream. Screens read this only.
 * Reads are not for the JavaFX thread; watchers are called on the link's thread.
 */
public interface Replica {
    /**
     * All values under a prefix of keys in the streams of a kind, read as {@code type}; events of
     * another type or that cannot be read are left out.
     */
    <T> Map<String, T> all(StreamId.Kind kind, String keyPrefix, Class<T> type);

    /** One value. */
    <T> Optional<T> one(StreamId.Kind kind, String key, Class<T> type);

    /**
     * Calls once now and again after each change of such a stream, several changes at once where
     * they came at once.
     */
    AutoCloseable watch(StreamId.Kind kind, Consumer<Change> watcher);

    /** How far the replica can be trusted, and again at each change. */
    AutoCloseable watchLink(Consumer<LinkState> watcher);

    /** Something changed in a stream. */
    record Change(StreamId.Kind kind) {}

    /**
     * @param connected the ward server answers
     * @param current when it last said that the replica is complete; empty if never
     * @param waiting commands that have no outcome yet
     */
    record LinkState(boolean connected, Optional<Instant> current, int waiting) {}
}
