package chevet.ward.meal;

import chevet.ward.db.Tx;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Dishes and menus in memory, so that an order reads none of them from the database. What it hands
 * to a transaction is what that transaction would read; only what is committed is kept.
 */
final class Shelf {
    private final MealStore store;
    private volatile @Nullable Catalogue kept;

    /** Changed on the writer's thread alone. */
    private volatile long changes;

    /** What the transaction under way has read; of the writer's thread alone. */
    private @Nullable Glance glance;

    private record Glance(Tx tx, long at, Catalogue read) {}

    Shelf(MealStore store) {
        this.store = store;
    }

    /** As the transaction sees it. */
    Catalogue in(Tx tx) {
        Catalogue known = kept;
        if (known != null) {
            return known;
        }
        Glance last = glance;
        long at = changes;
        if (last != null && last.tx().equals(tx) && last.at() == at) {
            return last.read();
        }
        Catalogue read = read(tx.handle());
        glance = new Glance(tx, at, read);
        tx.afterCommit(
                () -> {
                    glance = null;
                    // Another transaction of the same group may have changed it since.
                    if (changes == at) {
                        kept = read;
                    }
                });
        return read;
    }

    /** What is committed. */
    Catalogue in(Handle handle) {
        Catalogue known = kept;
        return known != null ? known : read(handle);
    }

    /**
     * The transaction is about to change dishes or menus; undone or not, they are read anew. Not
     * for a {@link Tx#part}, which could be undone while its transaction goes on reading.
     */
    @SuppressWarnings("NonAtomicVolatileUpdate")
    void changing() {
        kept = null;
        changes++;
    }

    private Catalogue read(Handle handle) {
        return new Catalogue(store.dishes(handle), store.menus(handle));
    }
}
