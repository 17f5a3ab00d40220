package chevet.ward;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static org.assertj.core.api.Assertions.assertThat;

import chevet.config.ConfigFile;
import chevet.config.ExitCode;
import chevet.config.Reading;
import chevet.config.TerminalConfig;
import chevet.config.WardConfig;
import chevet.model.meal.FoodProfile;
import chevet.model.meal.ServiceMenu;
import chevet.model.place.BedId;
import chevet.model.place.TerminalId;
import chevet.model.place.WardId;
import chevet.model.stay.Patient;
import chevet.model.stay.StayId;
import chevet.model.text.Language;
import chevet.ward.db.JdbiDatabase;
import chevet.ward.pki.KeyStores;
import chevet.ward.stay.Admission;
import chevet.ward.stay.StayResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(120)
@Tag("slow")
class WardServerTest {
    /** The demo ward, prepared once; each test has a copy of its own. */
    @TempDir static Path made;

    @TempDir Path directory;

    @BeforeAll
    static void prepare() {
        assertThat(prepared().code()).isEqualTo(WardServer.DONE);
    }

    private static Said prepared() {
        return said(
                "demo",
                "--dir",
                made.toString(),
                "--films",
                System.getProperty("chevet.films", "target/demo-films"),
                "--prepare-only",
                "--json");
    }

    private Path demo() throws IOException {
        try (Stream<Path> all = Files.walk(made)) {
            for (Path each : all.skip(1).toList()) {
                Files.copy(each, directory.resolve(made.relativize(each)), COPY_ATTRIBUTES);
            }
        }
        return directory.resolve("ward.toml");
    }

    private static void anyPorts(Path file) throws IOException {
        Files.writeString(file, Files.readString(file).replaceAll("port = [0-9]+", "port = 0"));
    }

    private WardConfig config(Path file) {
        return switch (ConfigFile.ward(file)) {
            case Reading.Good<WardConfig>(WardConfig config) -> config;
            case Reading.Faulty<WardConfig> faulty ->
                    throw new AssertionError(faulty.problems().toString());
        };
    }

    private static TerminalConfig terminal(Path file) {
        return switch (ConfigFile.terminal(file)) {
            case Reading.Good<TerminalConfig>(TerminalConfig config) -> config;
            case Reading.Faulty<TerminalConfig> faulty ->
                    throw new AssertionError(faulty.problems().toString());
        };
    }

    private String epoch(WardConfig config) {
        try (JdbiDatabase database = Wiring.database(config, Clock.systemUTC())) {
            return database.epoch();
        }
    }

    @Test
    void theSecondPreparationFindsEverythingAndMakesNothing() throws IOException {
        Path certificate = made.resolve("terminals/t-214-F/terminal.pem");
        String first = Files.readString(certificate);
        Said again = prepared();
        assertThat(again.code()).isEqualTo(WardServer.DONE);
        assertThat(Files.readString(certificate)).isEqualTo(first);
        String code = again.json().get("exitCode").asString();
        assertThat(terminal(certificate.resolveSibling("terminal.toml")).exitCodeHash())
                .hasValueSatisfying(
                        hash -> assertThat(ExitCode.of(hash).opens(code)).as("code told").isTrue());
        try (Stream<Path> terminals = Files.list(made.resolve("terminals"))) {
            assertThat(terminals).hasSize(30);
        }
    }

    @Test
    void theDemoServesItsPagesAndItsPatients() throws Exception {
        Path file = demo();
        anyPorts(file);
        try (Wiring wiring = new Wiring(config(file), Clock.systemUTC())) {
            assertThat(wiring.features().stays().occupied()).hasSizeBetween(20, 30);
            assertThat(wiring.features().meals().menus().dishes()).hasSizeGreaterThan(100);
            wiring.serve();
            try (HttpClient client =
                    HttpClient.newBuilder()
                            .sslContext(
                                    KeyStores.context(
                                            wiring.authority().terminal(new TerminalId("t")),
                                            wiring.authority().certificate()))
                            .build()) {
                for (String path : List.of("/healthz", "/login", "/metrics")) {
                    HttpResponse<String> reply =
                            client.send(
                                    HttpRequest.newBuilder(
                                                    URI.create(
                                                            "https://localhost:"
                                                                    + wiring.httpsPort()
                                                                    + path))
                                            .build(),
                                    HttpResponse.BodyHandlers.ofString());
                    assertThat(reply.statusCode()).as(path).isEqualTo(200);
                }
            }
            assertThat(wiring.mqttPort()).isPositive();
        }
    }

