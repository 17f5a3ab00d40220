package chevet.ward;

import chevet.config.Hl7Config;
import chevet.config.WardConfig;
import chevet.config.pack.ObjectStore;
import chevet.ward.audit.AuditChain;
import chevet.ward.db.JdbiDatabase;
import chevet.ward.fhir.FhirDoor;
import chevet.ward.hl7.Feed;
import chevet.ward.http.Download;
import chevet.ward.http.LiveHub;
import chevet.ward.keys.StayKeys;
import chevet.ward.keys.Vault;
import chevet.ward.library.Library;
import chevet.ward.library.LibraryActs;
import chevet.ward.library.LibraryDoors;
import chevet.ward.meal.MealActs;
import chevet.ward.meal.MealDoors;
import chevet.ward.meal.Meals;
import chevet.ward.notice.NoticeDesk;
import chevet.ward.notice.NoticeDoors;
import chevet.ward.pki.CardTrust;
import chevet.ward.pki.CertificateAuthority;
import chevet.ward.record.RecordDesk;
import chevet.ward.record.RecordDoors;
import chevet.ward.request.RequestActs;
import chevet.ward.request.RequestDoors;
import chevet.ward.request.Requests;
import chevet.ward.staff.Staff;
import chevet.ward.staff.StaffDoors;
import chevet.ward.stay.PatientNumbers;
import chevet.ward.stay.StayDesk;
import chevet.ward.stay.StayRules;
import chevet.ward.sync.AskHandler;
import chevet.ward.sync.CommandHandler;
import chevet.ward.sync.EventLog;
import chevet.ward.tv.Television;
import chevet.ward.tv.TvDoors;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Every feature, made over the same doors, and what each does when a stay moves or ends. Features
 * do not know each other: whatever one needs of another it is handed here.
 */
final class Features implements AutoCloseable {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final WardConfig config;
    private final Clock clock;
    private final JdbiDatabase database;
    private final StayKeys keys;
    private final LiveHub live;
    private final StayDesk stays;
    private final Meals meals;
    private final Library library;
    private final NoticeDesk notices;
    private final AuditChain audit;
    private final Staff staff;
    private final Requests requests;
    private final Television television;
    private final Optional<FhirDoor> fhir;
    private final Optional<RecordDesk> record;
    private final Optional<Feed> feed;

    /** What takes seconds and may be done side by side: one virtual thread each. */
    private final ExecutorService apart = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * What features stand on.
     *
     * @param authority signs what terminals are to believe
     * @param download fetches channel lists and guides
     */
    record Doors(
            WardConfig config,
            Clock clock,
            JdbiDatabase database,
            StayKeys keys,
            EventLog events,
            LiveHub live,
            ObjectStore objects,
            Download download,
            CertificateAuthority authority,
            ConfiguredPlaces places,
            MeterRegistry meters) {}

    Features(Doors doors) {
        this.config = doors.config();
        this.clock = doors.clock();
        this.database = doors.database();
        this.keys = doors.keys();
        this.live = doors.live();
        Layout layout = Layout.of(config);
        EventLog events = doors.events();
        ConfiguredPlaces places = doors.places();
        this.stays =
                new StayDesk(
                        new StayDesk.StayDoors(database, keys, events, live, clock),
                        places,
                        new StayRules(config.zone(), config.keyKept()));
        this.meals =
                new Meals(
                        new MealDoors(database, keys, events, live, doors.objects(), clock),
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
                                TvPorts.objects(doors.objects()),
                                TvPorts.source(doors.download())),
                        config.tv(),
                        config.zone(),
                        places.wards(),
                        stays.bedsides());
        stays.follow(TvPorts.follower(television));
        this.library =
                new Library(
                        new LibraryDoors(
                                database,
                                keys,
                                events,
                                live,
                                doors.objects(),
                                clock,
                                config.zone()),
                        stays.bedsides());
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
                        doors.authority()::sign);
        stays.follow(StaffPorts.follower(staff));
        audit.start();
        this.fhir = RecordPorts.open(config, clock);
        this.record = fhir.map(this::record);
        record.ifPresent(desk -> stays.follow(RecordPorts.follower(desk)));
        this.requests =
                new Requests(
                        new RequestDoors(database, keys, events, live, clock, config.zone()),
                        stays.bedsides());
        stays.follow(new RequestsFollowStays(requests));
        this.feed = config.hl7().map(hl7 -> feed(hl7, layout, doors.meters()));
        feed.ifPresent(of -> stays.follow(new FeedFollowsStays(of)));
        stays.start();
        feed.ifPresent(Feed::start);
    }

    /**
     * Everything that terminals may command.
     *
     * @param ca signs the terminals' certificates
     */
    List<CommandHandler<?>> commands(X509Certificate ca) {
        return List.of(
                meals.handler(),
                television.handler(),
                library.progress(),
                library.answers(),
                requests.taker(),
                requests.withdraws(),
                requests.consents(),
                staff.offline(),
                stays.receipts(ca));
    }

    /** Everything that staff may ask at the bed. */
    List<AskHandler> asks() {
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

    private RecordDesk record(FhirDoor door) {
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

    private Feed feed(Hl7Config hl7, Layout layout, MeterRegistry meters) {
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

    /**
     * Patients' numbers where somebody needs them: of the record, which is asked by them; else of
     * the feed, which hears by them.
     */
    Optional<PatientNumbers> numbers() {
        return record.<PatientNumbers>map(desk -> stay -> desk.number(stay).isPresent())
                .or(() -> feed.map(of -> of::knows));
    }

    StayDesk stays() {
        return stays;
    }

    Meals meals() {
        return meals;
    }

    Television television() {
        return television;
    }

    Library library() {
        return library;
    }

    NoticeDesk notices() {
        return notices;
    }

    AuditChain audit() {
        return audit;
    }

    Staff staff() {
        return staff;
    }

    Requests requests() {
        return requests;
    }

    Optional<RecordDesk> record() {
        return record;
    }

    Optional<Feed> feed() {
        return feed;
    }

    /** What is due by the clock, from when the ports are open. */
    void every(Ticks ticks, Ticks feeds) {
        ticks.every(SECOND, "meals", meals::tick);
        ticks.every(SECOND, "staff", staff::tick);
        ticks.every(MINUTE, "audit", audit::tick);
        ticks.every(SECOND.multipliedBy(2), "receipts", stays::watch);
        ticks.every(SECOND.multipliedBy(20), "stays", stays::tick);
        ticks.every(SECOND, SECOND.multipliedBy(5), "notices", () -> notices.tick(clock.instant()));
        ticks.every(MINUTE, MINUTE.multipliedBy(10), "requests", requests::tick);
        feeds.every(Duration.ZERO, SECOND.multipliedBy(2), "television", television::tick);
        feed.ifPresent(of -> ticks.every(MINUTE.multipliedBy(5), "feed", of::tick));
        record.ifPresent(desk -> follow(desk, ticks));
    }

    private void follow(RecordDesk desk, Ticks ticks) {
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

    @Override
    public void close() {
        apart.shutdownNow();
        fhir.ifPresent(FhirDoor::close);
        Ticks.ended(apart);
        // What came since the last minute would stand unsigned until the next start.
        Ticks.once("audit", audit::tick);
    }
}
