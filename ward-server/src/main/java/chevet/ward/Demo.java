package chevet.ward;

import chevet.config.WardConfig;
import chevet.model.library.FilmId;
import chevet.model.place.BedId;
import chevet.model.text.Language;
import chevet.model.tv.TvAccess;
import chevet.model.tv.TvPackId;
import chevet.ward.library.FilmImport;
import chevet.ward.meal.MenuImport;
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
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The demo ward in a directory of its own: configuration, authority, a certificate and a
 * configuration for each of its terminals, patients, menus, and accounts with passwords that
 * everybody knows. The second start finds all of it and makes nothing.
 */
final class Demo {
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
                                            .send(wiring.features().television().desk().channels());
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
        new DemoTerminals(directory, wiring.authority()).make(config);
        if (wiring.features().meals().menus().dishes().isEmpty()) {
            patients(wiring, config);
        }
        television(wiring, config);
        record(wiring, config);
        missing();
        if (wiring.features().library().films().films().isEmpty() && DemoFilms.possible()) {
            films(wiring, config);
        }
        new DemoStaff(directory).enrol(wiring.features().staff().directory());
        config.wards().forEach(ward -> new DemoDay(wiring, config.zone(), ward.id()).begin());
        DemoAccounts.make(wiring.accounts());
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
        wiring.features()
                .record()
                .ifPresent(
                        desk ->
                                wiring.features()
                                        .stays()
                                        .occupied()
                                        .forEach(
                                                (bed, stay) -> {
                                                    if (desk.number(stay).isEmpty()) {
                                                        wiring.features()
                                                                .stays()
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
            TvDesk desk = wiring.features().television().desk();
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

    private void patients(Wiring wiring, WardConfig config) {
        LocalDate monday =
                LocalDate.now(config.zone())
                        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        accepted(
                new DemoDishes(directory.resolve("dishes"))
                        .read(
                                wiring.features().meals().menus(),
                                resource("dishes.csv"),
                                resource("plates.csv")));
        accepted(
                wiring.features()
                        .meals()
                        .menus()
                        .importCycle(
                                "menu-cycle.csv",
                                bytes("menu-cycle.csv"),
                                Optional.of(monday),
                                Language.FR));
        byte[] patients = bytes("patients.csv");
        if (wiring.features().stays().occupied().isEmpty()) {
            ImportResult admitted =
                    wiring.features()
                            .stays()
                            .importAdmissions("patients.csv", patients, "demo", Language.FR);
            if (admitted instanceof ImportResult.Faulty faulty) {
                throw new IllegalStateException("demo data: " + faulty.problems());
            }
        }
        accepted(
                wiring.features()
                        .meals()
                        .trays()
                        .importProfiles("patients.csv", patients, "demo", Language.FR));
        ACCESS.forEach(
                (bed, access) ->
                        Optional.ofNullable(
                                        wiring.features().stays().occupied().get(new BedId(bed)))
                                .ifPresent(
                                        stay ->
                                                wiring.features()
                                                        .television()
                                                        .access()
                                                        .set(stay, access, "demo")));
    }

    private void films(Wiring wiring, WardConfig config) {
        Path made = new DemoFilms(films).make();
        if (wiring.features().library().films().importFolder(made, Language.FR)
                instanceof FilmImport.Faulty faulty) {
            throw new IllegalStateException("demo films: " + faulty.problems());
        }
        // Who lies in the first bed, whose terminal the demo shows, is operated on tomorrow.
        wiring.features().library().desk().lying(config.wards().getFirst().id()).stream()
                .findFirst()
                .ifPresent(
                        lying ->
                                wiring.features()
                                        .library()
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

    private String greeting(WardConfig config, boolean json) {
        if (json) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("console", "https://localhost:" + config.https().port());
            fields.put("mqttPort", config.mqtt().port());
            fields.put("ca", Layout.of(config).authority().resolve("ca.pem").toString());
            fields.put("terminals", DemoTerminals.folder(directory).toString());
            fields.put("accounts", DemoAccounts.passwords());
            fields.put("exitCode", DemoTerminals.EXIT_CODE);
            config.hl7().ifPresent(hl7 -> fields.put("hl7Port", hl7.listener().port()));
            fields.put("cards", directory.resolve(DemoStaff.CARDS).toString());
            return Speech.asJson(fields);
        }
        StringBuilder out = new StringBuilder();
        out.append(Terms.say("demo.console", "https://localhost:" + config.https().port()));
        out.append('\n').append(Terms.say("demo.accounts"));
        DemoAccounts.passwords()
                .forEach(
                        (login, password) ->
                                out.append("\n    ").append(login).append(" / ").append(password));
        out.append('\n')
                .append(Terms.say("demo.terminals", DemoTerminals.folder(directory).toString()));
        out.append('\n').append(Terms.say("demo.exit", DemoTerminals.EXIT_CODE));
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
