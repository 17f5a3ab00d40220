package chevet.ward.hl7;

import chevet.model.stay.StayId;
import chevet.model.wire.Body;
import chevet.model.wire.WireCodec;
import chevet.ward.db.Tx;
import chevet.ward.hl7.Visits.Visit;
import chevet.ward.keys.StayKeys;
import chevet.ward.keys.Vault;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Orders for food by visit, kept until the stay is erased: an order may come before its patient,
 * and what it says counts wherever the patient lies. Sealed under the stay's key as soon as there
 * is one. On the writer's thread.
 */
final class DietBook {
    private final DietStore store = new DietStore();
    private final Vault vault;
    private final StayKeys keys;
    private final DietTable table;
    private final FoodDoor food;

    DietBook(Vault vault, StayKeys keys, DietTable table, FoodDoor food) {
        this.vault = vault;
        this.keys = keys;
        this.table = table;
        this.food = food;
    }

    /** Keeps what was told of a stay's visit. */
    void told(Tx tx, String visit, StayId stay, List<DietOrder> orders) {
        put(tx, visit, Optional.of(stay), of(tx.handle(), visit).with(orders, tx.now()));
    }

    /**
     * Keeps what was told of a visit that is unheard of yet, or over.
     *
     * @param number of the patient, hashed
     */
    void waits(Tx tx, String visit, Optional<String> number, List<DietOrder> orders) {
        put(tx, visit, Optional.empty(), number, of(tx.handle(), visit).with(orders, tx.now()));
    }

    /**
     * A stay follows what waits for that number and what comes for it, and nothing else. What waits
     * goes on waiting: its own visit may still come.
     */
    void begin(Tx tx, StayId stay, String key, String number) {
        boolean before = store.of(tx.handle(), key).isPresent();
        DietOrders orders = DietOrders.NONE;
        for (DietStore.Row row : store.waiting(tx.handle(), number)) {
            orders = orders.with(opened(row).all(), tx.now());
        }
        if (before || !orders.all().isEmpty()) {
            put(tx, key, Optional.of(stay), orders);
            apply(tx, stay, key);
        }
    }

    /** What came for a number that is no more came for the other. */
    void renumber(Tx tx, String from, String to) {
        store.renumber(tx.handle(), from, to);
    }

    /** Has a stay's food follow the orders under that key, where there are any. */
    void apply(Tx tx, StayId stay, String key) {
        if (store.of(tx.handle(), key).isPresent()) {
            DietOrders orders = of(tx.handle(), key);
            put(tx, key, Optional.of(stay), orders);
            food.take(tx, stay, table.read(orders, tx.now()));
        }
    }

    /**
     * Has the stay's food follow its visit's orders. What was told of the person before there was a
     * visit is the visit's from then on.
     *
     * @param person key of what was told of the person alone
     */
    void apply(Tx tx, Visit visit, String person) {
        Optional<StayId> stay = visit.stay();
        if (stay.isEmpty()) {
            return;
        }
        boolean ofPerson = !person.equals(visit.key()) && store.of(tx.handle(), person).isPresent();
        Optional<DietStore.Row> row = store.of(tx.handle(), visit.key());
        if (row.isEmpty() && !ofPerson) {
            return;
        }
        DietOrders orders = of(tx.handle(), visit.key());
        if (ofPerson) {
            orders = orders.with(of(tx.handle(), person).all(), tx.now());
            store.remove(tx.handle(), person);
        }
        put(tx, visit.key(), stay, orders);
        food.take(tx, stay.get(), table.read(orders, tx.now()));
    }

    /** One visit's orders are the other's from now on. */
    void move(Tx tx, String from, String to, Optional<StayId> stay) {
        if (store.of(tx.handle(), from).isPresent()) {
            DietOrders both = of(tx.handle(), to).with(of(tx.handle(), from).all(), tx.now());
            store.remove(tx.handle(), from);
            put(tx, to, stay, both);
        }
    }

    /** A stay's key is destroyed. */
    void erased(Tx tx, StayId stay) {
        store.erase(tx.handle(), stay);
    }

    /** Stays of which an order begins or ends by that moment. */
    List<StayId> due(Handle handle, Instant now) {
        return store.due(handle, now);
    }

    /** Of how many visits orders wait that are nobody's here. */
    int waiting(Handle handle) {
        return store.waiting(handle);
    }

    /** Every stay with orders. */
    List<StayId> stays(Handle handle) {
        return store.stays(handle);
    }

    void purge(Tx tx, Instant before) {
        store.purge(tx.handle(), before);
    }

    private DietOrders of(Handle handle, String visit) {
        return store.of(handle, visit).map(this::opened).orElse(DietOrders.NONE);
    }

    private DietOrders opened(DietStore.Row row) {
        try {
            byte[] plain =
                    row.stay()
                            .map(stay -> keys.open(stay, place(row.visit()), row.sealed().bytes()))
                            .orElseGet(() -> vault.open(place(row.visit()), row.sealed().bytes()));
            return WireCodec.lenient(
                    new Body(new String(plain, StandardCharsets.UTF_8)), DietOrders.class);
        } catch (StayKeys.KeyGone e) {
            // Of a stay that is over; whoever comes again under its number begins anew.
            return DietOrders.NONE;
        }
    }

    private void put(Tx tx, String visit, Optional<StayId> stay, DietOrders orders) {
        put(tx, visit, stay, Optional.empty(), orders);
    }

    private void put(
            Tx tx,
            String visit,
            Optional<StayId> stay,
            Optional<String> number,
            DietOrders orders) {
        byte[] plain = WireCodec.body(orders).json().getBytes(StandardCharsets.UTF_8);
        byte[] sealed;
        try {
            sealed =
                    stay.map(of -> keys.seal(of, place(visit), plain))
                            .orElseGet(() -> vault.seal(place(visit), plain));
        } catch (StayKeys.KeyGone e) {
            // Restored without the keys: nothing more can be kept of this stay.
            return;
        }
        store.put(
                tx.handle(),
                new DietStore.Row(
                        visit, stay, number, new Closed(sealed), tx.now(), orders.next(tx.now())));
    }

    private static String place(String visit) {
        return "hl7_diet.body/" + visit;
    }
}
