package chevet.config;

import chevet.model.meal.MealService;
import chevet.model.place.BedId;
import chevet.model.place.SiteId;
import chevet.model.place.TerminalId;
import chevet.model.place.WardId;
import chevet.model.text.Language;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;

/**
 * Reads configuration files (TOML 1.0) strictly: unknown keys are faults, and every fault is told
 * at once. Samples with every key explained are the resources {@code ward.sample.toml} and {@code
 * terminal.sample.toml}. Safe for all threads.
 */
public final class ConfigFile {
    private static final long LIMIT = 1024 * 1024;

    /** As Linux names them: 15 bytes at most, without blank and slash (dev_valid_name). */
    private static final Pattern INTERFACE = Pattern.compile("[A-Za-z0-9._@-]{1,15}");

    private ConfigFile() {}

    /** Reads a ward server's configuration; problems are told in the JVM's language. */
    public static Reading<WardConfig> ward(Path file) {
        return ward(file, Locale.getDefault());
    }

    /** The same, with problems in French, English or Arabic. */
    public static Reading<WardConfig> ward(Path file, Locale locale) {
        return read(file, locale, root -> ward(root, locale));
    }

    /** Reads a terminal's configuration; problems are told in the JVM's language. */
    public static Reading<TerminalConfig> terminal(Path file) {
        return terminal(file, Locale.getDefault());
    }

    /** The same, with problems in French, English or Arabic. */
    public static Reading<TerminalConfig> terminal(Path file, Locale locale) {
        return read(file, locale, ConfigFile::terminal);
    }

    static <C> Reading<C> read(Path file, Locale locale, Function<Section, C> reader) {
        Faults faults = new Faults(file.toString(), Words.in(locale));
        try {
            if (Files.isRegularFile(file) && Files.size(file) > LIMIT) {
                faults.add(null, "", "too-big");
                return new Reading.Faulty<>(faults.sorted());
            }
            Path parent = file.toAbsolutePath().getParent();
            return read(
                    Files.readString(file),
                    parent == null ? file.toAbsolutePath() : parent,
                    faults,
                    reader);
        } catch (CharacterCodingException e) {
            faults.add(null, "", "syntax", "UTF-8");
            return new Reading.Faulty<>(faults.sorted());
        } catch (IOException e) {
            faults.add(null, "", "unreadable");
            return new Reading.Faulty<>(faults.sorted());
        }
    }

    /** Reads a text that lies in no directory of the site. */
    static <C> Reading<C> read(
            String name, String text, Path base, Locale locale, Function<Section, C> reader) {
        return read(text, base, new Faults(name, Words.in(locale)), reader);
    }

    private static <C> Reading<C> read(
            String text, Path base, Faults faults, Function<Section, C> reader) {
        TomlParseResult toml = Toml.parse(text);
        if (toml.hasErrors()) {
            // What stands behind a syntax error cannot be told from what is missing.
            for (TomlParseError error : toml.errors()) {
                faults.add(
                        error.position(),
                        "TOML",
                        "syntax",
                        Optional.ofNullable(error.getMessage()).orElse(""));
            }
            return new Reading.Faulty<>(faults.sorted());
        }
        Section root = Section.root(toml, base, faults);
        C config = reader.apply(root);
        root.end();
        return faults.none() ? new Reading.Good<>(config) : new Reading.Faulty<>(faults.sorted());
    }

    private static WardConfig ward(Section root, Locale locale) {
        Section site = root.table("site");
        Section server = root.table("server");
        Section mqtt = root.table("mqtt");
        Section https = root.table("https");
        Optional<Section> stays = root.optionalTable("stays");
        TvSection tv = new TvSection(root);
        List<WardConfig.Ward> wards = wards(root, tv);
        WardConfig config =
                new WardConfig(
                        site.id("id", SiteId::new),
                        site.text("name"),
                        site.zone("zone"),
                        wards,
                        server.path("data"),
                        server.path("keys"),
                        server.hosts("hosts"),
                        listener(mqtt),
                        listener(https),
                        server.optionalText("database"),
                        stays.map(s -> s.duration("key-kept", Duration.ofHours(4)))
                                .orElse(Duration.ofHours(4)),
                        services(root.table("meals")),
                        tv.config(),
                        StaffSection.read(root, locale),
                        FhirSection.read(root),
                        Hl7Section.read(root, wards));
        if (config.keys().startsWith(config.data()) || config.data().startsWith(config.keys())) {
            server.fault("keys", "keys-inside-data");
        }
        if (config.database().filter(url -> !url.startsWith("jdbc:postgresql:")).isPresent()) {
            server.fault("database", "bad-database");
        }
        if (config.mqtt().port() > 1 && config.mqtt().port() == config.https().port()) {
            https.fault("port", "same-port", String.valueOf(config.https().port()));
        }
        List.of(site, server, mqtt, https).forEach(Section::end);
        stays.ifPresent(Section::end);
        return config;
    }

