package chevet.ward.meal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chevet.ward.db.BothDatabases;
import chevet.ward.db.Databases;
import chevet.ward.db.Tx;
import java.util.concurrent.CompletableFuture;

/** What is undone, or not yet committed, is handed to nobody else. */
class ShelfTest {
    private final MealStore store = new MealStore();
    private final Shelf shelf = new Shelf(store);

    /** Takes dinner off the menus, and sees it gone. */
    private boolean withoutDinner(Tx tx) {
        shelf.changing();
        store.removeMenu(tx.handle(), House.WARD, House.DINNER);
        assertThat(dinner(tx)).isFalse();
        return true;
    }

    private boolean dinner(Tx tx) {
        return shelf.in(tx).menu(House.WARD, House.DINNER).isPresent();
    }

    private boolean dinner(House house) {
        return house.database.read(
                handle -> shelf.in(handle).menu(House.WARD, House.DINNER).isPresent());
    }

    @BothDatabases
    void whatAnUndoneTransactionReadIsNotKept(Databases on) {
        House house = House.withMenus(on);
        CompletableFuture<Boolean> undone =
                house.database.write(
                        tx -> {
                            withoutDinner(tx);
                            throw new IllegalStateException("undone");
                        });
        assertThatThrownBy(undone::join).hasRootCauseMessage("undone");
        assertThat(dinner(house)).isTrue();
        assertThat(house.database.write(this::dinner).join()).isTrue();
        assertThat(dinner(house)).as("kept from now on").isTrue();
    }

    @BothDatabases
    void whatAnUndonePartReadIsNotKept(Databases on) {
        House house = House.withMenus(on);
        boolean after =
                house.database
                        .write(
                                tx -> {
                                    assertThatThrownBy(
                                                    () ->
                                                            tx.part(
                                                                    () -> {
                                                                        dinner(tx);
                                                                        throw new IllegalStateException(
                                                                                "undone");
                                                                    }))
                                            .hasMessage("undone");
                                    return dinner(tx);
                                })
                        .join();
        assertThat(after).isTrue();
        assertThat(house.database.write(this::withoutDinner).join()).isTrue();
        assertThat(dinner(house)).isFalse();
    }

    @BothDatabases
    void neighboursInOneGroupSeeWhatStandsAndNothingElse(Databases on) {
        House house = House.withMenus(on);
        CompletableFuture<Boolean> gate = new CompletableFuture<>();
        // What is written meanwhile becomes one group.
        house.database.write(tx -> gate.join());
        CompletableFuture<Boolean> undone =
                house.database.write(
                        tx -> {
                            withoutDinner(tx);
                            throw new IllegalStateException("undone");
                        });
        CompletableFuture<Boolean> before = house.database.write(this::dinner);
        CompletableFuture<Boolean> change = house.database.write(this::withoutDinner);
        CompletableFuture<Boolean> after = house.database.write(this::dinner);
        gate.complete(true);
        assertThatThrownBy(undone::join).hasRootCauseMessage("undone");
        assertThat(before.join()).isTrue();
        assertThat(change.join()).isTrue();
        assertThat(after.join()).isFalse();
        assertThat(dinner(house)).isFalse();
    }
}
