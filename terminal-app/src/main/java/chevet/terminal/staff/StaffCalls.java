package chevet.terminal.staff;

import chevet.model.staff.StaffAsks;
import chevet.model.staff.StaffSession;
import chevet.model.wire.Answer;
import chevet.model.wire.Body;
import chevet.model.wire.Reason;
import chevet.model.wire.WireCodec;
import chevet.model.wire.WireException;
import chevet.terminal.link.Asks;
import chevet.terminal.ui.Work;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is asked for the card that is in, and dropped with it: an answer that comes after {@link
 * #drop} is not shown. On the JavaFX thread.
 */
final class StaffCalls {
    private static final Logger LOG = LoggerFactory.getLogger(StaffCalls.class);

    private final Asks asks;
    private final Work work;
    private long visit;

    /**
     * What is done with an answer.
     *
     * @param good the body
     * @param refused the server's reason
     * @param silent none came
     * @param late nobody waits for it any more; a good answer may still have to be undone
     */
    record Heard<T>(
            Consumer<T> good,
            Consumer<Reason> refused,
            Runnable silent,
            Consumer<Optional<T>> late) {}

    StaffCalls(Asks asks, Work work) {
        this.asks = asks;
        this.work = work;
    }

    /** Whatever is under way counts no more. */
    void drop() {
        visit++;
    }

    <T> void ask(String type, Object body, Class<T> answer, Heard<T> heard) {
        hear(asks.ask(type, body), answer, heard);
    }

    <T> void act(String type, Object body, Class<T> answer, Heard<T> heard) {
        hear(asks.act(type, body), answer, heard);
    }

    /** Tells the server that a session is over; if it cannot be told, its own clock will say so. */
    void forget(StaffSession session) {
        asks.ask(StaffAsks.END, new StaffAsks.Held(session.token()));
    }

    private <T> void hear(CompletableFuture<Answer> asked, Class<T> type, Heard<T> heard) {
        long mine = visit;
        asked.handle((answer, _) -> Optional.ofNullable(answer))
                .thenAccept(
                        answer ->
                                work.screen()
                                        .execute(() -> heard(answer, type, heard, mine == visit)));
    }

    private <T> void heard(Optional<Answer> answer, Class<T> type, Heard<T> heard, boolean wanted) {
        Optional<T> read = answer.flatMap(Answer::body).flatMap(body -> read(body, type));
        if (!wanted) {
            heard.late().accept(read);
        } else if (read.isPresent()) {
            heard.good().accept(read.get());
        } else {
            answer.flatMap(Answer::refused).ifPresentOrElse(heard.refused(), heard.silent());
        }
    }

    private static <T> Optional<T> read(Body body, Class<T> type) {
        try {
            return Optional.of(WireCodec.lenient(body, type));
        } catch (WireException e) {
            LOG.warn("staff.unread field={}", e.field());
            return Optional.empty();
        }
    }

    /** What a card says, unless it is gone meanwhile. */
    <T> void then(CompletableFuture<T> asked, Consumer<T> done) {
        long mine = visit;
        asked.thenAccept(
                answer ->
                        work.screen()
                                .execute(
                                        () -> {
                                            if (mine == visit) {
                                                done.accept(answer);
                                            }
                                        }));
    }
}
