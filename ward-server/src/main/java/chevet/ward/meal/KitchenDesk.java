package chevet.ward.meal;

import chevet.model.meal.FoodProfile;
import chevet.model.meal.ServiceKey;
import chevet.model.meal.ServiceMenu;
import chevet.model.meal.Tray;
import chevet.model.place.WardId;
import chevet.model.stay.StayId;
import chevet.model.text.Language;
import chevet.model.wire.Reason;
import chevet.ward.db.Tx;
import chevet.ward.meal.KitchenSheet.BedTray;
import chevet.ward.meal.MealStore.Closing;
import chevet.ward.meal.MealStore.Portions;
import chevet.ward.sync.Bedsides;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;

/**
 * What the kitchen sees and does: beds and diets, no names. Blocks until on disk; for virtual
 * threads, never the writer's.
 */
public final class KitchenDesk {
    private final MealDoors doors;
    private final MealHours hours;
    private final MealStore store;
    private final Shelf shelf;
    private final TrayBook book;
    private final Bedsides patients;
    private final MenuDesk menus;

    KitchenDesk(
            MealDoors doors,
            MealHours hours,
            MealStore store,
            Shelf shelf,
            TrayBook book,
            Bedsides patients,
            MenuDesk menus) {
        this.doors = doors;
        this.hours = hours;
        this.store = store;
        this.shelf = shelf;
        this.book = book;
        this.patients = patients;
        this.menus = menus;
    }

    /** The service at this moment, or as it was closed; empty where there is no such service. */
    public Optional<KitchenSheet> sheet(WardId ward, ServiceKey key) {
        Instant now = doors.clock().instant();
        return doors.database()
                .read(
                        handle -> {
                            Optional<KitchenSheet> closed =
                                    store.closing(handle, ward, key)
                                            .map(closing -> closed(handle, closing));
                            return closed.isPresent()
                                    ? closed
                                    : shelf.in(handle)
                                            .menu(ward, key)
                                            .map(menu -> open(handle, ward, menu, now));
                        });
    }

    /** How many had chosen at each instant at which one more had, oldest first. */
    public List<ProgressPoint> progress(WardId ward, ServiceKey key) {
        return doors.database()
                .read(
                        handle -> {
                            Map<StayId, MealStore.TrayRow> rows = store.trays(handle, key);
                            List<Instant> chosen =
                                    patients.in(handle, ward).stream()
                                            .flatMap(
                                                    l ->
                                                            Optional.ofNullable(rows.get(l.stay()))
                                                                    .stream())
                                            .flatMap(row -> row.chosenAt().stream())
                                            .sorted()
                                            .toList();
                            List<ProgressPoint> points = new ArrayList<>();
                            for (Instant at : chosen) {
                                points.add(new ProgressPoint(at, points.size() + 1));
                            }
                            return points;
                        });
    }

    /**
     * Closes the service for good: the rule is applied once more, what is chosen or comes by
     * default is plated and counted, what is held is not. Only after the cut-off.
     *
     * @return done, or {@code meal.no-such-service}, {@code meal.closed}, {@code
     *     meal.before-cut-off{cutOff}}
     */
    public MealResult close(WardId ward, ServiceKey key, String by) {
        return doors.database().write(tx -> close(tx, ward, key, by)).join();
    }

    private MealResult close(Tx tx, WardId ward, ServiceKey key, String by) {
        Catalogue catalogue = shelf.in(tx);
        Optional<ServiceMenu> menu = catalogue.menu(ward, key);
        if (menu.isEmpty()) {
            return new MealResult.Refused(Reason.of("meal.no-such-service"));
        }
        if (menu.get().closed()) {
            return new MealResult.Refused(Reason.of("meal.closed"));
        }
        if (tx.now().isBefore(menu.get().cutOff())) {
            return Orders.refused("meal.before-cut-off", "cutOff", menu.get().cutOff());
        }
        List<BedTray> trays = new ArrayList<>();
        Map<StayId, MealStore.TrayRow> rows = store.trays(tx.handle(), key);
        for (Bedsides.Lying lying : patients.in(tx.handle(), ward)) {
            if (!elsewhere(rows, lying.stay(), ward)) {
                FoodProfile profile = book.profile(tx.handle(), lying.stay());
                Tray tray = book.judge(tx, lying.stay(), menu.get(), profile, catalogue);
                store.closeTray(tx.handle(), lying.stay(), key, ward);
                trays.add(new BedTray(lying.bed(), lying.stay(), tray, profile));
            }
        }
        ServiceMenu closed =
                new ServiceMenu(
                        key,
                        menu.get().opens(),
                        menu.get().cutOff(),
                        menu.get().served(),
                        menu.get().courses(),
                        true);
        menus.put(tx, ward, closed);
        List<Portions> plated = Counting.portions(closed, trays, catalogue);
        store.putClosing(
                tx.handle(),
                new Closing(ward, closed, tx.now(), Counting.tally(trays), plated),
                by);
        tx.afterCommit(
                () -> {
                    doors.live().changed("meals");
                    doors.live().changed("beds");
                });
        return new MealResult.Done();
    }

