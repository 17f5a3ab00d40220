package chevet.ward;

import chevet.config.ConfigFile;
import chevet.config.ExitCode;
import chevet.config.Reading;
import chevet.config.TerminalConfig;
import chevet.config.WardConfig;
import chevet.model.library.FilmId;
import chevet.model.place.BedId;
import chevet.model.text.Language;
import chevet.model.tv.TvAccess;
import chevet.model.tv.TvPackId;
import chevet.ward.account.AccountRequest;
import chevet.ward.account.AccountResult;
import chevet.ward.console.Role;
import chevet.ward.library.FilmImport;
import chevet.ward.meal.MenuImport;
import chevet.ward.pki.CertificateAuthority;
import chevet.ward.pki.Identity;
import chevet.ward.pki.Pem;
import chevet.ward.pki.SecretFile;
import chevet.ward.stay.ImportResult;
import chevet.ward.stream.Stations;
import chevet.ward.tv.FeedResult;
import chevet.ward.tv.TvDesk;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The demo ward in a directory of its own: configuration, authority, a certificate and a
 * configuration for each of its terminals, patients, menus, and accounts with passwords that
 * everybody knows. The second start finds all of it and makes nothing.
 */
final class Demo {
    /** IT's way out of a demo terminal. */
    private static final String EXIT_CODE = "2468";

    /** Of every demo account; no secret, and refused nowhere. */
    private static final String PASSWORD = "demo-chevet-2026";

    /** Who may log in to the demo's console. */
    private record DemoAccount(String login, String name, Role role) {}

    private static final List<DemoAccount> ACCOUNTS =
            List.of(
                    new DemoAccount("soignant", "Soignant démo", Role.WARD),
                    new DemoAccount("cuisine", "Cuisine démo", Role.KITCHEN),
                    new DemoAccount("dieteticien", "Diététicien démo", Role.DIETITIAN),
                    new DemoAccount("informatique", "Informatique démo", Role.IT),
                    new DemoAccount("confidentialite", "Confidentialité démo", Role.AUDIT));

    /** Who has bought packs, and a child whose parent has set a limit. */
    private static final Map<String, TvAccess> ACCESS =
            Map.of(
                    "210-P", access(Optional.empty(), "cinema"),
                    "211-F", access(Optional.empty(), "cinema", "sport"),
                    "214-F", access(Optional.empty(), "cinema"),
                    "213-F", access(Optional.of(10), "jeunesse"));

    private final Path directory;
    private final Path films;
    private final Path stations;
    private final Ports ports;
    private Optional<String> freshHash = Optional.empty();

    /** Where the demo listens, and the last whereto it sends television. */
    record Ports(int mqtt, int https, int hl7, int tv) {}

    /**
     * @param films where its films are made, and beside them what its channels show; found there by
     *     other demos. Empty for its own directory
     */
    Demo(Path directory, Optional<Path> films, Ports ports) {
        this.directory = directory.toAbsolutePath().normalize();
        this.films = films.orElse(this.directory.resolve("films")).toAbsolutePath();
        this.stations = this.films.resolveSibling("tv");
        this.ports = ports;
    }

    private static TvAccess access(Optional<Integer> age, String... packs) {
        return new TvAccess(
                Arrays.stream(packs).map(TvPackId::new).collect(Collectors.toSet()), age);
    }

    int run(boolean prepareOnly, boolean json) {
        Path file = directory.resolve("ward.toml");
        configure(file);
        return Commands.withConfig(
                file,
                json,
                config ->
                        Commands.locked(
                                config,
                                json,
                                mine -> {
                                    Wiring wiring = new Wiring(mine, Clock.systemUTC());
                                    try {
                                        prepare(wiring, mine);
                                    } catch (RuntimeException e) {
                                        wiring.close();
                                        throw e;
                                    }
                                    if (prepareOnly) {
                                        wiring.close();
                                        Speech.say(greeting(mine, json));
                                        return WardServer.DONE;
                                    }
                                    new DemoChannels(stations)
                                            .send(wiring.television().desk().channels());
                                    return Commands.serve(
                                            wiring, Optional.of(greeting(mine, json)));
                                }));
    }

