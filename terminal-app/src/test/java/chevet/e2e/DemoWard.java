package chevet.e2e;

import chevet.config.TerminalConfig;
import chevet.config.WardConfig;
import chevet.start.MadeWard;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The demo ward in a folder, on free ports, with no cut-off during the trial. */
final class DemoWard {
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Pattern CUT_OFF = Pattern.compile("cut-off = \"(\\d\\d:\\d\\d)\"");

    /** Nobody reads a record in these trials, and its parser wakes for a second at each start. */
    private static final Pattern RECORD = Pattern.compile("(?m)^\\[record]\\n([^\\[#]+\\n)+");

    private final Path folder;
    private final Path logs;

    private DemoWard(Path folder, Path logs) {
        this.folder = folder;
        this.logs = logs;
    }

    /**
     * @param logs where programs leave what they have to say
     */
    static DemoWard prepare(Path folder, Path logs) throws Exception {
        DemoWard ward = copy(folder, logs);
        Rehearsal.hold(logs);
        return ward;
    }

    static DemoWard copy(Path folder, Path logs) throws IOException {
        try (ServerSocket one = free();
                ServerSocket other = free()) {
            MadeWard.copy(
                    folder,
                    toml ->
                            RECORD.matcher(calm(toml))
                                    .replaceFirst("")
                                    .replaceFirst("port = 8883", "port = " + one.getLocalPort())
                                    .replaceFirst("port = 8443", "port = " + other.getLocalPort())
                                    .replaceFirst("port = 2575", "port = 0"));
        }
        return new DemoWard(folder, logs);
    }

    private static ServerSocket free() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    /** Moves a cut-off that would fall into the trial to before it. */
    private static String calm(String toml) {
        LocalTime now = LocalTime.ofInstant(Instant.now(), ZONE);
        Matcher cutOffs = CUT_OFF.matcher(toml);
        return cutOffs.replaceAll(
                found -> {
                    LocalTime cutOff = LocalTime.parse(found.group(1));
                    boolean soon = !cutOff.isBefore(now) && cutOff.isBefore(now.plusMinutes(20));
                    return "cut-off = \"" + (soon ? cutOff.minusMinutes(30) : cutOff) + "\"";
                });
    }

    Path file() {
        return folder.resolve("ward.toml");
    }

    WardConfig config() {
        return Configs.ward(file());
    }

    /** A server process that is ready. */
    Program serve() throws Exception {
        Program server = Program.server(logs, "serve", "--config", file().toString());
        server.await(line -> line.contains("mqtts://"), PATIENCE);
        return server;
    }

    /**
     * The configurations of all terminals, by name, made to go by another port.
     *
     * @param beds where their files are written
     * @param disk where they keep their data and keys
     */
    Map<String, Path> terminals(int port, Path beds, Path disk) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder.resolve("terminals"))) {
            files.filter(file -> file.toString().endsWith(".toml")).forEach(found::add);
        }
        Map<String, Path> terminals = new TreeMap<>();
        for (Path file : found) {
            TerminalConfig given = Configs.terminal(file);
            String name = given.terminal().value();
            Path own = Files.createDirectories(beds.resolve(name));
            TerminalConfig config =
                    new TerminalConfig(
                            given.terminal(),
                            given.site(),
                            given.ward(),
                            given.bed(),
                            given.zone(),
                            new TerminalConfig.Server(
                                    "localhost", port, given.server().httpsPort()),
                            given.tls(),
                            disk.resolve(name).resolve("data"),
                            disk.resolve(name).resolve("keys"),
                            given.language(),
                            given.idle(),
                            given.exitCodeHash(),
                            given.tv(),
                            given.contentGib());
            terminals.put(name, Files.writeString(own.resolve("terminal.toml"), config.toToml()));
        }
        return terminals;
    }
}
