package chevet.ward.console;

import chevet.config.ProfileFile;
import chevet.config.StaffConfig;
import chevet.config.WardConfig;
import chevet.config.pack.ObjectStore;
import chevet.model.meal.ServiceKey;
import chevet.model.place.BedId;
import chevet.model.place.TerminalId;
import chevet.model.place.WardId;
import chevet.model.stay.StayId;
import chevet.model.text.Language;
import chevet.model.wire.Body;
import chevet.model.wire.Command;
import chevet.ward.DemoFeeds;
import chevet.ward.FeedHouses;
import chevet.ward.HandClock;
import chevet.ward.Joints;
import chevet.ward.account.AccountDesk;
import chevet.ward.account.AccountRequest;
import chevet.ward.account.AccountResult;
import chevet.ward.account.AccountRoutes;
import chevet.ward.account.Desks;
import chevet.ward.audit.AuditChain;
import chevet.ward.audit.AuditNames;
import chevet.ward.audit.AuditRoutes;
import chevet.ward.db.Databases;
import chevet.ward.db.JdbiDatabase;
import chevet.ward.hl7.Feed;
import chevet.ward.hl7.FeedMeter;
import chevet.ward.hl7.FeedRoutes;
import chevet.ward.http.HttpDoor;
import chevet.ward.http.LiveHub;
import chevet.ward.http.Routes;
import chevet.ward.keys.FileStayKeys;
import chevet.ward.keys.Vault;
import chevet.ward.library.FilmRoutes;
import chevet.ward.library.Library;
import chevet.ward.library.LibraryDoors;
import chevet.ward.meal.House;
import chevet.ward.meal.MealBoard;
import chevet.ward.meal.MealRoutes;
import chevet.ward.meal.Meals;
import chevet.ward.meal.MenuRoutes;
import chevet.ward.notice.NoticeDesk;
import chevet.ward.notice.NoticeDoors;
import chevet.ward.notice.NoticeRoutes;
import chevet.ward.pki.CardTrust;
import chevet.ward.pki.CertificateAuthority;
import chevet.ward.pki.KeyStores;
import chevet.ward.request.DayRoutes;
import chevet.ward.request.RequestBoard;
import chevet.ward.request.RequestDoors;
import chevet.ward.request.RequestRoutes;
import chevet.ward.request.Requests;
import chevet.ward.request.TeamRoutes;
import chevet.ward.staff.Bedside;
import chevet.ward.staff.Staff;
import chevet.ward.staff.StaffDoors;
import chevet.ward.staff.StaffRoutes;
import chevet.ward.staff.StaffScene;
import chevet.ward.stay.NumberRoutes;
import chevet.ward.stay.StayDesk;
import chevet.ward.stay.StayRoutes;
import chevet.ward.stay.TerminalStates;
import chevet.ward.sync.CommandHandler;
import chevet.ward.sync.EventLog;
import chevet.ward.tv.Source;
import chevet.ward.tv.Television;
import chevet.ward.tv.TvBoard;
import chevet.ward.tv.TvDoors;
import chevet.ward.tv.TvRoutes;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;

/**
 * The console over HTTPS on a free port, with the real desks, keys and database, the demo's dishes,
 * menus and patients, and a clock that stands at half past noon, Saturday 21 November 2026.
 */
public final class ConsoleHouse implements AutoCloseable {
    public static final WardId WARD = House.WARD;
    public static final WardId OTHER = House.OTHER;
    public static final ZoneId PARIS = House.PARIS;
    public static final LocalDate TODAY = House.TODAY;
    public static final ServiceKey DINNER = House.DINNER;
    public static final String PASSWORD = "une phrase bien longue";

    /** Beds whose terminals are offline. */
    private static final Set<String> OFFLINE = Set.of("t-214-P", "t-217-F");

    public final HandClock clock;
    public final Console console;
    public final AccountDesk accounts;
    public final Sessions sessions;
    public final StayDesk stays;
    public final Meals meals;
    final Table table;
    public final Library library;
    public final Requests requests;
    public final Television television;
    public final NoticeDesk notices;
    public final AuditChain audit;
    public final Feed feed;
    public final Staff staff;

