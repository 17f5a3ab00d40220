package chevet.terminal.link;

import chevet.model.wire.Outcome;
import java.util.concurrent.CompletableFuture;

/** The way up for features. */
public interface Commands {
    /**
     * Keeps a command in the outbox; it goes out now or as soon as the ward server can be reached.
     *
     * @param body a record of shared-model
     * @return at once; {@link Sending#kept} completes when the command is on disk: only then may a
     *     screen say so
     */
    Sending send(String type, Object body);

    /**
     * @param id the command's id
     * @param kept the command is on disk and will not be lost; fails when it could not be written
     * @param outcome what became of it, however late; outcomes of commands from before a restart
     *     come by {@link Outbox#onOutcome}
     */
    record Sending(String id, CompletableFuture<Void> kept, CompletableFuture<Outcome> outcome) {}
}
