package chevet.ward.meal;

import chevet.config.pack.ObjectStore;
import chevet.model.meal.ChooseTray;
import chevet.model.meal.Course;
import chevet.model.meal.DishId;
import chevet.model.meal.FoodProfile;
import chevet.model.meal.MealService;
import chevet.model.meal.ServiceKey;
import chevet.model.meal.ServiceMenu;
import chevet.model.meal.Tray;
import chevet.model.place.BedId;
import chevet.model.place.SiteId;
import chevet.model.place.TerminalId;
import chevet.model.place.WardId;
import chevet.model.stay.Patient;
import chevet.model.stay.StayId;
import chevet.model.text.Language;
import chevet.model.wire.Command;
import chevet.model.wire.Cursor;
import chevet.model.wire.StreamId;
import chevet.model.wire.WireCodec;
import chevet.ward.DemoHours;
import chevet.ward.HandClock;
import chevet.ward.Joints;
import chevet.ward.db.Databases;
import chevet.ward.db.JdbiDatabase;
import chevet.ward.db.Tx;
import chevet.ward.http.Live;
import chevet.ward.keys.FileStayKeys;
import chevet.ward.stay.Admission;
import chevet.ward.stay.ImportResult;
import chevet.ward.stay.Places;
import chevet.ward.stay.StayDesk;
import chevet.ward.stay.StayResult;
import chevet.ward.stay.StayRules;
import chevet.ward.sync.CommandHandler.Decision;
import chevet.ward.sync.EventLog;
import chevet.ward.sync.Events;
import chevet.ward.sync.SyncMeter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Two wards with their real desks, keys, event log and database, and the demo's dishes and menus;
 * only the console's open pages are a list here. It is half past noon on Saturday.
 */
public final class House {
    public static final WardId WARD = new WardId("ophtalmo");
    public static final WardId OTHER = new WardId("medecine");
    public static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    public static final ServiceKey DINNER = new ServiceKey(TODAY, MealService.DINNER);
    public static final ServiceKey LUNCH_TOMORROW =
            new ServiceKey(TODAY.plusDays(1), MealService.LUNCH);

    public final HandClock clock;
    public final JdbiDatabase database;
    public final Path keyFiles;
    public final FileStayKeys keys;
    public final EventLog log;
    public final Events events;
    public final StayDesk stays;
    public final ObjectStore objects;
    public final Meals meals;
    public final List<String> shown = new ArrayList<>();

    /** The newest body of each key of each stream, after its commit. */
    public final Map<StreamId, Map<String, Object>> told = new ConcurrentHashMap<>();

    public House(Databases databases) {
        this(databases, Optional.empty());
    }

    /**
     * @param pages the open pages; empty: what they are told is {@link #shown}
     */
    public House(Databases databases, Optional<Live> pages) {
        Live live = pages.orElse(this::show);
        clock = databases.clock;
        database = databases.database();
        keyFiles = databases.folder("keys");
        keys = new FileStayKeys(keyFiles);
        log = new EventLog(database, keys, SyncMeter.NONE);
        events = new Listening(log);
        stays =
                new StayDesk(
                        new StayDesk.StayDoors(database, keys, events, live, clock),
                        House::places,
                        new StayRules(PARIS, StayRules.KEY_KEPT));
        objects =
                ObjectStore.open(
                        databases.folder("objects"), 1L << 30, java.time.Clock.systemUTC());
        meals =
                new Meals(
                        new MealDoors(database, keys, events, live, objects, clock),
                        new DemoHours(PARIS, List.of(WARD, OTHER)),
                        stays.bedsides());
        stays.follow(Joints.follower(meals));
        stays.start();
        meals.tick();
    }

    /** With the demo's dishes and its cycle. */
    public static House withMenus(Databases databases) {
        House house = new House(databases);
        house.menus();
        return house;
    }

    /** With the demo's patients and their profiles besides. */
    public static House full(Databases databases) {
        House house = withMenus(databases);
        house.patients();
        return house;
    }

    /** Imports the demo's dishes and its cycle. */
    public void menus() {
        done(meals.menus().importDishes("dishes.csv", demo("dishes.csv"), Language.FR));
        done(meals.menus().importCycle("menu-cycle.csv", demo("menu-cycle.csv"), Language.FR));
    }

    /** Imports the demo's patients and their profiles. */
    public void patients() {
        byte[] patients = demo("patients.csv");
        ImportResult in = stays.importAdmissions("patients.csv", patients, "test", Language.FR);
        if (in instanceof ImportResult.Faulty(var problems)) {
            throw new AssertionError(problems);
        }
        done(meals.trays().importProfiles("patients.csv", patients, "test", Language.FR));
    }

    /** It was imported without a fault. */
    public static void done(MenuImport result) {
        if (result instanceof MenuImport.Faulty(var problems)) {
            throw new AssertionError(problems);
        }
    }

