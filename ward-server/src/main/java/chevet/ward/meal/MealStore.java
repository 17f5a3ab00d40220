package chevet.ward.meal;

import chevet.model.meal.Course;
import chevet.model.meal.Dish;
import chevet.model.meal.DishId;
import chevet.model.meal.MealService;
import chevet.model.meal.ServiceKey;
import chevet.model.meal.ServiceMenu;
import chevet.model.meal.ServiceMenu.CourseMenu;
import chevet.model.place.WardId;
import chevet.model.stay.StayId;
import chevet.model.wire.Body;
import chevet.model.wire.WireCodec;
import chevet.ward.db.Prepared;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The SQL of dishes, menus, profiles and trays, and only that. What it keeps sealed stays so. */
final class MealStore {
    /** A row of a tray: sealed, and what stands beside it in the clear. */
    record TrayRow(
            StayId stay,
            ServiceKey key,
            Sealed body,
            Optional<Instant> chosenAt,
            Optional<WardId> closedIn) {}

    Map<DishId, Dish> dishes(Handle handle) {
        Map<DishId, Dish> dishes = new HashMap<>();
        handle.select("select body from meal_dish")
                .mapTo(String.class)
                .forEach(
                        body -> {
                            Dish dish = read(body, Dish.class);
                            dishes.put(dish.id(), dish);
                        });
        return dishes;
    }

    void putDish(Handle handle, Dish dish) {
        handle.execute(
                """
                insert into meal_dish (id, body) values (?, ?)
                on conflict (id) do update set body = excluded.body
                """,
                dish.id().value(),
                json(dish));
    }

    void removeDish(Handle handle, DishId dish) {
        handle.execute("delete from meal_dish where id = ?", dish.value());
    }

    /** The cycle's courses by its day and service; empty where none was imported. */
    NavigableMap<Integer, Map<MealService, List<CourseMenu>>> cycle(Handle handle) {
        NavigableMap<Integer, Map<MealService, List<CourseMenu>>> cycle = new TreeMap<>();
        handle.select("select cycle_day, service, body from meal_cycle")
                .map(
                        (row, _) ->
                                cycle.computeIfAbsent(row.getInt(1), _ -> new HashMap<>())
                                        .computeIfAbsent(
                                                MealService.valueOf(row.getString(2)),
                                                _ -> new ArrayList<>())
                                        .add(read(row.getString(3), CourseMenu.class)))
                .forEach(_ -> {});
        return cycle;
    }

    void clearCycle(Handle handle) {
        handle.execute("delete from meal_cycle");
    }

    void putCycle(Handle handle, int day, MealService service, CourseMenu course) {
        handle.execute(
                "insert into meal_cycle (cycle_day, service, course, body) values (?, ?, ?, ?)",
                day,
                service.name(),
                course.course().name(),
                json(course));
    }

    Optional<LocalDate> cycleBegins(Handle handle) {
        return handle.select("select monday from meal_cycle_begin where id = 1")
                .mapTo(String.class)
                .findOne()
                .map(LocalDate::parse);
    }

    void cycleBegins(Handle handle, LocalDate monday) {
        handle.execute(
                """
                insert into meal_cycle_begin (id, monday) values (1, ?)
                on conflict (id) do update set monday = excluded.monday
                """,
                monday.toString());
    }

    Map<WardId, NavigableMap<ServiceKey, ServiceMenu>> menus(Handle handle) {
        Map<WardId, NavigableMap<ServiceKey, ServiceMenu>> menus = new HashMap<>();
        handle.select("select ward, body from meal_menu")
                .map((row, _) -> Map.entry(row.getString(1), row.getString(2)))
                .forEach(
                        row -> {
                            ServiceMenu menu = read(row.getValue(), ServiceMenu.class);
                            menus.computeIfAbsent(new WardId(row.getKey()), _ -> new TreeMap<>())
                                    .put(menu.key(), menu);
                        });
        return menus;
    }

    void putMenu(Handle handle, WardId ward, ServiceMenu menu) {
        handle.execute(
                """
                insert into meal_menu (ward, menu_date, service, body) values (?, ?, ?, ?)
                on conflict (ward, menu_date, service) do update set body = excluded.body
                """,
                ward.value(),
                menu.key().date().toString(),
                menu.key().service().name(),
                json(menu));
    }

