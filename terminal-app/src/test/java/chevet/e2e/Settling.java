package chevet.e2e;

import chevet.model.meal.ChooseTray;
import chevet.model.meal.Tray;
import chevet.model.wire.StreamId;
import chevet.terminal.link.Link;
import chevet.terminal.link.Replica;
import java.util.concurrent.CompletableFuture;

/**
 * The end of a trial at one terminal: its outbox runs empty while the ward answers; then its
 * replica is complete by the word of a connection made after that. A word of the same connection
 * would not do: it may have been said before the last tap was decided, and come late.
 */
final class Settling {
    private final CompletableFuture<Void> empty = new CompletableFuture<>();
    private final CompletableFuture<Void> settled = new CompletableFuture<>();
    private boolean away;

    Settling(Link link) {
        link.watchLink(this::follow);
    }

    private synchronized void follow(Replica.LinkState state) {
        if (!empty.isDone()) {
            if (state.waiting() == 0 && state.connected()) {
                empty.complete(null);
            }
        } else if (!state.connected()) {
            away = true;
        } else if (away) {
            settled.complete(null);
        }
    }

    CompletableFuture<Void> empty() {
        return empty;
    }

    /** After {@link #empty}, once the connection was broken and made anew. */
    CompletableFuture<Void> settled() {
        return settled;
    }

    /** Notes how every tray stands for the patient. */
    static void note(Link link, Diary diary) {
        if (!link.waiting(ChooseTray.TYPE).isEmpty()) {
            throw new IllegalStateException("something waits again");
        }
        Replica.Snapshot now = link.snapshot();
        now.stay()
                .ifPresent(
                        stay ->
                                now.all(StreamId.Kind.STAY, "tray/", Tray.class)
                                        .values()
                                        .forEach(tray -> diary.seen(stay, tray)));
    }
}