    public static byte[] demo(String file) {
        try (InputStream in = House.class.getResourceAsStream("/demo/" + file)) {
            if (in == null) {
                throw new IllegalStateException(file);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Somebody with a name that no log may hold. */
    public StayId admit(String bed) {
        Patient patient = new Patient(Patient.Title.MRS, "Canarisson", Language.FR);
        StayResult result = stays.admit(new Admission(patient, new BedId(bed)), "test");
        if (result instanceof StayResult.Done(StayId stay)) {
            return stay;
        }
        throw new AssertionError("not admitted: " + result);
    }

    /** Somebody who may eat everything. */
    public StayId admitHealthy(String bed) {
        StayId stay = admit(bed);
        healthy(stay);
        return stay;
    }

    /** Somebody confirms that this patient may eat everything. */
    public void healthy(StayId stay) {
        Tests.done(meals.trays().setProfile(stay, Tests.HEALTHY, "test"));
    }

    public StayId in(String bed) {
        return Optional.ofNullable(stays.occupied().get(new BedId(bed))).orElseThrow();
    }

    /** The patient taps: what the server decides. */
    public Decision tap(StayId stay, ServiceKey key, Map<Course, DishId> dishes) {
        ChooseTray body = new ChooseTray(key, dishes);
        Command command =
                new Command(
                        "c",
                        new TerminalId("t"),
                        "s",
                        1,
                        1,
                        Optional.of(stay),
                        clock.instant(),
                        ChooseTray.TYPE,
                        WireCodec.body(body));
        return database.write(tx -> meals.handler().handle(command, body, tx)).join();
    }

    public ServiceMenu menu(ServiceKey key) {
        return meals.menus().menu(WARD, key).orElseThrow();
    }

    /** What comes by default for somebody who may eat everything. */
    public Map<Course, DishId> defaults(ServiceKey key) {
        Map<Course, DishId> dishes = new LinkedHashMap<>();
        menu(key).courses().forEach(c -> c.byDefault().ifPresent(d -> dishes.put(c.course(), d)));
        return dishes;
    }

    public KitchenSheet sheet(ServiceKey key) {
        return meals.kitchen().sheet(WARD, key).orElseThrow();
    }

    /** The tray as the terminal was told; empty where it was told none. */
    public Optional<Tray> toldTray(StayId stay, ServiceKey key) {
        return Optional.ofNullable(
                (Tray) told.getOrDefault(StreamId.stay(stay), Map.of()).get("tray/" + key));
    }

    /** Moves to that time of today, or of the next days. */
    public void at(int days, String time) {
        Instant to = TODAY.plusDays(days).atTime(LocalTime.parse(time)).atZone(PARIS).toInstant();
        clock.advance(Duration.between(clock.instant(), to));
        meals.tick();
        stays.tick();
    }

    public FoodProfile profile(StayId stay) {
        return meals.trays().profile(stay);
    }

    private void show(String topic) {
        synchronized (shown) {
            shown.add(topic);
        }
    }

    /** Every bed of both wards, with its terminal. */
    public static List<Places.Place> places() {
        List<Places.Place> places = new ArrayList<>();
        SiteId site = new SiteId("huriez");
        for (String bed : beds()) {
            places.add(new Places.Place(site, WARD, new BedId(bed), new TerminalId("t-" + bed)));
        }
        for (String bed : List.of("310-P", "310-F")) {
            places.add(new Places.Place(site, OTHER, new BedId(bed), new TerminalId("t-" + bed)));
        }
        return places;
    }

    /** The demo ward's thirty beds. */
    public static List<String> beds() {
        return IntStream.rangeClosed(210, 224)
                .boxed()
                .flatMap(room -> Stream.of(room + "-P", room + "-F"))
                .toList();
    }

    /** Writes to the real log, and notes what was committed. */
    private final class Listening implements Events {
        private final Events log;

        Listening(Events log) {
            this.log = log;
        }

        @Override
        public void put(Tx tx, StreamId stream, String key, String type, Object body) {
            log.put(tx, stream, key, type, body);
            tx.afterCommit(() -> of(stream).put(key, body));
        }

        @Override
        public void remove(Tx tx, StreamId stream, String key) {
            log.remove(tx, stream, key);
            tx.afterCommit(() -> of(stream).remove(key));
        }

        @Override
        public Cursor head(Tx tx, StreamId stream) {
            return log.head(tx, stream);
        }

        @Override
        public void end(Tx tx, StreamId stream) {
            log.end(tx, stream);
            tx.afterCommit(() -> told.remove(stream));
        }

        private Map<String, Object> of(StreamId stream) {
            return told.computeIfAbsent(stream, _ -> new ConcurrentHashMap<>());
        }
    }
}
