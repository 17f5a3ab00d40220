package chevet.ward;

import chevet.config.Hl7Config;
import chevet.config.WardConfig;
import chevet.config.pack.ObjectStore;
import chevet.model.place.TerminalId;
import chevet.ward.account.AccountDesk;
import chevet.ward.account.AccountRoutes;
import chevet.ward.audit.AuditChain;
import chevet.ward.audit.AuditRoutes;
import chevet.ward.broker.HiveMqWire;
import chevet.ward.broker.Terminals;
import chevet.ward.console.BedChips;
import chevet.ward.console.Console;
import chevet.ward.console.Sessions;
import chevet.ward.db.JdbiDatabase;
import chevet.ward.db.Threads;
import chevet.ward.fhir.FhirDoor;
import chevet.ward.hl7.Feed;
import chevet.ward.hl7.FeedRoutes;
import chevet.ward.hl7.MllpListener;
import chevet.ward.http.Download;
import chevet.ward.http.HttpDoor;
import chevet.ward.http.LiveHub;
import chevet.ward.http.Routes;
import chevet.ward.keys.FileStayKeys;
import chevet.ward.keys.StayKeys;
import chevet.ward.keys.Vault;
import chevet.ward.library.FilmRoutes;
import chevet.ward.library.Library;
import chevet.ward.library.LibraryActs;
import chevet.ward.library.LibraryDoors;
import chevet.ward.meal.MealActs;
import chevet.ward.meal.MealBoard;
import chevet.ward.meal.MealDoors;
import chevet.ward.meal.MealRoutes;
import chevet.ward.meal.Meals;
import chevet.ward.meal.MenuRoutes;
import chevet.ward.notice.NoticeDesk;
import chevet.ward.notice.NoticeDoors;
import chevet.ward.notice.NoticeRoutes;
import chevet.ward.pki.CardTrust;
import chevet.ward.pki.CertificateAuthority;
import chevet.ward.pki.Identity;
import chevet.ward.pki.KeyStores;
import chevet.ward.pki.SecretFile;
import chevet.ward.record.RecordDesk;
import chevet.ward.record.RecordDoors;
import chevet.ward.request.DayRoutes;
import chevet.ward.request.RequestActs;
import chevet.ward.request.RequestBoard;
import chevet.ward.request.RequestDoors;
import chevet.ward.request.RequestRoutes;
import chevet.ward.request.Requests;
import chevet.ward.request.TeamRoutes;
import chevet.ward.staff.Staff;
import chevet.ward.staff.StaffDoors;
import chevet.ward.staff.StaffRoutes;
import chevet.ward.stay.NumberRoutes;
import chevet.ward.stay.PatientNumbers;
import chevet.ward.stay.StayDesk;
import chevet.ward.stay.StayRoutes;
import chevet.ward.stay.StayRules;
import chevet.ward.stay.TerminalStates;
import chevet.ward.sync.AskHandler;
import chevet.ward.sync.EventLog;
import chevet.ward.sync.PresenceBook;
import chevet.ward.sync.SyncCore;
import chevet.ward.sync.SyncMeter;
import chevet.ward.tv.Television;
import chevet.ward.tv.TvBoard;
import chevet.ward.tv.TvDoors;
import chevet.ward.tv.TvRoutes;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Puts the server together: the only class that sees every feature and every door. Made, it can be
 * worked with by commands; {@link #serve} opens the ports. One process at a time ({@link
 * ServerLock}).
 */
final class Wiring implements AutoCloseable {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final WardConfig config;
    private final Clock clock;
    private final PrometheusMeterRegistry meters = Meters.registry();
    private final LiveHub live = new LiveHub();
    private final JdbiDatabase database;
    private final CertificateAuthority authority;
    private final StayDesk stays;
    private final Meals meals;
    private final Library library;
    private final NoticeDesk notices;
    private final AuditChain audit;
    private final Staff staff;
    private final Requests requests;
    private final AccountDesk accounts;
    private final HiveMqWire wire;
    private final SyncCore sync;
    private final ObjectStore objects;
    private final Download download = new Download();
    private final Television television;
    private final Optional<FhirDoor> fhir;
    private final Optional<RecordDesk> record;
    private final HttpDoor http;

