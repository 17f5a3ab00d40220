package chevet.terminal;

import chevet.model.wire.Answer;
import chevet.model.wire.Body;
import chevet.model.wire.Reason;
import chevet.model.wire.WireCodec;
import chevet.terminal.link.Asks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Answers asks as it was told to, through the real codec; what nobody told it about is answered by
 * silence. Safe for all threads.
 */
public final class HandAsks implements Asks {
    /** One that was asked. */
    public record Asked(String type, Body body, boolean act) {}

    private final Map<String, Function<Body, CompletableFuture<Answer>>> answers =
            new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    /** From now on asks of that type are answered so. */
    public void answer(String type, Function<Body, Object> body) {
        answers.put(
                type, question -> CompletableFuture.completedFuture(good(body.apply(question))));
    }

    /** An answer with that body. */
    public static Answer good(Object body) {
        return new Answer("hand", Optional.of(WireCodec.body(body)), Optional.empty());
    }

    /** From now on asks of that type wait for this. */
    public CompletableFuture<Answer> hold(String type) {
        CompletableFuture<Answer> held = new CompletableFuture<>();
        answers.put(type, _ -> held);
        return held;
    }

    /** From now on asks of that type are refused. */
    public void refuse(String type, Reason reason) {
        Answer refused = new Answer("hand", Optional.empty(), Optional.of(reason));
        answers.put(type, _ -> CompletableFuture.completedFuture(refused));
    }

    /** From now on nobody answers anything. */
    public void silence() {
        answers.clear();
    }

    public List<Asked> asked(String type) {
        return asked.stream().filter(each -> each.type().equals(type)).toList();
    }

    @Override
    public CompletableFuture<Answer> ask(String type, Object body) {
        return asked(type, body, false);
    }

    @Override
    public CompletableFuture<Answer> act(String type, Object body) {
        return asked(type, body, true);
    }

    private CompletableFuture<Answer> asked(String type, Object body, boolean act) {
        Body question = WireCodec.body(body);
        asked.add(new Asked(type, question, act));
        return Optional.ofNullable(answers.get(type))
                .map(answer -> answer.apply(question))
                .orElseGet(() -> CompletableFuture.failedFuture(new TimeoutException("by hand")));
    }
}
