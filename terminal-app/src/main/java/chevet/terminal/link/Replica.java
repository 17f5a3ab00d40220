package chevet.terminal.link;

import chevet.model.stay.StayId;
import chevet.model.wire.StreamId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the terminal knows: the newest event of each key of each stream. Screens read this only.
 * Reads come from memory, parse JSON, and are safe for all threads; watchers are called on the
 * link's thread.
 */
public interface Replica {
    /** All that is known at one moment: reads of one snapshot fit together. */
    Snapshot snapshot();

    /** {@link Snapshot#all} of what is known now. */
    default <T> Map<String, T> all(StreamId.Kind kind, String keyPrefix, Class<T> type) {
        return snapshot().all(kind, keyPrefix, type);
    }

    /** {@link Snapshot#one} of what is known now. */
    default <T> Optional<T> one(StreamId.Kind kind, String key, Class<T> type) {
        return snapshot().one(kind, key, type);
    }

    /**
     * Calls once now and again after each change of such a stream, several changes at once where
     * they came at once. A change of the stay that lies here is a change of {@code TERMINAL} and of
     * {@code STAY}.
     */
    Watch watch(StreamId.Kind kind, Consumer<Change> watcher);

    /** How far the replica can be trusted, and again at each change. */
    Watch watchLink(Consumer<LinkState> watcher);

    /** What was known at one moment; it never changes. */
    interface Snapshot {
        /** Who lies at this terminal's bed; empty where nobody does, or it is not known yet. */
        Optional<StayId> stay();

        /**
         * All values under a prefix of keys in the streams of a kind, read as {@code type}, in the
         * order of their keys; events that cannot be read are left out.
         */
        <T> Map<String, T> all(StreamId.Kind kind, String keyPrefix, Class<T> type);

        /** One value. */
        <T> Optional<T> one(StreamId.Kind kind, String key, Class<T> type);
    }

    /** Something changed in a stream. */
    record Change(StreamId.Kind kind) {}

    /**
     * @param connected the ward server answers
     * @param current when it last said that the replica is complete, by the terminal's clock; empty
     *     if never
     * @param waiting commands that have no outcome yet
     */
    record LinkState(boolean connected, Optional<Instant> current, int waiting) {}
}