    /** The hospital's people, whose cards can open sessions here. */
    public final StaffScene scene;

    public final SSLContext tls;
    private final Databases databases;
    private final House house;
    private final LiveHub live = new LiveHub();
    private volatile Optional<Instant> diskFull = Optional.empty();
    private final HttpDoor door;

    public ConsoleHouse() {
        databases = Databases.sqlite();
        house = new House(databases, Optional.of(live));
        clock = house.clock;
        JdbiDatabase database = house.database;
        FileStayKeys keys = house.keys;
        EventLog events = house.log;
        ObjectStore objects = house.objects;
        stays = house.stays;
        meals = house.meals;
        table = new Table(meals);
        television =
                new Television(
                        new TvDoors(
                                database,
                                keys,
                                events,
                                live,
                                clock,
                                Joints.objects(objects),
                                (_, _) -> new Source.Got.Unreachable("no network")),
                        ConsoleSettings.tv(WARD),
                        PARIS,
                        List.of(WARD, OTHER),
                        stays.bedsides());
        library =
                new Library(
                        new LibraryDoors(database, keys, events, live, objects, clock, PARIS),
                        stays.bedsides());
        notices = new NoticeDesk(new NoticeDoors(database, events, live));
        audit = new AuditChain(database, databases.folder("audit"), live);
        Path cards = databases.folder("cards");
        CertificateAuthority hospital = CertificateAuthority.in(cards, clock);
        staff =
                new Staff(
                        new StaffDoors(database, keys, events, audit, live, clock),
                        new StaffConfig(Optional.empty(), ProfileFile.builtIn(), false),
                        Optional.of(CardTrust.in(cards.resolve("ca.pem"))),
                        PARIS,
                        () -> List.of(WARD, OTHER),
                        this::at,
                        hospital::sign);
        audit.start();
        scene = new StaffScene(staff, hospital, clock, WARD.value());
        requests =
                new Requests(
                        new RequestDoors(database, keys, events, live, clock, PARIS),
                        stays.bedsides());
        feed =
                new Feed(
                        new Feed.FeedDoors(
                                database,
                                Vault.in(databases.folder("hl7").resolve("secret")),
                                keys,
                                FeedHouses.food(meals.sources()),
                                live,
                                clock,
                                PARIS,
                                FeedMeter.NONE),
                        ConsoleSettings.hl7(),
                        FeedHouses.stays(stays));
        stays.follow(FeedHouses.follower(feed));
        television.start();
        house.menus();
        house.patients();
        television.desk().importChannels("channels.m3u", DemoFeeds.channels());
        television.desk().importGuide("guide.xml", DemoFeeds.guide(TODAY, PARIS));
        sessions = new Sessions(database, clock);
        accounts = Desks.quick(database, sessions, clock, live);
        Routes routes = new Routes();
        console =
                new Console(
                        routes,
                        accounts,
                        sessions,
                        clock,
                        PARIS,
                        "Hôpital de démonstration",
                        List.of(
                                new WardName(WARD, "Ophtalmologie"),
                                new WardName(OTHER, "Médecine")),
                        List.of(
                                AccountRoutes.WORDS,
                                StayRoutes.WORDS,
                                MealRoutes.WORDS,
                                TvRoutes.WORDS,
                                FilmRoutes.WORDS,
                                NoticeRoutes.WORDS,
                                StaffRoutes.WORDS,
                                AuditRoutes.WORDS,
                                FeedRoutes.WORDS,
                                RequestRoutes.WORDS));
        console.diskFull(() -> diskFull);
        new StayRoutes(
                console,
                stays,
                ConsoleHouse::terminal,
                List.of(
                        new RequestBoard(requests.desk()),
                        new MealBoard(meals.trays(), meals.menus(), meals.kitchen()),
                        new TvBoard(),
                        new NumberRoutes(console, stays, feed::knows)),
                true);
        new MealRoutes(console, meals);
        new MenuRoutes(console, meals.menus());
        new TvRoutes(console, television);
        new FilmRoutes(console, library, who -> accounts.byId(who).map(Account::name));
        new RequestRoutes(console, requests);
        new FeedRoutes(console, feed);
        new TeamRoutes(console, requests);
        new DayRoutes(console, requests);
        new NoticeRoutes(console, notices);
        new StaffRoutes(console, staff, true);
        new AuditRoutes(console, audit, new Names());
        new AccountRoutes(console, accounts);
        CertificateAuthority ca =
                CertificateAuthority.in(databases.folder("ca"), InstantSource.system());
        tls = KeyStores.context(ca.server(List.of()), ca.certificate());
        door =
                new HttpDoor(
                        new WardConfig.Listener("127.0.0.1", 0),
                        tls,
                        routes,
                        live,
                        new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                        () -> true);
        door.start();
    }

