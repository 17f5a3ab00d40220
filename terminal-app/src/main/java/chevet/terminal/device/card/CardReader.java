package chevet.terminal.device.card;

import java.util.function.Consumer;

/**
 * All card readers of this terminal as one. It recovers by itself from a service that restarts and
 * from a reader that is unplugged: cards in it are then out. Safe for all threads.
 */
public interface CardReader extends AutoCloseable {
    /** A terminal without one. */
    CardReader NONE =
            new CardReader() {
                @Override
                public void watch(Consumer<Event> told) {
                    // Nothing will ever happen.
                }

                @Override
                public void close() {
                    // Nothing was opened.
                }
            };

    /**
     * Tells of every card that comes and goes, in that order, on the reader's own thread: first of
     * those that lie there already.
     */
    void watch(Consumer<Event> told);

    @Override
    void close();

    /** A card came or went; the same object in both. */
    sealed interface Event {
        Card card();

        record Inserted(Card card) implements Event {}

        record Removed(Card card) implements Event {}
    }
}