    /** Its own thread: a slow feed must not hold up a cut-off. */
    private final Ticks feeds = new Ticks("feeds");

    /** What takes seconds and may be done side by side: one virtual thread each. */
    private final ExecutorService apart = Executors.newVirtualThreadPerTaskExecutor();

    private final Ticks ticks = new Ticks("ticks");
    private final Optional<Feed> feed;
    private volatile Optional<MllpListener> mllp = Optional.empty();
    private volatile boolean serving;

    /** The ticks' own. */
    private boolean saidFull;

    Wiring(WardConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
        Layout layout = Layout.of(config);
        SecretFile.directory(layout.data());
        SecretFile.directory(layout.keys());
        SyncMeter meter = Meters.sync(meters);
        this.authority = CertificateAuthority.in(layout.authority(), clock);
        this.database = database(config, clock);
        StayKeys keys = new FileStayKeys(layout.stayKeys());
        EventLog events = new EventLog(database, keys, meter);
        ConfiguredPlaces places = new ConfiguredPlaces(config);
        this.stays =
                new StayDesk(
                        new StayDesk.StayDoors(database, keys, events, live, clock),
                        places,
                        new StayRules(config.zone(), config.keyKept()));
        this.objects = ObjectStore.open(layout.objects(), Long.MAX_VALUE, clock);
        this.meals =
                new Meals(
                        new MealDoors(database, keys, events, live, objects, clock),
                        places,
                        stays.bedsides());
        stays.follow(new MealsFollowStays(meals));
        this.television =
                new Television(
                        new TvDoors(
                                database,
                                keys,
                                events,
                                live,
                                clock,
                                TvPorts.objects(objects),
                                TvPorts.source(download)),
                        config.tv(),
                        config.zone(),
                        places.wards(),
                        stays.bedsides());
        stays.follow(TvPorts.follower(television));
        this.library =
                new Library(
                        new LibraryDoors(database, keys, events, live, objects), stays.bedsides());
        stays.follow(new LibraryFollowsStays(library));
        this.notices = new NoticeDesk(new NoticeDoors(database, events, live));
        this.audit = new AuditChain(database, layout.audit(), live);
        this.staff =
                new Staff(
                        new StaffDoors(database, keys, events, audit, live, clock),
                        config.staff(),
                        config.staff().ca().map(CardTrust::in),
                        config.zone(),
                        places::wards,
                        StaffPorts.bedside(stays, places),
                        authority::sign);
        stays.follow(StaffPorts.follower(staff));
        audit.start();
        this.fhir = RecordPorts.open(config, clock);
        this.record = fhir.map(door -> record(door, keys));
        record.ifPresent(desk -> stays.follow(RecordPorts.follower(desk)));
        this.requests =
                new Requests(
                        new RequestDoors(database, keys, events, live, clock, config.zone()),
                        stays.bedsides());
        stays.follow(new RequestsFollowStays(requests));
        this.feed = config.hl7().map(hl7 -> feed(hl7, layout, keys));
        feed.ifPresent(of -> stays.follow(new FeedFollowsStays(of)));
        stays.start();
        feed.ifPresent(Feed::start);
        this.wire = new HiveMqWire(config.mqtt(), layout.broker(), Terminals.of(config), meters);
        this.sync =
                new SyncCore(
                        new SyncCore.Setup(
                                database,
                                events,
                                keys,
                                clock,
                                Threads.OWN,
                                wire,
                                stays.whereabouts(),
                                List.of(
                                        meals.handler(),
                                        television.handler(),
                                        library.progress(),
                                        library.answers(),
                                        requests.taker(),
                                        requests.withdraws(),
                                        requests.consents(),
                                        staff.offline(),
                                        stays.receipts(authority.certificate())),
                                asks(),
                                meter));
        sync.presences().onChange(_ -> live.changed("beds"));
        Sessions sessions = new Sessions(database, clock);
        this.accounts = new AccountDesk(database, sessions, clock, live);
        Routes routes = new Routes().objects(objects).trouble(this::trouble);
        console(routes, sessions, places);
        Identity identity = authority.server(config.hosts());
        this.http =
                new HttpDoor(
                        config.https(),
                        KeyStores.context(identity, authority.certificate()),
                        routes,
                        live,
                        meters,
                        () -> serving);
    }