    private static WardConfig.Listener listener(Section section) {
        return new WardConfig.Listener(
                section.host("address", Optional.of("0.0.0.0")), section.port("port", 0));
    }

    private static Map<MealService, WardConfig.ServiceHours> services(Section meals) {
        Map<MealService, WardConfig.ServiceHours> services = new EnumMap<>(MealService.class);
        for (MealService service : MealService.values()) {
            Section section = meals.table(service.name().toLowerCase(Locale.ROOT));
            WardConfig.ServiceHours hours =
                    new WardConfig.ServiceHours(
                            section.time("served"),
                            section.time("cut-off"),
                            section.number("cut-off-days-before", 0, 7, 0),
                            section.number("opens-days-before", 0, 60, 7));
            if (hours.cutOffDaysBefore() == 0 && hours.served().isBefore(hours.cutOff())) {
                section.fault("cut-off", "cut-off-late");
            }
            if (hours.opensDaysBefore() < hours.cutOffDaysBefore()) {
                section.fault("opens-days-before", "opens-late");
            }
            section.end();
            services.put(service, hours);
        }
        meals.end();
        return services;
    }

    private static List<WardConfig.Ward> wards(Section root, TvSection tv) {
        Map<String, Integer> wardLines = new HashMap<>();
        Map<String, Integer> bedLines = new HashMap<>();
        Map<String, Integer> terminalLines = new HashMap<>();
        List<WardConfig.Ward> wards = new ArrayList<>();
        for (Section ward : root.tables("ward", false)) {
            WardId id = ward.id("id", WardId::new);
            unique(ward, "id", id.value(), wardLines);
            String name = ward.text("name");
            List<WardConfig.Bed> beds = new ArrayList<>();
            for (Section bed : ward.tables("beds", false)) {
                WardConfig.Bed read =
                        new WardConfig.Bed(
                                bed.id("bed", BedId::new), bed.id("terminal", TerminalId::new));
                unique(bed, "bed", read.bed().value(), bedLines);
                unique(bed, "terminal", read.terminal().value(), terminalLines);
                bed.end();
                beds.add(read);
            }
            tv.ward(id, ward);
            ward.end();
            wards.add(new WardConfig.Ward(id, name, beds));
        }
        return wards;
    }

    private static void unique(
            Section section, String key, String value, Map<String, Integer> lines) {
        // A value that was faulty already stands there as "x".
        Integer before = value.equals("x") ? null : lines.putIfAbsent(value, section.line(key));
        if (before != null) {
            section.fault(key, "duplicate", String.valueOf(before));
        }
    }

    private static TerminalConfig terminal(Section root) {
        Section terminal = root.table("terminal");
        Section server = root.table("server");
        Section tls = root.table("tls");
        Section storage = root.table("storage");
        Optional<Section> tv = root.optionalTable("tv");
        TerminalConfig config =
                new TerminalConfig(
                        terminal.id("id", TerminalId::new),
                        terminal.id("site", SiteId::new),
                        terminal.id("ward", WardId::new),
                        terminal.id("bed", BedId::new),
                        terminal.zone("zone"),
                        new TerminalConfig.Server(
                                server.host("host", Optional.empty()),
                                server.port("mqtt-port", 1),
                                server.port("https-port", 1)),
                        new TerminalConfig.Tls(
                                tls.path("ca"), tls.path("certificate"), tls.path("key")),
                        storage.path("data"),
                        storage.path("keys"),
                        terminal.word(
                                "language",
                                Map.of("fr", Language.FR, "en", Language.EN, "ar", Language.AR),
                                Language.FR,
                                "bad-language"),
                        terminal.duration("idle", Duration.ofMinutes(3)),
                        terminal.optionalText("exit-code-hash"),
                        tv.map(ConfigFile::tv).orElse(TerminalConfig.Tv.USUAL),
                        storage.number("content-gib", 1, 4096, TerminalConfig.CONTENT_GIB));
        if (config.exitCodeHash().filter(hash -> !ExitCode.isHash(hash)).isPresent()) {
            terminal.fault("exit-code-hash", "bad-hash");
        }
        if (config.keys().startsWith(config.data()) || config.data().startsWith(config.keys())) {
            storage.fault("keys", "keys-inside-data");
        }
        List.of(terminal, server, tls, storage).forEach(Section::end);
        tv.ifPresent(Section::end);
        return config;
    }

    private static TerminalConfig.Tv tv(Section tv) {
        Optional<String> name = tv.optionalText("multicast-interface");
        if (name.filter(each -> !INTERFACE.matcher(each).matches()).isPresent()) {
            tv.fault("multicast-interface", "bad-interface");
        }
        return new TerminalConfig.Tv(
                name, tv.number("warm", 0, TerminalConfig.Tv.MOST_WARM, TerminalConfig.Tv.WARM));
    }
}