    private void configure(Path file) {
        try {
            SecretFile.directory(directory);
            if (!Files.exists(file)) {
                Files.writeString(
                        file,
                        resource("ward.toml")
                                .replaceFirst("port = 8883", "port = " + ports.mqtt())
                                .replaceFirst("port = 8443", "port = " + ports.https())
                                .replaceFirst("port = 2575", "port = " + ports.hl7()));
            }
            DemoStaff.configure(directory, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void prepare(Wiring wiring, WardConfig config) {
        config.wards()
                .forEach(
                        ward ->
                                ward.beds()
                                        .forEach(
                                                bed ->
                                                        terminal(
                                                                config,
                                                                ward,
                                                                bed,
                                                                wiring.authority())));
        if (wiring.meals().menus().dishes().isEmpty()) {
            patients(wiring, config);
        }
        television(wiring, config);
        record(wiring, config);
        missing();
        if (wiring.library().films().films().isEmpty() && DemoFilms.possible()) {
            films(wiring, config);
        }
        new DemoStaff(directory).enrol(wiring.staff().directory());
        config.wards().forEach(ward -> new DemoDay(wiring, config.zone(), ward.id()).begin());
        if (wiring.accounts().none()) {
            ACCOUNTS.forEach(account -> add(wiring, account));
        }
    }

    /** What the demo is without, in a line each; nothing else depends on it. */
    private static void missing() {
        if (!Stations.possible()) {
            Speech.fault(Terms.say("demo.no-ffmpeg"));
        } else if (!DemoFilms.possible()) {
            Speech.fault(Terms.say("demo.no-voice"));
        }
    }

    /** A record as a hospital would have it, whose times are always around now. */
    private void record(Wiring wiring, WardConfig config) {
        new DemoRecord(directory.resolve("record"), config.zone(), Instant.now())
                .write(resource("patients.csv"));
        wiring.record()
                .ifPresent(
                        desk ->
                                wiring.stays()
                                        .occupied()
                                        .forEach(
                                                (bed, stay) -> {
                                                    if (desk.number(stay).isEmpty()) {
                                                        wiring.stays()
                                                                .number(
                                                                        stay,
                                                                        DemoRecord.number(bed));
                                                    }
                                                }));
    }

    /** Files as a hospital would have them; the guide is always of the days around today. */
    private void television(Wiring wiring, WardConfig config) {
        Path list = directory.resolve("tv").resolve("channels.m3u");
        Path guide = directory.resolve("tv").resolve("guide.xml");
        try {
            Files.createDirectories(list.getParent());
            Files.writeString(list, resource("tv/channels.m3u").replace(":8899", ":" + ports.tv()));
            Files.writeString(
                    guide,
                    DemoGuide.xmltv(
                            resource("tv/guide.csv"), LocalDate.now(config.zone()), config.zone()));
            TvDesk desk = wiring.television().desk();
            read(desk.importChannels(list.toString(), Files.readAllBytes(list)));
            read(desk.importGuide(guide.toString(), Files.readAllBytes(guide)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(FeedResult result) {
        if (result instanceof FeedResult.Refused refused) {
            throw new IllegalStateException("demo feed: " + refused.report().findings());
        }
    }

    private static void add(Wiring wiring, DemoAccount account) {
        AccountResult result =
                wiring.accounts()
                        .add(
                                new AccountRequest(
                                        account.login(),
                                        account.name(),
                                        EnumSet.of(account.role()),
                                        true,
                                        Set.of(),
                                        Optional.empty()),
                                Optional.of(PASSWORD),
                                false);
        if (result instanceof AccountResult.Faulty faulty) {
            throw new IllegalStateException("demo account refused: " + faulty.faults());
        }
    }

    private void patients(Wiring wiring, WardConfig config) {
        LocalDate monday =
                LocalDate.now(config.zone())
                        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        accepted(
                new DemoDishes(directory.resolve("dishes"))
                        .read(
                                wiring.meals().menus(),
                                resource("dishes.csv"),
                                resource("plates.csv")));
        accepted(
                wiring.meals()
                        .menus()
                        .importCycle(
                                "menu-cycle.csv",
                                bytes("menu-cycle.csv"),
                                Optional.of(monday),
                                Language.FR));
        byte[] patients = bytes("patients.csv");
        if (wiring.stays().occupied().isEmpty()) {
            ImportResult admitted =
                    wiring.stays().importAdmissions("patients.csv", patients, "demo", Language.FR);
            if (admitted instanceof ImportResult.Faulty faulty) {
                throw new IllegalStateException("demo data: " + faulty.problems());
            }
        }
        accepted(
                wiring.meals()
                        .trays()
                        .importProfiles("patients.csv", patients, "demo", Language.FR));
        ACCESS.forEach(
                (bed, access) ->
                        Optional.ofNullable(wiring.stays().occupied().get(new BedId(bed)))
                                .ifPresent(
                                        stay ->
                                                wiring.television()
                                                        .access()
                                                        .set(stay, access, "demo")));
    }

    private void films(Wiring wiring, WardConfig config) {
        Path made = new DemoFilms(films).make();
        if (wiring.library().films().importFolder(made, Language.FR)
                instanceof FilmImport.Faulty faulty) {
            throw new IllegalStateException("demo films: " + faulty.problems());
        }
        // Who lies in the first bed, whose terminal the demo shows, is operated on tomorrow.
        wiring.library().desk().lying(config.wards().getFirst().id()).stream()
                .findFirst()
                .ifPresent(
                        lying ->
                                wiring.library()
                                        .desk()
                                        .prescribe(
                                                lying.stay(),
                                                new FilmId("cataracte"),
                                                Optional.of(
                                                        LocalDate.now(config.zone())
                                                                .plusDays(1)
                                                                .atTime(8, 0)
                                                                .atZone(config.zone())
                                                                .toInstant()),
                                                "demo"));
    }

    private static void accepted(MenuImport result) {
        if (result instanceof MenuImport.Faulty faulty) {
            throw new IllegalStateException("demo data: " + faulty.problems());
        }
    }

    /**
     * The one that the terminal has already, since every hash has its own salt; one for all that
     * are made now, since it takes long on purpose.
     */
    private String exitCodeHash(Path terminal) {
        Optional<String> known =
                Files.exists(terminal)
                                && ConfigFile.terminal(terminal)
                                        instanceof Reading.Good<TerminalConfig> good
                        ? good.config().exitCodeHash()
                        : Optional.empty();
        if (known.isEmpty() && freshHash.isEmpty()) {
            freshHash = Optional.of(ExitCode.hash(EXIT_CODE));
        }
        return known.or(() -> freshHash).orElseThrow();
    }

    /** Makes the terminal's files where they are not there, or not of this authority. */
    private void terminal(
            WardConfig config,
            WardConfig.Ward ward,
            WardConfig.Bed bed,
            CertificateAuthority authority) {
        Path own = directory.resolve("terminals").resolve(bed.terminal().value());
        Path file = own.resolve("terminal.toml");
        TerminalConfig terminal =
                new TerminalConfig(
                        bed.terminal(),
                        config.site(),
                        ward.id(),
                        bed.bed(),
                        config.zone(),
                        new TerminalConfig.Server(
                                "localhost", config.mqtt().port(), config.https().port()),
                        new TerminalConfig.Tls(
                                own.resolve("ca.pem"),
                                own.resolve("terminal.pem"),
                                own.resolve("terminal-key.pem")),
                        own.resolve("data"),
                        own.resolve("keys"),
                        Language.FR,
                        Duration.ofMinutes(3),
                        Optional.of(exitCodeHash(file)),
                        new TerminalConfig.Tv(Optional.of("lo"), TerminalConfig.Tv.WARM),
                        TerminalConfig.CONTENT_GIB);
        String ca = Pem.of(authority.certificate());
        try {
            boolean known =
                    Files.exists(file)
                            && Files.exists(terminal.tls().ca())
                            && Files.readString(terminal.tls().ca()).equals(ca)
                            && ConfigFile.terminal(file).equals(new Reading.Good<>(terminal));
            if (known) {
                return;
            }
            SecretFile.directory(own);
            Identity identity = authority.terminal(bed.terminal());
            write(terminal.tls().key(), identity.keyPem());
            write(terminal.tls().certificate(), identity.certificatePem());
            write(terminal.tls().ca(), ca);
            // Last: where it is there, the rest is.
            write(file, terminal.toToml());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String greeting(WardConfig config, boolean json) {
        if (json) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("console", "https://localhost:" + config.https().port());
            fields.put("mqttPort", config.mqtt().port());
            fields.put("ca", Layout.of(config).authority().resolve("ca.pem").toString());
            fields.put("terminals", directory.resolve("terminals").toString());
            Map<String, String> accounts = new LinkedHashMap<>();
            ACCOUNTS.forEach(account -> accounts.put(account.login(), PASSWORD));
            fields.put("accounts", accounts);
            fields.put("exitCode", EXIT_CODE);
            config.hl7().ifPresent(hl7 -> fields.put("hl7Port", hl7.listener().port()));
            fields.put("cards", directory.resolve(DemoStaff.CARDS).toString());
            return Speech.asJson(fields);
        }
        StringBuilder out = new StringBuilder();
        out.append(Terms.say("demo.console", "https://localhost:" + config.https().port()));
        out.append('\n').append(Terms.say("demo.accounts"));
        for (DemoAccount account : ACCOUNTS) {
            out.append("\n    ").append(account.login()).append(" / ").append(PASSWORD);
        }
        out.append('\n')
                .append(Terms.say("demo.terminals", directory.resolve("terminals").toString()));
        out.append('\n').append(Terms.say("demo.exit", EXIT_CODE));
        out.append('\n')
                .append(
                        Terms.say(
                                "demo.cards",
                                directory.resolve(DemoStaff.CARDS).toString(),
                                DemoStaff.PIN));
        config.hl7()
                .ifPresent(
                        hl7 ->
                                out.append('\n')
                                        .append(Terms.say("demo.hl7", hl7.listener().port())));
        return out.toString();
    }

    private static void write(Path file, String content) {
        SecretFile.write(file, content.getBytes(StandardCharsets.UTF_8));
    }

    private static String resource(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String name) {
        try (InputStream in = Demo.class.getResourceAsStream("/demo/" + name)) {
            if (in == null) {
                throw new IllegalStateException("no demo data " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
