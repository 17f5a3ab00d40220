package chevet.ward.sync;

import chevet.model.wire.Command;
import chevet.model.wire.Reason;
import chevet.ward.db.Tx;

/**
 * What a feature does with one type of command, inside the transaction in which its outcome is
 * stored. Called on the writer's thread; a throw undoes the handler's own changes and gives the
 * outcome "could not be done".
 */
public interface CommandHandler<B> {
    /** The command's type: {@code meal.choose}. */
    String type();

    /** The record that the body is read into, strictly. */
    Class<B> bodyType();

    /**
     * False where a command may come from a terminal at which nobody lies; otherwise one that
     * speaks for no stay, or for one that did not lie there, never reaches the handler.
     */
    default boolean needsStay() {
        return true;
    }

    Decision handle(Command command, B body, Tx tx);

    /** What was decided. */
    sealed interface Decision {
        record Accepted() implements Decision {}

        record Refused(Reason reason) implements Decision {}
    }
}