    /** Everything that staff may ask at the bed. */
    private List<AskHandler> asks() {
        List<AskHandler> asks = new ArrayList<>(staff.asks());
        record.ifPresent(asks::add);
        asks.add(RequestActs.answer(requests.desk(), staff.gate()));
        asks.add(LibraryActs.prescribe(library.desk(), staff.gate()));
        asks.add(LibraryActs.signOff(library.desk(), staff.gate()));
        asks.add(MealActs.chooseFor(meals.trays(), staff.gate()));
        asks.add(MealActs.readFood(meals.trays(), staff.gate()));
        asks.add(MealActs.changeFood(meals.trays(), staff.gate()));
        return asks;
    }

    private RecordDesk record(FhirDoor door, StayKeys keys) {
        return new RecordDesk(
                new RecordDoors(
                        database,
                        keys,
                        staff.gate(),
                        RecordPorts.food(meals.sources()),
                        (stay, day) -> RecordPorts.day(requests).take(stay, day),
                        clock),
                RecordPorts.source(door, clock),
                apart);
    }

    private Feed feed(Hl7Config hl7, Layout layout, StayKeys keys) {
        return new Feed(
                new Feed.FeedDoors(
                        database,
                        Vault.in(layout.feedSecret()),
                        keys,
                        FeedFollowsStays.food(meals.sources()),
                        live,
                        clock,
                        config.zone(),
                        Meters.feed(meters)),
                hl7,
                FeedFollowsStays.stays(stays));
    }

    /** The database that the configuration names, migrated. */
    static JdbiDatabase database(WardConfig config, Clock clock) {
        return config.database()
                .map(url -> JdbiDatabase.postgres(url, clock, Threads.OWN))
                .orElseGet(
                        () ->
                                JdbiDatabase.sqlite(
                                        Layout.of(config).database(), clock, Threads.OWN));
    }

    private void console(Routes routes, Sessions sessions, ConfiguredPlaces places) {
        Console console =
                new Console(
                        routes,
                        accounts,
                        sessions,
                        clock,
                        config.zone(),
                        config.siteName(),
                        places.wardNames(),
                        List.of(
                                StayRoutes.WORDS,
                                MealRoutes.WORDS,
                                TvRoutes.WORDS,
                                FilmRoutes.WORDS,
                                NoticeRoutes.WORDS,
                                StaffRoutes.WORDS,
                                AuditRoutes.WORDS,
                                RequestRoutes.WORDS,
                                FeedRoutes.WORDS,
                                AccountRoutes.WORDS));
        console.diskFull(database::fullSince);
        Optional<PatientNumbers> numbers = numbers();
        List<BedChips> boards = new ArrayList<>();
        boards.add(new RequestBoard(requests.desk()));
        boards.add(new MealBoard(meals.trays(), meals.menus(), meals.kitchen()));
        boards.add(new TvBoard());
        numbers.ifPresent(known -> boards.add(new NumberRoutes(console, stays, known)));
        new StayRoutes(console, stays, this::terminal, boards, numbers.isPresent());
        new MealRoutes(console, meals);
        new MenuRoutes(console, meals.menus());
        new TvRoutes(console, television);
        new FilmRoutes(console, library);
        new NoticeRoutes(console, notices);
        new StaffRoutes(console, staff, config.staff().ca().isPresent());
        new AuditRoutes(console, audit, StaffPorts.names(staff, accounts, places));
        new RequestRoutes(console, requests);
        new TeamRoutes(console, requests);
        new DayRoutes(console, requests);
        feed.ifPresent(of -> new FeedRoutes(console, of));
        new AccountRoutes(console, accounts);
    }

    /** Of the record, which is asked by them; else of the feed, which hears by them. */
    private Optional<PatientNumbers> numbers() {
        return record.<PatientNumbers>map(desk -> stay -> desk.number(stay).isPresent())
                .or(() -> feed.map(of -> of::knows));
    }

