package chevet.ward.meal;

import chevet.config.RowFaults;
import chevet.model.meal.Dish;
import chevet.model.meal.DishId;
import chevet.model.meal.ServiceKey;
import chevet.model.meal.ServiceMenu;
import chevet.model.place.WardId;
import chevet.model.stay.StayId;
import chevet.model.text.Language;
import chevet.model.wire.StreamId;
import chevet.ward.db.Tx;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The catalogue of dishes and the cycle of menus, and the menus of the next days that are made from
 * them. Blocks until on disk; for virtual threads, never the writer's.
 */
public final class MenuDesk {
    /** How many days after today have menus. */
    static final int HORIZON = 3;

    /** How many days a tray is kept, so that "as yesterday" finds it. */
    static final int TRAYS_KEPT = 7;

    private final MealDoors doors;
    private final MealHours hours;
    private final MealStore store;
    private final Shelf shelf;
    private final TrayBook book;
    private final Judging judging;

    MenuDesk(
            MealDoors doors,
            MealHours hours,
            MealStore store,
            Shelf shelf,
            TrayBook book,
            Judging judging) {
        this.doors = doors;
        this.hours = hours;
        this.store = store;
        this.shelf = shelf;
        this.book = book;
        this.judging = judging;
    }

    /** Every dish of the catalogue. */
    public Map<DishId, Dish> dishes() {
        return doors.database().read(handle -> shelf.in(handle).dishes());
    }

    /**
     * The cycle that was read last.
     *
     * @param days of it, the last week whole
     * @param begins the Monday of a week in which its first week is, or was, served
     */
    public record Cycle(int days, LocalDate begins) {}

    /** Empty before the first cycle was read. */
    public Optional<Cycle> cycle() {
        return doors.database()
                .read(
                        handle -> {
                            var days = store.cycle(handle);
                            return days.isEmpty()
                                    ? Optional.empty()
                                    : Optional.of(
                                            new Cycle(
                                                    (days.lastKey() + 6) / 7 * 7,
                                                    MenuMaker.monday(
                                                            store.cycleBegins(handle)
                                                                    .orElse(
                                                                            MenuMaker
                                                                                    .FIRST_MONDAY))));
                        });
    }

    /** The services of the ward from yesterday to the end of the horizon, in order of time. */
    public List<ServiceMenu> menus(WardId ward) {
        return doors.database().read(handle -> List.copyOf(shelf.in(handle).of(ward).values()));
    }

    /** Empty where there is no such service. */
    public Optional<ServiceMenu> menu(WardId ward, ServiceKey key) {
        return doors.database().read(handle -> shelf.in(handle).menu(ward, key));
    }

    /**
     * Reads a catalogue of dishes (CSV, or TOML by the file's name) in place of the old one. All
     * open trays are judged again. Each dish keeps the picture that it has.
     *
     * @param file its name, for the faults
     * @param told the language of the faults
     */
    public MenuImport importDishes(String file, byte[] content, Language told) {
        return importDishes(file, content, Optional.empty(), told);
    }

    /**
     * @param folder where the pictures lie that the catalogue names; empty where there is none
     */
    public MenuImport importDishes(
            String file, byte[] content, Optional<Path> folder, Language told) {
        RowFaults faults = new RowFaults(file, told);
        DishPictures pictures = new DishPictures(folder, dishes(), faults);
        Map<DishId, Dish> dishes = MenuFiles.dishes(file, content, pictures, faults);
        used().filter(dish -> !dishes.containsKey(dish))
                .forEach(dish -> faults.at(0, 0, "id", "dish-used", dish.value()));
        if (!faults.none()) {
            return new MenuImport.Faulty(faults.problems());
        }
        pictures.keep(doors.objects());
        doors.database().change(tx -> replaceDishes(tx, dishes));
        pin();
        return new MenuImport.Done(dishes.size());
    }

    /**
     * Reads a cycle of menus (CSV, or TOML by the file's name) in place of the old one. Services
     * that can still be chosen get the new menu, and their trays are judged again.
     */
    public MenuImport importCycle(String file, byte[] content, Language told) {
        return importCycle(file, content, Optional.empty(), told);
    }

    /**
     * @param begins the week in which the cycle's first week fell or will fall; where empty it
     *     stays as it was
     */
    public MenuImport importCycle(
            String file, byte[] content, Optional<LocalDate> begins, Language told) {
        RowFaults faults = new RowFaults(file, told);
        List<MenuFiles.CycleLine> lines = MenuFiles.cycle(file, content, dishes().keySet(), faults);
        if (!faults.none()) {
            return new MenuImport.Faulty(faults.problems());
        }
        doors.database()
                .change(
                        tx -> {
                            begins.ifPresent(monday -> store.cycleBegins(tx.handle(), monday));
                            replaceCycle(tx, lines);
                            publish(tx);
                        });
        return new MenuImport.Done(lines.size());
    }

    /** A file of dishes or of a cycle, and its name for the faults. */
    @SuppressWarnings("ArrayRecordComponent") // Read once, never compared.
    public record MenuFile(String name, byte[] content) {}