    void removeMenu(Handle handle, WardId ward, ServiceKey key) {
        handle.execute(
                "delete from meal_menu where ward = ? and menu_date = ? and service = ?",
                ward.value(),
                key.date().toString(),
                key.service().name());
    }

    Optional<Sealed> profile(Handle handle, StayId stay) {
        return PROFILE.use(
                handle,
                statement -> {
                    statement.setString(1, stay.value());
                    try (ResultSet row = statement.executeQuery()) {
                        return row.next()
                                ? Optional.of(new Sealed(row.getBytes(1)))
                                : Optional.empty();
                    }
                });
    }

    void putProfile(Handle handle, StayId stay, Sealed body, Instant now, String by) {
        handle.execute(
                """
                insert into meal_profile (stay, body, set_by, set_at) values (?, ?, ?, ?)
                on conflict (stay) do update
                   set body = excluded.body, set_by = excluded.set_by, set_at = excluded.set_at
                """,
                stay.value(),
                body.bytes(),
                by,
                now.toEpochMilli());
    }

    Optional<TrayRow> tray(Handle handle, StayId stay, ServiceKey key) {
        return TRAY.use(
                handle,
                statement -> {
                    statement.setString(1, stay.value());
                    statement.setString(2, key.date().toString());
                    statement.setString(3, key.service().name());
                    try (ResultSet row = statement.executeQuery()) {
                        return row.next() ? Optional.of(trayRow(row)) : Optional.empty();
                    }
                });
    }

    /** Every tray of one service, of whatever ward. */
    Map<StayId, TrayRow> trays(Handle handle, ServiceKey key) {
        Map<StayId, TrayRow> trays = new HashMap<>();
        handle.select(
                        TRAYS + " where menu_date = ? and service = ?",
                        key.date().toString(),
                        key.service().name())
                .map((row, _) -> trayRow(row))
                .forEach(row -> trays.put(row.stay(), row));
        return trays;
    }

    private static final String TRAYS =
            "select stay, menu_date, service, body, chosen_at, closed_in from meal_tray";

    private static final Prepared TRAY =
            new Prepared(TRAYS + " where stay = ? and menu_date = ? and service = ?");
    private static final Prepared PUT_TRAY =
            new Prepared(
                    """
                    insert into meal_tray (stay, menu_date, service, body, chosen_at)
                    values (?, ?, ?, ?, ?)
                    on conflict (stay, menu_date, service) do update
                       set body = excluded.body,
                           chosen_at = coalesce(meal_tray.chosen_at, excluded.chosen_at)
                    """);
    private static final Prepared PROFILE =
            new Prepared("select body from meal_profile where stay = ?");

    private static TrayRow trayRow(ResultSet row) throws SQLException {
        long chosen = row.getLong(5);
        boolean unchosen = row.wasNull();
        @Nullable String closedIn = row.getString(6);
        return new TrayRow(
                new StayId(row.getString(1)),
                key(row.getString(2), row.getString(3)),
                new Sealed(row.getBytes(4)),
                unchosen ? Optional.empty() : Optional.of(Instant.ofEpochMilli(chosen)),
                Optional.ofNullable(closedIn).map(WardId::new));
    }

    /** Keeps the tray; the time of the first choice stays. */
    void putTray(
            Handle handle, StayId stay, ServiceKey key, Sealed body, Optional<Instant> chosenAt) {
        PUT_TRAY.use(
                handle,
                statement -> {
                    statement.setString(1, stay.value());
                    statement.setString(2, key.date().toString());
                    statement.setString(3, key.service().name());
                    statement.setBytes(4, body.bytes());
                    if (chosenAt.isPresent()) {
                        statement.setLong(5, chosenAt.get().toEpochMilli());
                    } else {
                        statement.setNull(5, Types.BIGINT);
                    }
                    return statement.executeUpdate();
                });
    }

    void closeTray(Handle handle, StayId stay, ServiceKey key, WardId ward) {
        handle.execute(
                """
                update meal_tray set closed_in = ? where stay = ? and menu_date = ? and service = ?
                """,
                ward.value(),
                stay.value(),
                key.date().toString(),
                key.service().name());
    }

