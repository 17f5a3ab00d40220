package chevet.ward.sync;

import chevet.model.place.Id;
import chevet.model.place.TerminalId;
import chevet.model.place.WardId;
import chevet.model.wire.Answer;
import chevet.model.wire.Ask;
import chevet.model.wire.Reason;
import chevet.model.wire.Topics;
import chevet.model.wire.WireCodec;
import chevet.model.wire.WireException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers asks, each on a virtual thread. An answer is kept 30 s, in memory only, for a repeat of
 * the same id, which changes nothing. Safe for all threads.
 */
final class AskDesk {
    private static final Logger log = LoggerFactory.getLogger(AskDesk.class);
    private static final Duration KEPT = Duration.ofSeconds(30);

    /**
     * Asks of one terminal that may be under way or remembered at a time: thirty logins in half a
     * minute, which nobody does with a card in the hand.
     */
    private static final int MOST_EACH = 256;

    private final WardWire wire;
    private final InstantSource clock;
    private final SyncMeter meter;
    private final Executor executor;
    private final Map<String, AskHandler> handlers = new HashMap<>();
    private final Map<TerminalId, LinkedHashMap<String, Given>> given = new HashMap<>();

    private record Given(Instant at, CompletableFuture<Answer> answer) {}

    AskDesk(SyncCore.Setup setup, Executor executor) {
        this.wire = setup.wire();
        this.clock = setup.clock();
        this.meter = setup.meter();
        this.executor = executor;
        for (AskHandler handler : setup.asks()) {
            if (handlers.put(handler.type(), handler) != null) {
                throw new IllegalArgumentException("two handlers for " + handler.type());
            }
        }
    }

    void received(WardId ward, TerminalId terminal, byte[] payload) {
        try {
            Ask ask = WireCodec.ask(payload);
            if (!ask.terminal().equals(terminal) || !Id.is(ask.id())) {
                throw new IllegalArgumentException("terminal or id");
            }
            asked(ward, ask);
        } catch (WireException | IllegalArgumentException e) {
            meter.count(SyncMeter.What.MESSAGE_REFUSED);
            log.warn("ask from {} refused", terminal);
        }
    }

    private void asked(WardId ward, Ask ask) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        CompletableFuture<Answer> first = remember(ask, answer);
        if (first != null) {
            meter.count(SyncMeter.What.ASK_REPEATED);
            // While the first is under way its answer will do for the repeat too.
            if (first.isDone()) {
                send(ward, ask, first.join());
            }
            return;
        }
        executor.execute(
                () -> {
                    Answer given = answer(ask);
                    answer.complete(given);
                    send(ward, ask, given);
                    forgetUnkept(ask);
                });
    }

    private synchronized void forgetUnkept(Ask ask) {
        AskHandler handler = handlers.get(ask.type());
        LinkedHashMap<String, Given> own = given.get(ask.terminal());
        if (handler != null && !handler.kept() && own != null) {
            own.remove(ask.id());
        }
    }

    private synchronized @org.jspecify.annotations.Nullable CompletableFuture<Answer> remember(
            Ask ask, CompletableFuture<Answer> answer) {
        LinkedHashMap<String, Given> own =
                given.computeIfAbsent(ask.terminal(), terminal -> new LinkedHashMap<>());
        Given known = own.get(ask.id());
        if (known != null) {
            return known.answer();
        }
        if (own.size() >= MOST_EACH) {
            answer.complete(refused(ask, "ask.too-many"));
            return answer;
        }
        own.put(ask.id(), new Given(clock.instant(), answer));
        return null;
    }

    private Answer answer(Ask ask) {
        AskHandler handler = handlers.get(ask.type());
        if (handler == null) {
            return refused(ask, "ask.unknown");
        }
        try {
            Answer answer = handler.answer(ask);
            meter.count(SyncMeter.What.ASK_ANSWERED);
            return answer;
        } catch (WireException e) {
            meter.count(SyncMeter.What.MESSAGE_REFUSED);
            return refused(ask, "ask.malformed");
        } catch (RuntimeException e) {
            meter.count(SyncMeter.What.ASK_FAILED);
            log.error("ask of type {} failed: {}", ask.type(), Fault.told(e));
            return refused(ask, "ask.failed");
        }
    }

    private static Answer refused(Ask ask, String code) {
        return new Answer(ask.id(), Optional.empty(), Optional.of(Reason.of(code)));
    }

    private void send(WardId ward, Ask ask, Answer answer) {
        wire.publish(Topics.answer(ward, ask.terminal()), WireCodec.bytes(answer), 0);
    }

    /** Forgets answers that are older than 30 s. */
    synchronized void expire() {
        Instant before = clock.instant().minus(KEPT);
        given.values()
                .forEach(
                        own ->
                                own.values()
                                        .removeIf(
                                                given ->
                                                        given.answer().isDone()
                                                                && given.at().isBefore(before)));
        given.values().removeIf(Map::isEmpty);
    }
}
