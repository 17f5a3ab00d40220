package chevet.e2e;

import chevet.model.meal.ChooseTray;
import chevet.model.meal.Tray;
import chevet.model.wire.StreamId;
import chevet.terminal.link.Link;
import chevet.terminal.link.Replica;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/** The end of a trial at one terminal: its outbox runs empty, then its replica is complete. */
final class Settling {
    private final CompletableFuture<Void> empty = new CompletableFuture<>();
    private final CompletableFuture<Void> settled = new CompletableFuture<>();
    private final AtomicReference<Instant> since = new AtomicReference<>(Instant.MAX);

    Settling(Link link) {
        link.watchLink(this::follow);
    }

    private void follow(Replica.LinkState state) {
        if (state.waiting() == 0 && since.compareAndSet(Instant.MAX, Instant.now())) {
            empty.complete(null);
        }
        if (state.current().filter(at -> at.isAfter(since.get())).isPresent()) {
            settled.complete(null);
        }
    }

    CompletableFuture<Void> empty() {
        return empty;
    }

    /** After {@link #empty}. */
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
