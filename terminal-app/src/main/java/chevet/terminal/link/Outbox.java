package chevet.terminal.link;

import chevet.model.wire.Command;
import chevet.model.wire.Outcome;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * What was tapped and has no outcome yet; it survives restarts and power cuts. Reads come from
 * memory and are safe for all threads.
 */
public interface Outbox {
    /** Waiting commands of that type for the stay that lies here, oldest first. */
    List<Command> waiting(String type);

    /** Told of every outcome, with the command that it is about, on the link's thread. */
    Watch onOutcome(BiConsumer<Command, Outcome> listener);

    /**
     * Called once now and again whenever what waits has changed, on the link's thread: a command
     * was kept, or left.
     */
    Watch watch(Runnable watcher);
}