    @Test
    void aRestoredBackupBeginsANewEpoch() throws IOException {
        Path file = demo();
        WardConfig config = config(file);
        String before = epoch(config);
        Path copy = directory.resolve("copy.db");
        assertThat(WardServer.run("backup", "--config", file.toString(), "--to", copy.toString()))
                .isEqualTo(WardServer.DONE);
        assertThat(WardServer.run("backup", "--config", file.toString(), "--to", copy.toString()))
                .as("a copy is never overwritten")
                .isEqualTo(WardServer.FAILED);
        assertThat(
                        WardServer.run(
                                "restore", "--config", file.toString(), "--from", copy.toString()))
                .isEqualTo(WardServer.DONE);
        assertThat(epoch(config)).isNotEqualTo(before);
    }

    /** What operations.md says of a restore without {@code keys/stays}. */
    @Test
    void withoutTheKeysARestoredServerKnowsTheBedsAndNobodyInThem() throws Exception {
        Path file = demo();
        anyPorts(file);
        WardConfig config = config(file);
        Path copy = directory.resolve("copy.db");
        assertThat(WardServer.run("backup", "--config", file.toString(), "--to", copy.toString()))
                .isEqualTo(WardServer.DONE);
        WardId ward = config.wards().getFirst().id();
        Map<BedId, StayId> lying;
        try (Wiring before = new Wiring(config, Clock.systemUTC())) {
            lying = before.features().stays().occupied();
            assertThat(lying.values())
                    .isNotEmpty()
                    .allSatisfy(
                            stay ->
                                    assertThat(before.features().stays().patient(stay))
                                            .isPresent());
        }
        try (Stream<Path> keys = Files.list(Layout.of(config).stayKeys())) {
            for (Path key : keys.toList()) {
                Files.delete(key);
            }
        }
        assertThat(
                        WardServer.run(
                                "restore", "--config", file.toString(), "--from", copy.toString()))
                .isEqualTo(WardServer.DONE);
        try (Wiring after = new Wiring(config, Clock.systemUTC())) {
            after.serve();
            assertThat(after.mqttPort()).isPositive();
            assertThat(after.features().stays().occupied()).isEqualTo(lying);
            assertThat(lying.values())
                    .allSatisfy(
                            stay -> assertThat(after.features().stays().patient(stay)).isEmpty());
            assertThat(after.features().stays().board(ward))
                    .filteredOn(bed -> bed.guest().isPresent())
                    .hasSize(lying.size())
                    .allSatisfy(bed -> assertThat(bed.guest().orElseThrow().initial()).isEmpty());
            Instant now = Instant.now();
            ServiceMenu menu =
                    after.features().meals().menus().menus(ward).stream()
                            .filter(m -> !now.isBefore(m.opens()) && now.isBefore(m.cutOff()))
                            .reduce((_, last) -> last)
                            .orElseThrow();
            assertThat(
                            after.features()
                                    .meals()
                                    .kitchen()
                                    .sheet(ward, menu.key())
                                    .orElseThrow()
                                    .trays())
                    .hasSize(lying.size())
                    .allSatisfy(
                            tray -> assertThat(tray.profile()).isEqualTo(FoodProfile.UNCONFIRMED));
            // The way out that is told: the bed is made free, and they are admitted anew.
            Map.Entry<BedId, StayId> first = lying.entrySet().iterator().next();
            assertThat(after.features().stays().discharge(first.getValue(), "test"))
                    .isInstanceOf(StayResult.Done.class);
            Patient patient = new Patient(Patient.Title.MR, "Anew", Language.FR);
            assertThat(
                            after.features()
                                    .stays()
                                    .admit(new Admission(patient, first.getKey()), "test"))
                    .isInstanceOf(StayResult.Done.class);
            assertThat(
                            after.features()
                                    .stays()
                                    .patient(
                                            Objects.requireNonNull(
                                                    after.features()
                                                            .stays()
                                                            .occupied()
                                                            .get(first.getKey()))))
                    .contains(patient);
        }
    }

