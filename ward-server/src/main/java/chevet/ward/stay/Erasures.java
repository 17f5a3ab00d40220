package chevet.ward.stay;

import chevet.model.stay.StayId;
import chevet.model.wire.StreamId;
import chevet.ward.db.Tx;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/** Erases stays whose time has come, from the database's files too. */
final class Erasures {
    private final StayDesk.StayDoors doors;
    private final StayStore store;
    private final List<StayFollower> followers;

    /** Erasures so far, and how many of them are gone from the files too; the last run's count. */
    private final AtomicLong erased = new AtomicLong(1);

    private final AtomicLong settled = new AtomicLong();

    Erasures(StayDesk.StayDoors doors, StayStore store, List<StayFollower> followers) {
        this.doors = doors;
        this.store = store;
        this.followers = followers;
    }

    /** Destroys the keys whose time has come and erases what is left of their stays. */
    void due() {
        List<StayId> due =
                doors.database().read(handle -> store.due(handle, doors.clock().instant()));
        for (StayId stay : due) {
            doors.database().write(tx -> erase(tx, stay)).join();
            erased.incrementAndGet();
        }
    }

    private boolean erase(Tx tx, StayId stay) {
        // The end may have been taken back since it was looked up.
        if (!store.due(tx.handle(), stay, tx.now())) {
            return false;
        }
        // The key first: a crash in between leaves rubbish behind, never something legible.
        doors.keys().destroy(stay);
        followers.forEach(follower -> follower.erased(tx, stay));
        doors.events().end(tx, StreamId.stay(stay));
        store.erase(tx.handle(), stay);
        return true;
    }

    /**
     * What was deleted lives on in the log beside the database's file until then. Where it fails,
     * the next tick tries again.
     */
    CompletableFuture<Void> settle() {
        long now = erased.get();
        return settled.get() >= now
                ? CompletableFuture.completedFuture(null)
                : doors.database().settle().thenRun(() -> settled.accumulateAndGet(now, Math::max));
    }
}
