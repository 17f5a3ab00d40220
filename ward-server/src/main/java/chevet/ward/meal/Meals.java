package chevet.ward.meal;

import chevet.model.meal.ChooseTray;
import chevet.model.meal.ServiceKey;
import chevet.model.meal.ServiceMenu;
import chevet.model.place.WardId;
import chevet.model.stay.StayId;
import chevet.ward.db.Tx;
import chevet.ward.sync.Bedsides;
import chevet.ward.sync.CommandHandler;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The meal feature: its desks, its command handler, and what it does when time passes or a stay
 * begins, moves or ends.
 */
public final class Meals {
    private final MealDoors doors;
    private final MealHours hours;
    private final MealStore store = new MealStore();
    private final Shelf shelf = new Shelf(store);
    private final TrayBook book;
    private final Judging judging;
    private final Bedsides patients;
    private final Orders orders;
    private final FoodSources sources;
    private final MenuDesk menuDesk;
    private final MealDesk mealDesk;
    private final DietList dietList;
    private final KitchenDesk kitchenDesk;

    /** Services whose cut-off was dealt with since this server began. */
    private final Map<WardId, Set<ServiceKey>> cut = new ConcurrentHashMap<>();

    private volatile @Nullable LocalDate rolled;

    public Meals(MealDoors doors, MealHours hours, Bedsides patients) {
        this.doors = doors;
        this.hours = hours;
        this.patients = patients;
        this.book = new TrayBook(doors, store);
        this.judging = new Judging(doors, store, shelf, book, patients);
        this.orders = new Orders(doors, shelf, book, patients);
        this.sources = new FoodSources(doors, book, judging, patients);
        this.menuDesk = new MenuDesk(doors, hours, store, shelf, book, judging);
        this.mealDesk =
                new MealDesk(doors, hours, store, shelf, book, judging, patients, orders, sources);
        this.dietList = new DietList(doors, store, shelf, book, patients, sources);
        this.kitchenDesk = new KitchenDesk(doors, hours, store, shelf, book, patients, menuDesk);
    }

    public MenuDesk menus() {
        return menuDesk;
    }

    public MealDesk trays() {
        return mealDesk;
    }

    /** Whose food a person has to look at. */
    public DietList diets() {
        return dietList;
    }

    public KitchenDesk kitchen() {
        return kitchenDesk;
    }

    /** Where the hospital's systems say what a patient may eat. */
    public FoodSources sources() {
        return sources;
    }

    /** Takes the command {@code meal.choose}. */
    public CommandHandler<ChooseTray> handler() {
        return orders;
    }

    /**
     * Does what is due: menus of a new day, default trays at a cut-off. To be called at start and
     * then every second; mostly it finds nothing to do and reads nothing.
     */
    public void tick() {
        LocalDate today = menuDesk.today();
        if (!today.equals(rolled)) {
            if (rolled == null) {
                menuDesk.pin();
            }
            menuDesk.roll();
            rolled = today;
        }
        Instant now = doors.clock().instant();
        Map<WardId, Set<ServiceKey>> due = new HashMap<>();
        for (WardId ward : hours.wards()) {
            Set<ServiceKey> known = known(ward);
            Set<ServiceKey> keys =
                    menuDesk.menus(ward).stream()
                            .filter(menu -> due(menu, now) && !known.contains(menu.key()))
                            .map(ServiceMenu::key)
                            .collect(Collectors.toSet());
            if (!keys.isEmpty()) {
                due.put(ward, keys);
            }
        }
        if (!due.isEmpty()) {
            doors.database().change(tx -> judging.wards(tx, due));
            due.forEach((ward, keys) -> known(ward).addAll(keys));
        }
    }

    private Set<ServiceKey> known(WardId ward) {
        return cut.computeIfAbsent(ward, _ -> ConcurrentHashMap.newKeySet());
    }

    private static boolean due(ServiceMenu menu, Instant now) {
        return !menu.closed() && !now.isBefore(menu.cutOff()) && now.isBefore(menu.served());
    }

    /** A stay has begun: it is restricted to what is safe for all until somebody confirms more. */
    public void admitted(Tx tx, StayId stay) {
        judgeWhereItLies(tx, stay);
    }

    /** A stay lies in another bed, perhaps of another ward with other menus; its trays go along. */
    public void moved(Tx tx, StayId stay) {
        judgeWhereItLies(tx, stay);
    }

    /**
     * A stay lies in no bed any more: no kitchen produces anything for it. What was chosen is kept
     * as long as the stay's key, since a discharge can be taken back.
     */
    public void left(Tx tx, StayId stay) {
        tx.afterCommit(() -> doors.live().changed("meals"));
    }

    /** A stay's key is destroyed. */
    public void erased(Tx tx, StayId stay) {
        store.erase(tx.handle(), stay);
        sources.erase(tx, stay);
    }

    private void judgeWhereItLies(Tx tx, StayId stay) {
        Optional<Bedsides.Lying> lying = patients.of(tx.handle(), stay);
        lying.ifPresent(in -> judging.stay(tx, in.ward(), stay));
    }
}