    @Test
    void whatIsNoCopyIsNotRestored() throws IOException {
        Path file = demo();
        String before = epoch(config(file));
        assertThat(
                        WardServer.run(
                                "restore", "--config", file.toString(), "--from", file.toString()))
                .isEqualTo(WardServer.FAILED);
        Path cut = directory.resolve("cut.db");
        assertThat(WardServer.run("backup", "--config", file.toString(), "--to", cut.toString()))
                .isEqualTo(WardServer.DONE);
        try (FileChannel shorter = FileChannel.open(cut, StandardOpenOption.WRITE)) {
            shorter.truncate(shorter.size() / 2);
        }
        assertThat(WardServer.run("restore", "--config", file.toString(), "--from", cut.toString()))
                .isEqualTo(WardServer.FAILED);
        assertThat(epoch(config(file))).isEqualTo(before);
    }

    @Test
    void oneServerUsesTheDataAtATime() throws IOException {
        Path file = demo();
        WardConfig config = config(file);
        try (ServerLock lock = ServerLock.take(config.data()).orElseThrow()) {
            assertThat(lock).isNotNull();
            assertThat(WardServer.run("serve", "--config", file.toString()))
                    .isEqualTo(WardServer.FAILED);
            assertThat(
                            WardServer.run(
                                    "import",
                                    "--config",
                                    file.toString(),
                                    "--dishes",
                                    file.toString()))
                    .isEqualTo(WardServer.FAILED);
        }
    }

    @Test
    void accountsAreKeptFromTheCommandLine() throws IOException {
        String config = demo().toString();
        assertThat(
                        WardServer.run(
                                "accounts",
                                "add",
                                "--config",
                                config,
                                "--name",
                                "M. Test",
                                "--role",
                                "WARD,IT",
                                "mtest"))
                .isEqualTo(WardServer.DONE);
        assertThat(WardServer.run("accounts", "list", "--config", config, "--json"))
                .isEqualTo(WardServer.DONE);
        assertThat(WardServer.run("accounts", "password", "--config", config, "mtest"))
                .isEqualTo(WardServer.DONE);
        assertThat(WardServer.run("accounts", "disable", "--config", config, "mtest"))
                .isEqualTo(WardServer.DONE);
        assertThat(WardServer.run("accounts", "disable", "--config", config, "nobody"))
                .isEqualTo(WardServer.FAILED);
    }

