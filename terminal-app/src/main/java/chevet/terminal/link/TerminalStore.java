package chevet.terminal.link;

import chevet.model.stay.StayId;
import chevet.model.wire.Cursor;
import chevet.model.wire.StreamId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What survives at a terminal: outbox, replica, cursors, count of starts. Bodies of a stay come
 * sealed and go sealed. Used by the link's thread only.
 */
public interface TerminalStore extends AutoCloseable {
    /**
     * Reads all that is kept, and counts a start.
     *
     * @param freshSeries name for the outbox's numbers where there is none yet
     */
    Contents open(String freshSeries);

    /**
     * All of it or nothing, on disk before it returns.
     *
     * @throws StoreException when it is not; nothing of it is kept then
     */
    void commit(List<Write> writes);

    /** Leaves no trace on disk of what was removed before. */
    void wipe();

    @Override
    void close();

    /**
     * @param boot counts starts, from 1
     * @param series name of the outbox's numbers
     * @param lastNumber the highest ever given in this series
     * @param current when the replica was last known to be complete, by the terminal's clock
     * @param outbox in the order of numbers
     * @param farewells stays whose erasing has begun, and how many of their taps go unsent with it
     */
    record Contents(
            long boot,
            String series,
            long lastNumber,
            Optional<Instant> current,
            List<KeptCommand> outbox,
            Map<StreamId, Cursor> cursors,
            List<KeptEvent> replica,
            Map<StayId, Integer> farewells) {}

    /**
     * @param body sealed where there is a stay
     */
    record KeptCommand(
            long number,
            String id,
            Optional<StayId> stay,
            Instant tappedAt,
            String type,
            Bytes body) {}

    /**
     * @param body sealed in a stay's stream
     */
    record KeptEvent(StreamId stream, String key, String type, long number, Bytes body) {}

    /** One change; a list of them is done in its order. */
    sealed interface Write {
        record AddCommand(KeptCommand command) implements Write {}

        record RemoveCommand(long number) implements Write {}

        record PutEvent(KeptEvent event) implements Write {}

        record RemoveEvent(StreamId stream, String key) implements Write {}

        /** Rows and cursor. */
        record DropStream(StreamId stream) implements Write {}

        record SetCursor(StreamId stream, Cursor cursor) implements Write {}

        record SetCurrent(Instant at) implements Write {}

        /** Notes that everything of the stay is going to be erased. */
        record BeginFarewell(StayId stay, int unsent) implements Write {}

        record EndFarewell(StayId stay) implements Write {}
    }

    /** The disk would not do it. */
    final class StoreException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public StoreException(String what, @Nullable Throwable cause) {
            super(what, cause);
        }
    }
}