    /**
     * Reads a catalogue and the cycle that is made of it, both or neither: a dish that only the old
     * cycle has may go. Faults of both are told at once.
     *
     * @param folder where the pictures lie that the catalogue names
     * @return done with the lines of the cycle
     */
    public MenuImport importBoth(
            MenuFile catalogue, Optional<Path> folder, MenuFile cycle, Language told) {
        RowFaults ofDishes = new RowFaults(catalogue.name(), told);
        RowFaults ofCycle = new RowFaults(cycle.name(), told);
        DishPictures pictures = new DishPictures(folder, dishes(), ofDishes);
        Map<DishId, Dish> dishes =
                MenuFiles.dishes(catalogue.name(), catalogue.content(), pictures, ofDishes);
        List<MenuFiles.CycleLine> lines =
                MenuFiles.cycle(cycle.name(), cycle.content(), dishes.keySet(), ofCycle);
        if (!ofDishes.none() || !ofCycle.none()) {
            return new MenuImport.Faulty(
                    Stream.concat(ofDishes.problems().stream(), ofCycle.problems().stream())
                            .toList());
        }
        pictures.keep(doors.objects());
        doors.database()
                .change(
                        tx -> {
                            replaceCycle(tx, lines);
                            replaceDishes(tx, dishes);
                        });
        pin();
        return new MenuImport.Done(lines.size());
    }

    /** Makes the menus of the days to come and lets go of those that are past. */
    void roll() {
        doors.database().change(this::publish);
    }

    /** The pictures of the dishes stay among the objects. */
    void pin() {
        doors.objects()
                .pin(
                        "meal",
                        dishes().values().stream().flatMap(d -> d.picture().stream()).toList());
    }

    /** Today in the wards' zone. */
    LocalDate today() {
        return LocalDate.ofInstant(doors.clock().instant(), hours.zone());
    }

    private Stream<DishId> used() {
        return doors.database().read(store::cycle).values().stream()
                .flatMap(day -> day.values().stream())
                .flatMap(Collection::stream)
                .flatMap(
                        course ->
                                Stream.of(
                                                course.dishes(),
                                                course.replacements(),
                                                course.byDefault().stream().toList())
                                        .flatMap(Collection::stream))
                .distinct()
                .sorted();
    }

    private void replaceCycle(Tx tx, List<MenuFiles.CycleLine> lines) {
        store.clearCycle(tx.handle());
        lines.forEach(
                line -> store.putCycle(tx.handle(), line.day(), line.service(), line.course()));
    }

    private void replaceDishes(Tx tx, Map<DishId, Dish> dishes) {
        Map<DishId, Dish> before = shelf.in(tx).dishes();
        shelf.changing();
        before.keySet().stream()
                .filter(id -> !dishes.containsKey(id))
                .forEach(
                        id -> {
                            store.removeDish(tx.handle(), id);
                            doors.events().remove(tx, StreamId.HOUSE, "dish/" + id);
                        });
        dishes.values().stream()
                .filter(dish -> !dish.equals(before.get(dish.id())))
                .forEach(
                        dish -> {
                            store.putDish(tx.handle(), dish);
                            doors.events()
                                    .put(
                                            tx,
                                            StreamId.HOUSE,
                                            "dish/" + dish.id(),
                                            "meal.dish",
                                            dish);
                        });
        publish(tx);
        hours.wards().forEach(ward -> judging.ward(tx, ward));
    }

    private void publish(Tx tx) {
        MenuMaker maker =
                new MenuMaker(
                        store.cycle(tx.handle()),
                        store.cycleBegins(tx.handle()).orElse(MenuMaker.FIRST_MONDAY),
                        hours);
        Catalogue before = shelf.in(tx);
        LocalDate today = LocalDate.ofInstant(tx.now(), hours.zone());
        for (WardId ward : hours.wards()) {
            Set<ServiceKey> changed = new HashSet<>();
            List<ServiceMenu> made = new ArrayList<>();
            for (int day = 0; day <= HORIZON; day++) {
                made.addAll(maker.on(today.plusDays(day)));
            }
            for (ServiceMenu menu : made) {
                Optional<ServiceMenu> known = before.menu(ward, menu.key());
                boolean settled =
                        known.filter(m -> m.closed() || !tx.now().isBefore(m.cutOff())).isPresent();
                if (!settled && !known.equals(Optional.of(menu))) {
                    put(tx, ward, menu);
                    changed.add(menu.key());
                }
            }
            Set<ServiceKey> wanted = new HashSet<>(made.stream().map(ServiceMenu::key).toList());
            for (ServiceMenu menu : before.of(ward).values()) {
                boolean past = menu.key().date().isBefore(today.minusDays(1));
                boolean dropped =
                        !wanted.contains(menu.key())
                                && !menu.closed()
                                && tx.now().isBefore(menu.cutOff());
                if (past || dropped) {
                    remove(tx, ward, menu.key(), dropped);
                }
            }
            judging.wards(tx, Map.of(ward, changed));
        }
        forgetOldTrays(tx, today);
        tx.afterCommit(() -> doors.live().changed("meals"));
    }

    void put(Tx tx, WardId ward, ServiceMenu menu) {
        shelf.changing();
        store.putMenu(tx.handle(), ward, menu);
        doors.events().put(tx, StreamId.ward(ward), "menu/" + menu.key(), "meal.menu", menu);
    }

    private void remove(Tx tx, WardId ward, ServiceKey key, boolean withTrays) {
        shelf.changing();
        store.removeMenu(tx.handle(), ward, key);
        doors.events().remove(tx, StreamId.ward(ward), "menu/" + key);
        if (withTrays) {
            judging.stays(tx, ward).forEach(stay -> book.remove(tx, stay, key));
        }
    }

    private void forgetOldTrays(Tx tx, LocalDate today) {
        Map<StayId, List<ServiceKey>> old =
                store.traysBefore(tx.handle(), today.minusDays(TRAYS_KEPT));
        old.forEach((stay, keys) -> keys.forEach(key -> judging.forget(tx, stay, key)));
    }
}
