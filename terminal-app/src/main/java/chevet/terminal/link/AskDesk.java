package chevet.terminal.link;

import chevet.model.wire.Answer;
import chevet.model.wire.Ask;
import chevet.model.wire.Topics;
import chevet.model.wire.WireCodec;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;

/** Asks under way, repeated each second with the same id. On the link's thread. */
final class AskDesk {
    private static final Duration REPEAT = Duration.ofSeconds(1);
    private static final int TRIES = 5;

    private final LinkIdentity identity;
    private final Loop loop;
    private final Line line;
    private final Map<String, CompletableFuture<Answer>> open = new TreeMap<>();

    AskDesk(LinkIdentity identity, Loop loop, Line line) {
        this.identity = identity;
        this.loop = loop;
        this.line = line;
    }

    void ask(Ask ask, CompletableFuture<Answer> answer) {
        if (!line.up()) {
            answer.completeExceptionally(new TimeoutException("no connection"));
            return;
        }
        open.put(ask.id(), answer);
        attempt(ask, 1);
    }

    private void attempt(Ask ask, int attempt) {
        CompletableFuture<Answer> answer = open.get(ask.id());
        if (answer == null) {
            return;
        }
        if (attempt > TRIES) {
            open.remove(ask.id());
            answer.completeExceptionally(new TimeoutException("no answer"));
            return;
        }
        line.publish(Topics.ask(identity.ward(), identity.terminal()), WireCodec.bytes(ask), 0);
        loop.after(REPEAT, () -> attempt(ask, attempt + 1));
    }

    void answered(Answer answer) {
        CompletableFuture<Answer> asked = open.remove(answer.id());
        if (asked != null) {
            asked.complete(answer);
        }
    }

    /** The program ends: nobody will be answered. */
    void close() {
        open.values().forEach(a -> a.completeExceptionally(new TimeoutException("closed")));
        open.clear();
    }
}
