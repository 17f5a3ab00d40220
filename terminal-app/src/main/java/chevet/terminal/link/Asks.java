package chevet.terminal.link;

import chevet.model.wire.Answer;
import java.util.concurrent.CompletableFuture;

/** Questions that are answered now or have failed now. */
public interface Asks {
    /**
     * Completes with the answer; exceptionally when none came within five seconds. Nothing is
     * stored.
     */
    CompletableFuture<Answer> ask(String type, Object body);
}
