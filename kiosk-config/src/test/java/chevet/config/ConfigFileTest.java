package chevet.config;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.meal.MealService;
import chevet.model.place.BedId;
import chevet.model.place.TerminalId;
import chevet.model.text.Language;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigFileTest {
    @TempDir Path directory;

    private static String sample(String name) throws IOException {
        try (InputStream in = ConfigFile.class.getResourceAsStream(name)) {
            return new String(
                    Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Path file(String content) throws IOException {
        return Files.writeString(directory.resolve("c.toml"), content);
    }

    /** Somebody's certificate, whose key nobody has. */
    private static final String AUTHORITY =
            """
            -----BEGIN CERTIFICATE-----
            MIIBgzCCASmgAwIBAgIUDGn8Y73lc4//oAl0540qr/AxeXwwCgYIKoZIzj0EAwIw
            FjEUMBIGA1UEAwwLSG9zcGl0YWwgQ0EwIBcNMjYxMTIyMDMyNTQxWhgPMjEyNjEw
            MjkwMzI1NDFaMBYxFDASBgNVBAMMC0hvc3BpdGFsIENBMFkwEwYHKoZIzj0CAQYI
            KoZIzj0DAQcDQgAEQaAmsR8rbJt2YEVt9bs/1cJiP0KyC3BbrSMB8otbZpPe0yT1
            oSY0mM32AkTwSeol9HtgdL8Ku68E7dCpJpAAFaNTMFEwHQYDVR0OBBYEFBFJiGsf
            yISg858Hf7/6ymKHD/hDMB8GA1UdIwQYMBaAFBFJiGsfyISg858Hf7/6ymKHD/hD
            MA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSAAwRQIgIc1VbXuH2yLkqAfP
            Mokg2FQ13MB4v7+zHJuRjioi+O4CIQDgUudhPoPUBSHGO/RhIDc6ocki+VsgpA6F
            jhy6o7KwRQ==
            -----END CERTIFICATE-----
            """;

    private List<Problem> wardProblems(String content) throws IOException {
        return problems(ConfigFile.ward(file(content), Locale.ENGLISH));
    }

    private static List<Problem> problems(Reading<?> reading) {
        return switch (reading) {
            case Reading.Good<?> good -> throw new AssertionError("no fault in " + good);
            case Reading.Faulty<?> faulty -> faulty.problems();
        };
    }

    private static <C> C good(Reading<C> reading) {
        return switch (reading) {
            case Reading.Good<C> good -> good.config();
            case Reading.Faulty<C> faulty -> throw new AssertionError(faulty.problems().toString());
        };
    }

    @Test
    void theWardSampleIsRight() throws IOException {
        WardConfig ward = good(ConfigFile.ward(file(sample("ward.sample.toml"))));
        assertThat(ward.siteName()).isEqualTo("Hôpital Sud");
        assertThat(ward.wards())
                .singleElement()
                .satisfies(
                        w ->
                                assertThat(w.beds())
                                        .hasSize(3)
                                        .contains(
                                                new WardConfig.Bed(
                                                        new BedId("202"),
                                                        new TerminalId("t-202"))));
        assertThat(ward.data()).isEqualTo(directory.resolve("data").toAbsolutePath());
        assertThat(ward.keyKept()).isEqualTo(Duration.ofHours(4));
        assertThat(ward.mqtt()).isEqualTo(new WardConfig.Listener("0.0.0.0", 8883));
    }

    @Test
    void hoursAreMeantInTheSitesZone() throws IOException {
        WardConfig ward = good(ConfigFile.ward(file(sample("ward.sample.toml"))));
        WardConfig.ServiceHours breakfast = ward.hours(MealService.BREAKFAST);
        LocalDate date = LocalDate.of(2026, 11, 21);
        assertThat(breakfast.servedAt(date, ward.zone()))
                .isEqualTo(Instant.parse("2026-11-21T06:30:00Z"));
        assertThat(breakfast.cutOffAt(date, ward.zone()))
                .isEqualTo(Instant.parse("2026-11-20T19:00:00Z"));
        assertThat(breakfast.opensAt(date, ward.zone()))
                .isEqualTo(Instant.parse("2026-11-13T23:00:00Z"));
    }

    @Test
    void theOptionalKeysOfTheWardSampleAreRightToo() throws IOException {
        Files.writeString(directory.resolve("hospital-ca.pem"), AUTHORITY);
        Files.writeString(directory.resolve("profiles.toml"), sample("profiles.toml"));
        String all =
                sample("ward.sample.toml")
                        .replaceAll("(?m)^# (\\[|[a-z-]+ = )", "$1")
                        // Either a secret or a key.
                        .replaceAll("(?m)^key = \"smart-key.pem\"|^key-id = .*", "");
        WardConfig ward = good(ConfigFile.ward(file(all)));
        assertThat(ward.database()).isPresent();
        assertThat(ward.staff().ca()).contains(directory.resolve("hospital-ca.pem"));
        assertThat(ward.staff().profiles()).isEqualTo(ProfileFile.builtIn());
    }

    @Test
    void theTerminalSampleIsRight() throws IOException {
        String text = sample("terminal.sample.toml");
        TerminalConfig terminal = good(ConfigFile.terminal(file(text)));
        assertThat(terminal.language()).isEqualTo(Language.FR);
        assertThat(terminal.idle()).isEqualTo(Duration.ofMinutes(3));
        assertThat(terminal.exitCodeHash()).isEmpty();
        assertThat(terminal.tv()).isEqualTo(TerminalConfig.Tv.USUAL);
        assertThat(terminal.contentGib()).isEqualTo(TerminalConfig.CONTENT_GIB);
        String all = text.replaceAll("(?m)^# (\\[|[a-z0-9-]+ = )", "$1");
        TerminalConfig whole = good(ConfigFile.terminal(file(all)));
        assertThat(whole.exitCodeHash()).isPresent();
        assertThat(whole.tv()).isEqualTo(new TerminalConfig.Tv(Optional.of("eth1"), 8));
        assertThat(whole.contentGib()).isEqualTo(32);
    }

    @Test
    void aTerminalsConfigurationComesBackAsItWasWritten() throws IOException {
        TerminalConfig terminal = good(ConfigFile.terminal(file(sample("terminal.sample.toml"))));
        TerminalConfig odd =
                new TerminalConfig(
                        terminal.terminal(),
                        terminal.site(),
                        terminal.ward(),
                        terminal.bed(),
                        terminal.zone(),
                        new TerminalConfig.Server("10.0.0.7", 1, 65535),
                        terminal.tls(),
                        directory.resolve("a \"b\" \\ é").toAbsolutePath(),
                        terminal.keys(),
                        Language.AR,
                        Duration.ofSeconds(90),
                        Optional.of(ExitCode.hash("271828")),
                        new TerminalConfig.Tv(Optional.of("eth1"), 27),
                        7);
        assertThat(good(ConfigFile.terminal(file(odd.toToml())))).isEqualTo(odd);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    zone = "Europe/Paris" | zone = "Europe/Pari" | site.zone | did you mean "Europe/Paris"?
                    zone = "Europe/Paris" | zone = "Mars/Olympus" | site.zone | unknown time zone
                    name = "Hôpital Sud" | nmae = "Hôpital Sud" | site.nmae | did you mean "name"?
                    name = "Hôpital Sud" | nmae = "Hôpital Sud" | site.name | missing
                    name = "Hôpital Sud" | name = 7 | site.name | a text in quotes expected
                    name = "Hôpital Sud" | name = " " | site.name | empty
                    id = "hopital-sud" | id = "hôpital/+" | site.id | 1 to 64 letters
                    [site] | [stie] | site | required section is missing: write [site]
                    [site] | [stie] | stie | did you mean "site"?
                    port = 8883 | port = 88830 | mqtt.port | 0 to 65535; here 88830
                    port = 8883 | port = -1 | mqtt.port | 0 to 65535
                    port = 8883 | port = "8883" | mqtt.port | a whole number expected
                    port = 8883 | port = 8443 | https.port | cannot share port 8443
                    keys = "keys" | keys = "data/keys" | server.keys | outside the data directory
                    keys = "keys" | keys = "data" | server.keys | outside the data directory
                    # hosts = [] | hosts = ["ok.example", "no/host"] | server.hosts[2] | neither a host name nor an address
                    # hosts = [] | hosts = "ok.example" | server.hosts | a list in brackets expected
                    # hosts = [] | database = "jdbc:oracle:x" | server.database | only an address
                    cut-off = "10:00" | cut-off = "10h" | meals.lunch.cut-off | a time is written
                    cut-off = "10:00" | cut-off = "12:30" | meals.lunch.cut-off | before the service
                    cut-off-days-before = 1 | cut-off-days-before = 9 | meals.breakfast.cut-off-days-before | from 0 to 7
                    # opens-days-before = 7 | opens-days-before = 0 | meals.breakfast.opens-days-before | before the cut-off
                    [meals.snack] | [meals.snacks] | meals.snack | missing
                    [meals.snack] | [meals.snacks] | meals.snacks | did you mean "snack"?
                    # [stays] | stays = 3 | stays | a section expected
                    terminal = "t-202" | terminal = "t-201-F" | ward[1].beds[3].terminal | already used in line
                    bed = "202" | bed = "201-P" | ward[1].beds[3].bed | already used in line
                    bed = "202" | bed = "2 0 2" | ward[1].beds[3].bed | 1 to 64 letters
                    bed = "202" | lit = "202" | ward[1].beds[3].lit | possible here are bed, terminal
                    [[ward]] | [ward] | ward | a list of tables expected
                    port = 8443 | port = | TOML | not TOML
                    """)
    void faultsAreToldWhereTheyStand(String good, String bad, String field, String what)
            throws IOException {
        String text = sample("ward.sample.toml");
        assertThat(text).contains(good);
        List<Problem> problems = wardProblems(text.replace(good, bad));
        assertThat(problems)
                .anySatisfy(
                        p -> {
                            assertThat(p.field()).isEqualTo(field);
                            assertThat(p.what()).contains(what);
                        });
        assertThat(problems).isSorted();
    }

    @Test
    void aFaultHasItsLineAndColumn() throws IOException {
        String text = sample("ward.sample.toml").replace("port = 8443", "port = 99999");
        int line = text.substring(0, text.indexOf("99999")).split("\n", -1).length;
        Problem problem = wardProblems(text).getFirst();
        assertThat(problem.line()).isEqualTo(line);
        assertThat(problem.column()).isEqualTo(1);
        assertThat(problem).asString().contains("c.toml:" + line + ":1: https.port: ");
    }

    @Test
    void everyFaultIsToldAtOnce() throws IOException {
        String text =
                sample("ward.sample.toml")
                        .replace("Europe/Paris", "Europe/Pari")
                        .replace("8883", "0x1ffff")
                        .replace("name = \"Médecine A\"", "nom = \"Médecine A\"")
                        .replace("t-201-P", "t-201-F")
                        .replace("\"07:30\"", "\"7h30\"");
        assertThat(wardProblems(text))
                .extracting(Problem::field)
                .containsExactly(
                        "site.zone",
                        "mqtt.port",
                        "meals.breakfast.served",
                        "ward[1].name",
                        "ward[1].nom",
                        "ward[1].beds[2].terminal");
    }

    @Test
    void anEmptyFileLacksItsSections() throws IOException {
        assertThat(wardProblems(""))
                .extracting(Problem::field)
                .contains("site", "server", "mqtt", "https", "meals", "ward");
    }

    @Test
    void aFileThatIsNotThereIsAProblemToo() {
        assertThat(problems(ConfigFile.ward(directory.resolve("none.toml"), Locale.ENGLISH)))
                .singleElement()
                .satisfies(p -> assertThat(p.what()).contains("cannot be read"));
    }

    @Test
    void bytesThatAreNoTextAreAProblemToo() throws IOException {
        Path file = Files.write(directory.resolve("c.toml"), new byte[] {(byte) 0xff, 0x41});
        assertThat(problems(ConfigFile.ward(file, Locale.ENGLISH))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"exit-code-hash = \"1234\"", "language = \"de\"", "idle = \"3\""})
    void aTerminalsFaultsAreToldToo(String line) throws IOException {
        String text = sample("terminal.sample.toml").replace("[terminal]", "[terminal]\n" + line);
        assertThat(problems(ConfigFile.terminal(file(text), Locale.FRENCH)))
                .singleElement()
                .satisfies(p -> assertThat(p.line()).isEqualTo(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void everySentenceIsThereInEveryLanguage(String language) throws IOException {
        Properties french = new Properties();
        Properties other = new Properties();
        french.load(new java.io.StringReader(sample("problems_fr.properties")));
        other.load(new java.io.StringReader(sample("problems_" + language + ".properties")));
        assertThat(other.keySet()).isEqualTo(french.keySet());
    }

    @Test
    void problemsAreToldInTheReadersLanguage() throws IOException {
        Path file = file(sample("ward.sample.toml").replace("nom", "nom").replace("8883", "-4"));
        assertThat(problems(ConfigFile.ward(file, Locale.FRENCH)).getFirst().what())
                .isEqualTo("un port va de 0 à 65535\u00a0; ici -4");
    }
}
