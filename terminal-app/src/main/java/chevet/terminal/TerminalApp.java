package chevet.terminal;

import chevet.config.ConfigFile;
import chevet.config.ExitCode;
import chevet.config.Reading;
import chevet.config.TerminalConfig;
import chevet.terminal.ui.Look;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ResourceBundle;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Application;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The terminal's program: reads its configuration, then opens the kiosk. */
@Command(
        name = "terminal-app",
        mixinStandardHelpOptions = true,
        version = TerminalApp.VERSION,
        resourceBundle = TerminalApp.BUNDLE,
        subcommands = TerminalApp.HashExitCode.class)
public final class TerminalApp implements Callable<Integer> {
    static final String VERSION = "0.1.0";
    static final String BUNDLE = "chevet.terminal.commands";

    /** Held here: what nobody holds is forgotten, with what was set. */
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private static final Logger ATTACH = Logger.getLogger("com.gluonhq.attach.util.Platform");

    @Option(names = "--config", paramLabel = "FILE")
    private Path config = Path.of("terminal.toml");

    @Option(names = "--windowed")
    private boolean windowed;

    public static void main(String[] args) {
        // Before any class asks for a logger.
        System.getProperties()
                .putIfAbsent(
                        "logback.configurationFile",
                        "json".equals(System.getenv("CHEVET_LOG"))
                                ? "chevet/terminal/log-json.xml"
                                : "chevet/terminal/log-plain.xml");
        int code = new CommandLine(new TerminalApp()).execute(args);
        System.exit(code);
    }

    @Override
    public Integer call() {
        return switch (ConfigFile.terminal(config)) {
            case Reading.Faulty<TerminalConfig> faulty -> {
                PrintStream said = new PrintStream(System.err, true, StandardCharsets.UTF_8);
                faulty.problems().forEach(said::println);
                yield 1;
            }
            case Reading.Good<TerminalConfig> good -> {
                hush();
                Kiosk.plan(good.config(), windowed);
                Look.beforeStart();
                Application.launch(Kiosk.class);
                yield 0;
            }
        };
    }

    /** Both libraries say at each start, as a warning, what is on purpose here. */
    private static void hush() {
        JAVAFX.setFilter(
                said -> !String.valueOf(said.getMessage()).startsWith("Unsupported JavaFX config"));
        ATTACH.setLevel(Level.WARNING);
    }

    /** Writes the hash of IT's exit code, for the configuration. */
    @Command(
            name = "exit-code",
            mixinStandardHelpOptions = true,
            resourceBundle = TerminalApp.BUNDLE)
    static final class HashExitCode implements Callable<Integer> {
        @Override
        public Integer call() throws IOException {
            @Nullable String code =
                    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                            .readLine();
            if (code == null || !code.strip().matches("[0-9]{6,12}")) {
                new PrintStream(System.err, true, StandardCharsets.UTF_8)
                        .println(ResourceBundle.getBundle(BUNDLE).getString("exit-code.digits"));
                return 1;
            }
            System.out.println("exit-code-hash = \"" + ExitCode.hash(code.strip()) + "\"");
            return 0;
        }
    }
}