    private Optional<String> trouble() {
        return database.fullSince().map(since -> "disk full since " + since);
    }

    /** Says on every page when the disk has become full, and when there is space again. */
    private void disk() {
        database.breathe();
        boolean full = database.fullSince().isPresent();
        if (full != saidFull) {
            saidFull = full;
            live.changed(Console.HOUSE);
        }
    }

    /** A terminal's link for the board; never seen is told apart from gone. */
    private TerminalStates.State terminal(TerminalId terminal) {
        PresenceBook.Seen seen = sync.presences().seen(terminal);
        boolean heard = seen.online() || !seen.version().isEmpty();
        return new TerminalStates.State(
                seen.online(), heard ? Optional.of(seen.since()) : Optional.empty());
    }

    /** Opens the ports; returns when terminals and browsers are served. */
    void serve() {
        meals.tick();
        television.start();
        sync.start();
        Identity identity = authority.server(config.hosts());
        wire.start(identity, authority.certificate(), sync);
        http.start();
        mllp = feed.map(of -> new MllpListener(of, FeedTls.of(config, authority)));
        ticks.every(SECOND, "meals", meals::tick);
        ticks.every(SECOND, "staff", staff::tick);
        ticks.every(MINUTE, "audit", audit::tick);
        ticks.every(SECOND.multipliedBy(3), "disk", this::disk);
        ticks.every(SECOND.multipliedBy(2), "receipts", stays::watch);
        ticks.every(SECOND.multipliedBy(20), "stays", stays::tick);
        ticks.every(SECOND, SECOND.multipliedBy(5), "notices", () -> notices.tick(clock.instant()));
        ticks.every(MINUTE, MINUTE.multipliedBy(10), "requests", requests::tick);
        feeds.every(Duration.ZERO, SECOND.multipliedBy(2), "television", television::tick);
        feed.ifPresent(of -> ticks.every(MINUTE.multipliedBy(5), "feed", of::tick));
        // Deleted names would live on in the log beside the database's file.
        ticks.every(MINUTE.multipliedBy(10), "settle", () -> database.settle().join());
        record.ifPresent(this::follow);
        serving = true;
    }

    private void follow(RecordDesk desk) {
        ticks.every(
                SECOND,
                config.record().orElseThrow().every(),
                "record",
                () -> desk.refresh(Set.copyOf(stays.occupied().values())));
        ticks.every(
                SECOND.multipliedBy(5),
                SECOND.multipliedBy(2),
                "record, new",
                () -> desk.refreshNew(Set.copyOf(stays.occupied().values())));
    }

    int mqttPort() {
        return wire.port();
    }

    /** Where senders of HL7 connect; empty where no feed is configured. */
    Optional<Integer> hl7Port() {
        return mllp.map(MllpListener::port);
    }

    int httpsPort() {
        return http.port();
    }

    CertificateAuthority authority() {
        return authority;
    }

    StayDesk stays() {
        return stays;
    }

    Library library() {
        return library;
    }

    NoticeDesk notices() {
        return notices;
    }

    Meals meals() {
        return meals;
    }

    Requests requests() {
        return requests;
    }

    JdbiDatabase database() {
        return database;
    }

    ObjectStore objects() {
        return objects;
    }

    Television television() {
        return television;
    }

    Staff staff() {
        return staff;
    }

    AuditChain audit() {
        return audit;
    }

    Optional<RecordDesk> record() {
        return record;
    }

    AccountDesk accounts() {
        return accounts;
    }

    @Override
    public void close() {
        serving = false;
        mllp.ifPresent(MllpListener::close);
        ticks.stop();
        // A feed that is being taken is taken to its end; one that is awaited is given up.
        feeds.finish();
        download.close();
        feeds.ended();
        http.close();
        wire.close();
        sync.close();
        apart.shutdownNow();
        fhir.ifPresent(FhirDoor::close);
        Ticks.ended(apart);
        // What came since the last minute would stand unsigned until the next start.
        Ticks.once("audit", audit::tick);
        database.close();
    }
}
