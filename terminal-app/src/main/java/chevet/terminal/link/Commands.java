package chevet.terminal.link;

import chevet.model.stay.StayId;
import chevet.model.wire.Outcome;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The way up for features. Safe for all threads. */
public interface Commands {
    /**
     * Keeps a command in the outbox; it goes out now or as soon as the ward server can be reached.
     * Does no work on the caller's thread.
     *
     * @param stay whom the screen showed when it was tapped ({@link Replica.Snapshot#stay}), so
     *     that a tap that crosses a change of patients is never taken for the next one's; empty
     *     only for what needs no stay
     * @param body a record of shared-model
     * @return at once; {@link Sending#kept} completes when the command is on disk: only then may a
     *     screen say so
     */
    Sending send(Optional<StayId> stay, String type, Object body);

    /**
     * @param id the command's id
     * @param kept the command is on disk and will not be lost; fails with {@link NotKept} when it
     *     could not be written, and nothing of it will be sent
     * @param outcome what became of it, however late; fails with {@link NotKept} as {@code kept}
     *     does, and when the stay has left the bed before the server could be asked. Outcomes of
     *     commands from before a restart come by {@link Outbox#onOutcome}
     */
    record Sending(String id, CompletableFuture<Void> kept, CompletableFuture<Outcome> outcome) {}

    /** The command is not, or no longer, in the outbox, and has no outcome. */
    final class NotKept extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final Why why;

        NotKept(Why why) {
            super(why.toString());
            this.why = why;
        }

        public Why why() {
            return why;
        }

        /** What stood against it. */
        public enum Why {
            /** The disk would not take it. */
            NOT_WRITTEN,
            /** Its stay does not lie here any more. */
            STAY_LEFT
        }
    }
}