    void removeTray(Handle handle, StayId stay, ServiceKey key) {
        handle.execute(
                "delete from meal_tray where stay = ? and menu_date = ? and service = ?",
                stay.value(),
                key.date().toString(),
                key.service().name());
    }

    /** Trays of before that date, with their stays. */
    Map<StayId, List<ServiceKey>> traysBefore(Handle handle, LocalDate date) {
        Map<StayId, List<ServiceKey>> old = new HashMap<>();
        handle.select(
                        "select stay, menu_date, service from meal_tray where menu_date < ?",
                        date.toString())
                .map(
                        (row, _) ->
                                old.computeIfAbsent(
                                                new StayId(row.getString(1)),
                                                _ -> new ArrayList<>())
                                        .add(key(row.getString(2), row.getString(3))))
                .forEach(_ -> {});
        return old;
    }

    void erase(Handle handle, StayId stay) {
        handle.execute("delete from meal_tray where stay = ?", stay.value());
        handle.execute("delete from meal_profile where stay = ?", stay.value());
    }

    void putClosing(Handle handle, Closing closing, String by) {
        KitchenSheet.Tally tally = closing.tally();
        handle.execute(
                """
                insert into meal_closing (ward, menu_date, service, closed_at, closed_by, menu,
                                          chosen, by_default, held, fasting)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                closing.ward().value(),
                closing.menu().key().date().toString(),
                closing.menu().key().service().name(),
                closing.at().toEpochMilli(),
                by,
                json(closing.menu()),
                tally.chosen(),
                tally.byDefault(),
                tally.held(),
                tally.fasting());
        int line = 0;
        for (Portions portions : closing.plated()) {
            handle.execute(
                    """
                    insert into meal_plated (ward, menu_date, service, line, texture, thickness,
                                             course, dish, replacement, portions)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    closing.ward().value(),
                    closing.menu().key().date().toString(),
                    closing.menu().key().service().name(),
                    line++,
                    portions.texture(),
                    portions.thickness(),
                    portions.course().name(),
                    json(portions.dish()),
                    portions.replacement() ? 1 : 0,
                    portions.count());
        }
    }

    Optional<Closing> closing(Handle handle, WardId ward, ServiceKey key) {
        String date = key.date().toString();
        String service = key.service().name();
        List<Portions> plated =
                handle.select(
                                """
                                select course, dish, replacement, texture, thickness, portions
                                  from meal_plated
                                 where ward = ? and menu_date = ? and service = ? order by line
                                """,
                                ward.value(),
                                date,
                                service)
                        .map(
                                (row, _) ->
                                        new Portions(
                                                Course.valueOf(row.getString(1)),
                                                read(row.getString(2), Dish.class),
                                                row.getInt(3) == 1,
                                                row.getInt(4),
                                                row.getInt(5),
                                                row.getInt(6)))
                        .list();
        return handle.select(
                        """
                        select menu, closed_at, chosen, by_default, held, fasting from meal_closing
                         where ward = ? and menu_date = ? and service = ?
                        """,
                        ward.value(),
                        date,
                        service)
                .map(
                        (row, _) ->
                                new Closing(
                                        ward,
                                        read(row.getString(1), ServiceMenu.class),
                                        Instant.ofEpochMilli(row.getLong(2)),
                                        new KitchenSheet.Tally(
                                                row.getInt(3),
                                                row.getInt(4),
                                                row.getInt(5),
                                                row.getInt(6),
                                                0),
                                        plated))
                .findOne();
    }

    /** A service as it was closed. */
    record Closing(
            WardId ward,
            ServiceMenu menu,
            Instant at,
            KitchenSheet.Tally tally,
            List<Portions> plated) {}

    /**
     * Portions of one dish at one level.
     *
     * @param texture IDDSI level of the food, -1 where there is nothing to chew
     * @param thickness IDDSI level of the drink, -1 where nothing flows
     */
    record Portions(
            Course course, Dish dish, boolean replacement, int texture, int thickness, int count) {}

    private static ServiceKey key(String date, String service) {
        return new ServiceKey(LocalDate.parse(date), MealService.valueOf(service));
    }

    private static String json(Object record) {
        return WireCodec.body(record).json();
    }

    private static <T> T read(String json, Class<T> type) {
        return WireCodec.lenient(new Body(json), type);
    }
}
