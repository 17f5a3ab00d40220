package chevet.terminal.link;

import chevet.model.wire.Answer;
import java.util.concurrent.CompletableFuture;

/** Questions that are answered now or have failed now. Safe for all threads. */
public interface Asks {
    /**
     * Completes with the answer; exceptionally with {@link java.util.concurrent.TimeoutException}
     * when none came within five seconds, or at once when there is no connection. Nothing is
     * stored.
     *
     * @param body a record of shared-model
     */
    CompletableFuture<Answer> ask(String type, Object body);

    /** An ask that changes something: it carries an idempotency id, so that it is done once. */
    CompletableFuture<Answer> act(String type, Object body);
}