    /** A card for each tray that is made, as PDF, A4; empty where there is no such service. */
    public Optional<byte[]> trayCards(WardId ward, ServiceKey key, Language language) {
        return paper(ward, key, language, KitchenPapers::trayCards);
    }

    /** What to produce and who gets nothing, as PDF, A4; empty where there is no such service. */
    public Optional<byte[]> productionSheet(WardId ward, ServiceKey key, Language language) {
        return paper(ward, key, language, KitchenPapers::productionSheet);
    }

    /**
     * What to produce as CSV: UTF-8 with byte order mark, semicolons, one line a dish; empty where
     * there is no such service.
     */
    public Optional<byte[]> productionCsv(WardId ward, ServiceKey key, Language language) {
        return paper(ward, key, language, KitchenPapers::productionCsv);
    }

    private Optional<byte[]> paper(
            WardId ward,
            ServiceKey key,
            Language language,
            BiFunction<KitchenPapers, KitchenSheet, byte[]> writer) {
        Catalogue catalogue = doors.database().read(shelf::in);
        KitchenPapers papers = new KitchenPapers(language, hours.zone(), catalogue::dish);
        return sheet(ward, key).map(sheet -> writer.apply(papers, sheet));
    }

    private KitchenSheet open(Handle handle, WardId ward, ServiceMenu menu, Instant now) {
        Catalogue catalogue = shelf.in(handle);
        Map<StayId, MealStore.TrayRow> rows = store.trays(handle, menu.key());
        List<BedTray> trays = new ArrayList<>();
        for (Bedsides.Lying lying : patients.in(handle, ward)) {
            if (!elsewhere(rows, lying.stay(), ward)) {
                FoodProfile profile = book.profile(handle, lying.stay());
                Optional<TrayBook.Page> page =
                        Optional.ofNullable(rows.get(lying.stay())).flatMap(book::page);
                Tray tray = book.standing(menu, page, profile, catalogue, now);
                trays.add(new BedTray(lying.bed(), lying.stay(), tray, profile));
            }
        }
        return new KitchenSheet(
                ward,
                menu,
                Counting.tally(trays),
                Counting.lines(Counting.portions(menu, trays, catalogue)),
                trays,
                Optional.empty());
    }

    /** Another ward's kitchen has made this patient's tray before the transfer. */
    private static boolean elsewhere(
            Map<StayId, MealStore.TrayRow> rows, StayId stay, WardId ward) {
        return Optional.ofNullable(rows.get(stay))
                .flatMap(MealStore.TrayRow::closedIn)
                .filter(closedIn -> !closedIn.equals(ward))
                .isPresent();
    }

    private KitchenSheet closed(Handle handle, Closing closing) {
        List<BedTray> trays = new ArrayList<>();
        Map<StayId, MealStore.TrayRow> rows = store.trays(handle, closing.menu().key());
        for (WardId ward : hours.wards()) {
            for (Bedsides.Lying lying : patients.in(handle, ward)) {
                Optional.ofNullable(rows.get(lying.stay()))
                        .flatMap(book::page)
                        .filter(page -> page.closedIn().equals(Optional.of(closing.ward())))
                        .ifPresent(
                                page ->
                                        trays.add(
                                                new BedTray(
                                                        lying.bed(),
                                                        lying.stay(),
                                                        page.tray(),
                                                        book.profile(handle, lying.stay()))));
            }
        }
        return new KitchenSheet(
                closing.ward(),
                closing.menu(),
                closing.tally(),
                Counting.lines(closing.plated()),
                trays,
                Optional.of(closing.at()));
    }
}