    /** Runs a command that a script would read; gives its exit code and the JSON it wrote. */
    private static Said said(String... command) {
        PrintStream before = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
            int code = WardServer.run(command);
            String text = out.toString(StandardCharsets.UTF_8);
            assertThat(text.strip().lines()).as(text).hasSize(1);
            return new Said(code, JsonMapper.shared().readTree(text));
        } finally {
            System.setOut(before);
        }
    }

    private record Said(int code, JsonNode json) {}

    @Test
    void scriptsReadWhatBackupAndRestoreDid() throws IOException {
        String config = demo().toString();
        String copy = directory.resolve("copy.db").toString();
        Said done = said("backup", "--config", config, "--to", copy, "--json");
        assertThat(done.code()).isEqualTo(WardServer.DONE);
        assertThat(done.json().get("copy").asString()).isEqualTo(copy);
        assertThat(done.json().get("bytes").asLong()).isPositive();
        Said twice = said("backup", "--config", config, "--to", copy, "--json");
        assertThat(twice.code()).isEqualTo(WardServer.FAILED);
        assertThat(twice.json().get("failed").asString()).contains(copy);

        Said none = said("restore", "--config", config, "--from", config, "--json");
        assertThat(none.code()).isEqualTo(WardServer.FAILED);
        assertThat(none.json().get("failed").asString()).contains("ward.toml");
        Said restored = said("restore", "--config", config, "--from", copy, "--json");
        assertThat(restored.code()).isEqualTo(WardServer.DONE);
        assertThat(restored.json().get("epoch").asString())
                .isEqualTo(epoch(config(Path.of(config))));
    }

    @Test
    void scriptsReadWhyNothingWasImported() throws IOException {
        Path file = demo();
        String config = file.toString();
        try (ServerLock lock = ServerLock.take(config(file).data()).orElseThrow()) {
            assertThat(lock).isNotNull();
            Said locked = said("import", "--config", config, "--dishes", config, "--json");
            assertThat(locked.code()).isEqualTo(WardServer.FAILED);
            assertThat(locked.json().get("failed").asString()).isNotBlank();
        }
        Said nothing = said("import", "--config", config, "--json");
        assertThat(nothing.code()).isEqualTo(WardServer.WRONG);
        assertThat(nothing.json().get("failed").asString()).contains("--dishes");
        Said missing = said("import", "--config", config, "--dishes", config + ".not", "--json");
        assertThat(missing.code()).isEqualTo(WardServer.FAILED);
        assertThat(missing.json().get("failed").asString()).contains("ward.toml.not");
        Path faulty = directory.resolve("w.toml");
        Files.writeString(faulty, "[site]\nid = 3\n");
        Said wrong = said("import", "--config", faulty.toString(), "--dishes", config, "--json");
        assertThat(wrong.code()).isEqualTo(WardServer.WRONG);
        assertThat(wrong.json().get("problems").size()).isPositive();
    }

    @Test
    void channelsAndGuideAreImportedAndTheirFaultsToldWithTheirLine() throws IOException {
        String config = demo().toString();
        Path list = directory.resolve("list.m3u");
        Files.writeString(
                list, "#EXTM3U\n#EXTINF:-1 tvg-id=\"a\",A\nudp://@239.1.1.1:1\npipe://x\n");
        Said channels = said("import", "--config", config, "--channels", list.toString(), "--json");
        assertThat(channels.code()).isEqualTo(WardServer.DONE);
        assertThat(channels.json().get("imported").get("channels").asInt()).isEqualTo(1);
        JsonNode bad =
                channels.json()
                        .get("findings")
                        .valueStream()
                        .filter(finding -> finding.get("field").asString().equals("BAD_ADDRESS"))
                        .findFirst()
                        .orElseThrow();
        assertThat(bad.get("line").asInt()).isEqualTo(4);
        assertThat(bad.get("what").asString()).contains("pipe://x");
        Path guide = Files.writeString(directory.resolve("guide.xml"), "<tv>\n<programme");
        Said broken = said("import", "--config", config, "--guide", guide.toString(), "--json");
        assertThat(broken.code()).isEqualTo(WardServer.FAILED);
        assertThat(broken.json().get("problems").get(0).get("line").asInt()).isEqualTo(2);
    }

    @Test
    void accountThatIsRefusedIsToldInASentence() throws IOException {
        String config = demo().toString();
        Said refused =
                said(
                        "accounts",
                        "add",
                        "--config",
                        config,
                        "--name",
                        "M. Test",
                        "--role",
                        "IT",
                        "--json",
                        "Not A Login");
        assertThat(refused.code()).isEqualTo(WardServer.FAILED);
        JsonNode fault = refused.json().get("faults").get(0);
        assertThat(fault.get("field").asString()).isEqualTo("login");
        assertThat(fault.get("what").asString()).contains(" ").doesNotContain("account.fault");
    }

    @Test
    void aFaultyConfigurationIsToldAndRefused() throws IOException {
        Path file = directory.resolve("w.toml");
        Files.writeString(file, "[site]\nid = 3\n");
        assertThat(WardServer.run("check-config", file.toString())).isEqualTo(WardServer.WRONG);
        assertThat(WardServer.run("serve", "--config", file.toString()))
                .isEqualTo(WardServer.WRONG);
        assertThat(WardServer.run("serve")).isEqualTo(WardServer.WRONG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"serve", "import", "accounts", "backup", "restore", "check-config", "demo"})
    void everyCommandHasHelp(String command) {
        assertThat(WardServer.run(command, "--help")).isEqualTo(WardServer.DONE);
    }
}
