package chevet.ward.sync;

import chevet.model.wire.Answer;
import chevet.model.wire.Ask;

/**
 * Answers one type of ask, on a virtual thread of its own; nothing of question or answer is stored.
 */
public interface AskHandler {
    String type();

    Answer answer(Ask ask);

    /**
     * Whether an answer is remembered for half a minute, so that a repeat changes nothing. What
     * only reads, and reads what must not stay in memory, is read again instead.
     */
    default boolean kept() {
        return true;
    }
}
