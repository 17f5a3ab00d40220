package chevet.ward.meal;

import chevet.model.meal.FoodProfile;
import chevet.model.meal.ServiceKey;
import chevet.model.meal.ServiceMenu;
import chevet.model.meal.Standing;
import chevet.model.meal.Standing.Choice;
import chevet.model.meal.Tray;
import chevet.model.place.WardId;
import chevet.model.stay.StayId;
import chevet.model.wire.Body;
import chevet.model.wire.StreamId;
import chevet.model.wire.WireCodec;
import chevet.ward.db.Tx;
import chevet.ward.keys.StayKeys;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Profiles and trays, sealed when they are written and opened when they are read. A tray is written
 * and told only where it stands otherwise than before.
 */
final class TrayBook {
    private final MealDoors doors;
    private final MealStore store;

    TrayBook(MealDoors doors, MealStore store) {
        this.doors = doors;
        this.store = store;
    }

    /**
     * What is kept of one tray.
     *
     * @param choice what was chosen, whatever became of it
     * @param tray how it stood last
     * @param closedIn the ward whose kitchen has closed the service with this tray
     */
    record Page(Optional<Choice> choice, Tray tray, Optional<WardId> closedIn) {
        @Override
        public String toString() {
            return "Page[" + tray.key() + "]";
        }
    }

    /** {@link FoodProfile#UNCONFIRMED} where there is none, or none that can be opened. */
    FoodProfile profile(Handle handle, StayId stay) {
        return store.profile(handle, stay)
                .flatMap(bytes -> open(stay, profilePlace(stay), bytes, FoodProfile.class))
                .orElse(FoodProfile.UNCONFIRMED);
    }

    void putProfile(Tx tx, StayId stay, FoodProfile profile, String by) {
        Sealed sealed = seal(stay, profilePlace(stay), profile);
        store.putProfile(tx.handle(), stay, sealed, tx.now(), by);
        doors.events().put(tx, StreamId.stay(stay), "food-profile", "meal.profile", profile);
    }

    Optional<Page> page(Handle handle, StayId stay, ServiceKey key) {
        return store.tray(handle, stay, key).flatMap(this::page);
    }

    Optional<Page> page(MealStore.TrayRow row) {
        return open(row.stay(), trayPlace(row.stay(), row.key()), row.body(), Kept.class)
                .map(kept -> new Page(kept.choice(), kept.tray(), row.closedIn()));
    }

    /** The sealed part of a page. */
    record Kept(Optional<Choice> choice, Tray tray) {}

    /** How the tray stands now; what a kitchen has closed stands as it was closed. */
    Tray now(
            Handle handle,
            StayId stay,
            ServiceMenu menu,
            FoodProfile profile,
            Catalogue catalogue,
            Instant now) {
        Optional<Page> page = page(handle, stay, menu.key());
        return page.filter(known -> known.closedIn().isPresent())
                .map(Page::tray)
                .orElseGet(() -> standing(menu, page, profile, catalogue, now));
    }

    /** How an open tray stands now, written or not. */
    Tray standing(
            ServiceMenu menu,
            Optional<Page> page,
            FoodProfile profile,
            Catalogue catalogue,
            Instant now) {
        return Standing.of(
                menu,
                page.flatMap(Page::choice),
                profile,
                catalogue::dish,
                page.map(Page::tray),
                now);
    }

    /** Judges a tray that no kitchen has closed again; writes and tells it where it changed. */
    Tray judge(Tx tx, StayId stay, ServiceMenu menu, FoodProfile profile, Catalogue catalogue) {
        Optional<Page> page = page(tx.handle(), stay, menu.key());
        Tray tray = standing(menu, page, profile, catalogue, tx.now());
        boolean untold = page.isEmpty() && tray.state() == Tray.State.UNCHOSEN;
        boolean as = page.map(known -> known.tray().equals(tray)).orElse(untold);
        if (!as) {
            write(tx, stay, new Kept(page.flatMap(Page::choice), tray));
        }
        return tray;
    }

    /** A kitchen has closed the service with this tray. */
    boolean closed(Handle handle, StayId stay, ServiceKey key) {
        return store.tray(handle, stay, key).flatMap(MealStore.TrayRow::closedIn).isPresent();
    }

    /** Writes and tells a new choice, which the rule has passed in this transaction. */
    void choose(Tx tx, StayId stay, ServiceKey key, Choice choice) {
        Tray tray =
                new Tray(
                        key,
                        Tray.State.CHOSEN,
                        choice.dishes(),
                        Optional.of(choice.by()),
                        tx.now(),
                        List.of());
        write(tx, stay, new Kept(Optional.of(choice), tray));
    }

    /** Forgets a tray, here and at the terminal. */
    void remove(Tx tx, StayId stay, ServiceKey key) {
        store.removeTray(tx.handle(), stay, key);
        doors.events().remove(tx, StreamId.stay(stay), eventKey(key));
    }

    private void write(Tx tx, StayId stay, Kept page) {
        ServiceKey key = page.tray().key();
        Sealed sealed;
        try {
            sealed = seal(stay, trayPlace(stay, key), page);
        } catch (StayKeys.KeyGone e) {
            // Restored without the keys: nothing more can be kept of this stay, and the others of
            // the ward must not suffer for it.
            return;
        }
        store.putTray(tx.handle(), stay, key, sealed, page.choice().map(Choice::at));
        doors.events().put(tx, StreamId.stay(stay), eventKey(key), "meal.tray", page.tray());
    }

    private Sealed seal(StayId stay, String place, Object record) {
        byte[] plain = WireCodec.body(record).json().getBytes(StandardCharsets.UTF_8);
        return new Sealed(doors.keys().seal(stay, place, plain));
    }

    private <T> Optional<T> open(StayId stay, String place, Sealed sealed, Class<T> type) {
        try {
            byte[] plain = doors.keys().open(stay, place, sealed.bytes());
            Body body = new Body(new String(plain, StandardCharsets.UTF_8));
            return Optional.of(WireCodec.lenient(body, type));
        } catch (StayKeys.KeyGone e) {
            // After a restore without the keys: nobody knows the profile, so it is unconfirmed.
            return Optional.empty();
        }
    }

    private static String eventKey(ServiceKey key) {
        return "tray/" + key;
    }

    private static String profilePlace(StayId stay) {
        return "meal_profile.body/" + stay;
    }

    private static String trayPlace(StayId stay, ServiceKey key) {
        return "meal_tray.body/" + stay + "/" + key;
    }
}
