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

    Shelf(MealStore store) {
        this.store = store;
    }

    /** As the transaction sees it. */
    Catalogue in(Tx tx) {
        Catalogue known = kept;
        if (known != null) {
            return known;
        }
        Catalogue read = read(tx.handle());
        long at = changes;
        tx.afterCommit(
                () -> {
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

    /** The transaction is about to change dishes or menus; undone or not, they are read anew. */
    @SuppressWarnings("NonAtomicVolatileUpdate")
    void changing() {
        kept = null;
        changes++;
    }

    private Catalogue read(Handle handle) {
        return new Catalogue(store.dishes(handle), store.menus(handle));
    }
}
