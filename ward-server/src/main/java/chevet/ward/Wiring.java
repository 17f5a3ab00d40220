package chevet.ward;

import chevet.config.WardConfig;
import chevet.config.pack.ObjectStore;
import chevet.model.place.TerminalId;
import chevet.ward.account.AccountDesk;
import chevet.ward.broker.HiveMqWire;
import chevet.ward.broker.Terminals;
import chevet.ward.console.Console;
import chevet.ward.console.Sessions;
import chevet.ward.db.JdbiDatabase;
import chevet.ward.db.Threads;
import chevet.ward.hl7.MllpListener;
import chevet.ward.http.Download;
import chevet.ward.http.HttpDoor;
import chevet.ward.http.LiveHub;
import chevet.ward.http.Routes;
import chevet.ward.keys.FileStayKeys;
import chevet.ward.keys.StayKeys;
import chevet.ward.pki.CertificateAuthority;
import chevet.ward.pki.Identity;
import chevet.ward.pki.KeyStores;
import chevet.ward.pki.SecretFile;
import chevet.ward.stay.TerminalStates;
import chevet.ward.sync.EventLog;
import chevet.ward.sync.PresenceBook;
import chevet.ward.sync.SyncCore;
import chevet.ward.sync.SyncMeter;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Puts the server together: its {@link Features}, the {@link Pages} of its console, and the doors.
 * Made, it can be worked with by commands; {@link #serve} opens the ports. One process at a time
 * ({@link ServerLock}).
 */
final class Wiring implements AutoCloseable {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final WardConfig config;
    private final PrometheusMeterRegistry meters = Meters.registry();
    private final LiveHub live = new LiveHub();
    private final JdbiDatabase database;
    private final CertificateAuthority authority;
    private final AccountDesk accounts;
    private final HiveMqWire wire;
    private final SyncCore sync;
    private final ObjectStore objects;
    private final Download download = new Download();
    private final Features features;
    private final HttpDoor http;

    /** Its own thread: a slow feed must not hold up a cut-off. */
    private final Ticks feeds = new Ticks("feeds");

    private final Ticks ticks = new Ticks("ticks");
    private volatile Optional<MllpListener> mllp = Optional.empty();
    private volatile boolean serving;

    /** The ticks' own. */
    private boolean saidFull;

    Wiring(WardConfig config, Clock clock) {
        this.config = config;
        Layout layout = Layout.of(config);
        SecretFile.directory(layout.data());
        SecretFile.directory(layout.keys());
        SyncMeter meter = Meters.sync(meters);
        this.authority = CertificateAuthority.in(layout.authority(), clock);
        this.database = database(config, clock);
        StayKeys keys = new FileStayKeys(layout.stayKeys());
        EventLog events = new EventLog(database, keys, meter);
        ConfiguredPlaces places = new ConfiguredPlaces(config);
        this.objects = ObjectStore.open(layout.objects(), Long.MAX_VALUE, clock);
        this.features =
                new Features(
                        new Features.Doors(
                                config, clock, database, keys, events, live, objects, download,
                                authority, places, meters));
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
                                features.stays().whereabouts(),
                                features.commands(authority.certificate()),
                                features.asks(),
                                meter));
        sync.presences().onChange(_ -> live.changed("beds"));
        Sessions sessions = new Sessions(database, clock);
        this.accounts = new AccountDesk(database, sessions, clock, live);
        Routes routes = new Routes().objects(objects).trouble(this::trouble);
        Pages.open(
                routes,
                features,
                accounts,
                sessions,
                new Pages.House(config, clock, places, this::terminal, database::fullSince));
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

    /** The database that the configuration names, migrated. */
    static JdbiDatabase database(WardConfig config, Clock clock) {
        return config.database()
                .map(url -> JdbiDatabase.postgres(url, clock, Threads.OWN))
                .orElseGet(
                        () ->
                                JdbiDatabase.sqlite(
                                        Layout.of(config).database(), clock, Threads.OWN));
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
        features.meals().tick();
        features.television().start();
        sync.start();
        Identity identity = authority.server(config.hosts());
        wire.start(identity, authority.certificate(), sync);
        http.start();
        mllp = features.feed().map(of -> new MllpListener(of, FeedTls.of(config, authority)));
        features.every(ticks, feeds);
        ticks.every(SECOND.multipliedBy(3), "disk", this::disk);
        // Deleted names would live on in the log beside the database's file.
        ticks.every(MINUTE.multipliedBy(10), "settle", () -> database.settle().join());
        serving = true;
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

    Features features() {
        return features;
    }

    JdbiDatabase database() {
        return database;
    }

    ObjectStore objects() {
        return objects;
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
        features.close();
        database.close();
    }
}
