package chevet.tour;

import chevet.config.ConfigFile;
import chevet.config.Reading;
import chevet.config.TerminalConfig;
import chevet.start.MadeWard;
import chevet.start.Starts;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A ward server in a process of its own, over the demo ward in a folder, on free ports. */
final class WardProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Pattern ACCOUNT = Pattern.compile("\"cuisine\"\\s*:\\s*\"([^\"]+)\"");

    private final Path folder;
    private final Path log;
    private final int mqttPort;
    private final int httpsPort;
    private final int hl7Port;
    private final int tvPort;
    private Process process;
    private String password = "";

    /** Returns when it serves. */
    WardProcess(Path folder) throws IOException {
        this(folder, UnaryOperator.identity());
    }

    /**
     * Returns when it serves.
     *
     * @param changed its configuration, of the demo's
     */
    WardProcess(Path folder, UnaryOperator<String> changed) throws IOException {
        this.folder = folder;
        this.log = folder.resolveSibling("server.log");
        try (ServerSocket one = free();
                ServerSocket other = free();
                ServerSocket third = free();
                ServerSocket fourth = free()) {
            mqttPort = one.getLocalPort();
            httpsPort = other.getLocalPort();
            tvPort = third.getLocalPort();
            hl7Port = fourth.getLocalPort();
        }
        MadeWard.copy(
                folder,
                made ->
                        changed.apply(
                                made.replaceFirst("port = 8883", "port = " + mqttPort)
                                        .replaceFirst("port = 8443", "port = " + httpsPort)
                                        .replaceFirst("port = 2575", "port = " + hl7Port)));
        process = launch();
    }

    private static ServerSocket free() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    String url() {
        return "https://localhost:" + httpsPort;
    }

    /** Where the hospital's own system sends to. */
    int hl7Port() {
        return hl7Port;
    }

    /** The demo's cards, a folder each. */
    Path cards() {
        return folder.resolve("cards");
    }

    /** Of every demo account. */
    String password() {
        return password;
    }

    /** The terminals that the demo made, by name. */
    List<TerminalConfig> terminals() throws IOException {
        List<TerminalConfig> configs = new ArrayList<>();
        try (var folders = Files.list(folder.resolve("terminals"))) {
            for (Path each : folders.sorted().toList()) {
                Path file = each.resolve("terminal.toml");
                switch (ConfigFile.terminal(file, Locale.ROOT)) {
                    case Reading.Good<TerminalConfig>(TerminalConfig config) -> configs.add(config);
                    case Reading.Faulty<TerminalConfig>(var problems) ->
                            throw new IllegalStateException(file + ": " + problems);
                }
            }
        }
        return configs;
    }

    /** Of its process, while it runs. */
    long pid() {
        return process.pid();
    }

    /** Writes into its configuration, under that table; counts from the next start. */
    void allow(String table) throws IOException {
        Path config = folder.resolve("ward.toml");
        String head = table.lines().findFirst().orElseThrow();
        Files.writeString(config, Files.readString(config).replace(head, table));
    }

    /** Stops it as an administrator does. */
    void stop() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                throw new IllegalStateException("the ward server did not stop" + tail());
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts it again on the same data and the same ports. */
    void again() throws IOException {
        process = launch();
    }

    private Process launch() throws IOException {
        List<String> command = new ArrayList<>(java());
        // What it unpacks for itself stays where it is killed.
        command.add("-Djava.io.tmpdir=" + Files.createDirectories(folder.resolveSibling("tmp")));
        command.addAll(MadeWard.demo(folder));
        command.addAll(List.of("--tv-port", String.valueOf(tvPort), "--json"));
        Process started =
                new ProcessBuilder(command)
                        .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start();
        // However this program ends, the server ends with it.
        Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
        BufferedReader said = new BufferedReader(started.inputReader(StandardCharsets.UTF_8));
        StringBuilder heard = new StringBuilder();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            heard.append(line).append('\n');
            Matcher account = ACCOUNT.matcher(heard);
            if (account.find()) {
                password = account.group(1);
                Thread.ofVirtual().start(() -> drain(said));
                return started;
            }
        }
        throw new IllegalStateException("the ward server did not start: " + heard + tail());
    }

    /**
     * As the launcher starts it, where the launcher started this program: a bench measures that.
     */
    private static List<String> java() {
        String flags = System.getProperty("chevet.server.flags", "");
        if (flags.isEmpty()) {
            List<String> java = new ArrayList<>(Starts.here().java());
            java.add("-Xmx256m");
            return java;
        }
        List<String> java = new ArrayList<>();
        java.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        java.addAll(List.of(flags.split(" ")));
        java.addAll(List.of("-cp", System.getProperty("chevet.server.class.path", "")));
        return java;
    }

    private static void drain(BufferedReader said) {
        try {
            said.transferTo(java.io.Writer.nullWriter());
        } catch (IOException e) {
            // It was stopped: nobody says anything any more.
            return;
        }
    }

    private String tail() {
        try {
            List<String> lines = Files.readAllLines(log);
            return "\n"
                    + String.join(
                            "\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
    }
}
