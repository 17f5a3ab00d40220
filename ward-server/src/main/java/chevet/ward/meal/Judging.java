package chevet.ward.meal;

import chevet.model.meal.FoodProfile;
import chevet.model.meal.ServiceKey;
import chevet.model.meal.ServiceMenu;
import chevet.model.place.WardId;
import chevet.model.stay.StayId;
import chevet.ward.db.Tx;
import chevet.ward.sync.Bedsides;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Judges trays again when something they hang on has changed, in the transaction that changed it.
 * What a kitchen has closed, and what has gone out, stays as it was.
 */
final class Judging {
    private final MealDoors doors;
    private final MealStore store;
    private final Shelf shelf;
    private final TrayBook book;
    private final Bedsides patients;

    Judging(MealDoors doors, MealStore store, Shelf shelf, TrayBook book, Bedsides patients) {
        this.doors = doors;
        this.store = store;
        this.shelf = shelf;
        this.book = book;
        this.patients = patients;
    }

    List<StayId> stays(Tx tx, WardId ward) {
        return patients.in(tx.handle(), ward).stream().map(Bedsides.Lying::stay).toList();
    }

    /** Every open tray of the ward. */
    void ward(Tx tx, WardId ward) {
        wards(tx, Map.of(ward, shelf.in(tx).of(ward).keySet()));
    }

    /** The open trays of those services of those wards; the console is told once. */
    void wards(Tx tx, Map<WardId, ? extends Collection<ServiceKey>> due) {
        if (due.values().stream().allMatch(Collection::isEmpty)) {
            return;
        }
        // Once: the shelf keeps what was read only after the commit.
        Catalogue catalogue = shelf.in(tx);
        due.forEach(
                (ward, keys) ->
                        stays(tx, ward).forEach(stay -> judge(tx, ward, stay, keys, catalogue)));
        tell(tx);
    }

    /** Every open tray of one stay. */
    void stay(Tx tx, WardId ward, StayId stay) {
        Catalogue catalogue = shelf.in(tx);
        judge(tx, ward, stay, catalogue.of(ward).keySet(), catalogue);
        tell(tx);
    }

    private void judge(
            Tx tx, WardId ward, StayId stay, Collection<ServiceKey> keys, Catalogue catalogue) {
        FoodProfile profile = book.profile(tx.handle(), stay);
        for (ServiceKey key : keys) {
            catalogue
                    .menu(ward, key)
                    .filter(menu -> open(tx, stay, menu))
                    .ifPresent(menu -> book.judge(tx, stay, menu, profile, catalogue));
        }
    }

    private void tell(Tx tx) {
        tx.afterCommit(
                () -> {
                    doors.live().changed("meals");
                    doors.live().changed("beds");
                });
    }

    private boolean open(Tx tx, StayId stay, ServiceMenu menu) {
        return !menu.closed()
                && tx.now().isBefore(menu.served())
                && store.tray(tx.handle(), stay, menu.key())
                        .flatMap(MealStore.TrayRow::closedIn)
                        .isEmpty();
    }

    /** Lets go of an old tray; a stay that has ended keeps it until its key is destroyed. */
    void forget(Tx tx, StayId stay, ServiceKey key) {
        if (patients.of(tx.handle(), stay).isPresent()) {
            book.remove(tx, stay, key);
        }
    }
}