    public String url() {
        return "https://localhost:" + door.port();
    }

    /** An account with these roles that sees the first ward, and the name of its role as login. */
    public Account account(String login, Role... roles) {
        return account(login, false, Optional.of(Language.FR), roles);
    }

    public Account account(
            String login, boolean allWards, Optional<Language> language, Role... roles) {
        AccountRequest request =
                new AccountRequest(
                        login,
                        "Anne Delmas",
                        Arrays.stream(roles).collect(Collectors.toSet()),
                        allWards,
                        allWards ? Set.of() : Set.of(WARD),
                        language);
        return switch (accounts.add(request, Optional.of(PASSWORD), false)) {
            case AccountResult.Done(Account account, _) -> account;
            case AccountResult.Faulty(var faults) -> throw new AssertionError(faults);
        };
    }

    public StayId in(String bed) {
        return house.in(bed);
    }

    /** Moves to that time of today. */
    public void at(String time) {
        house.at(0, time);
    }

    /** The disk is full from now on, or has space again. */
    public void diskFull(boolean full) {
        diskFull = full ? Optional.of(clock.instant()) : Optional.empty();
        live.changed(Console.HOUSE);
    }

    /** The server goes away. */
    public void shut() {
        door.close();
    }

    @Override
    public void close() {
        door.close();
        databases.close();
    }

    /** A file of the demo's. */
    static String text(String file) {
        return new String(House.demo(file), StandardCharsets.UTF_8);
    }

    private static TerminalStates.State terminal(TerminalId terminal) {
        return new TerminalStates.State(
                !OFFLINE.contains(terminal.value()),
                Optional.of(Instant.parse("2026-11-21T10:20:00Z")));
    }

    private Optional<Bedside.At> at(TerminalId terminal) {
        return House.places().stream()
                .filter(place -> place.terminal().equals(terminal))
                .findFirst()
                .map(
                        place ->
                                new Bedside.At(
                                        place.ward(),
                                        place.bed(),
                                        stays.whereabouts().stayAt(terminal)));
    }

    private final class Names implements AuditNames {
        @Override
        public Optional<String> name(String actor) {
            return actor.startsWith("staff/")
                    ? staff.directory().nameOf(actor.substring("staff/".length()))
                    : accounts.byId(actor.substring(actor.indexOf('/') + 1)).map(Account::name);
        }

        @Override
        public Optional<BedId> bed(TerminalId terminal) {
            return at(terminal).map(Bedside.At::bed);
        }
    }

    /** Takes a command as the roads would bring it. */
    public <B> void tap(CommandHandler<B> handler, StayId stay, B body) {
        tap("c", handler, stay, body);
    }

    /** Takes a command of that id as the roads would bring it. */
    public <B> void tap(String id, CommandHandler<B> handler, StayId stay, B body) {
        Command command =
                new Command(
                        id,
                        new TerminalId("t"),
                        "s",
                        1,
                        1,
                        Optional.of(stay),
                        clock.instant(),
                        handler.type(),
                        new Body("{}"));
        databases.database().write(tx -> handler.handle(command, body, tx)).join();
    }
}
