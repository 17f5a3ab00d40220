package chevet.terminal;

import chevet.config.ConfigFile;
import chevet.config.ExitCode;
import chevet.config.Reading;
import chevet.config.TerminalConfig;
import chevet.terminal.ui.Look;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
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
        subcommands = TerminalApp.HashExitCode.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:closed by IT",
            "1:the configuration has faults, all of them told on standard error",
            "2:wrong options"
        },
        description = "The kiosk at a hospital bed.")
public final class TerminalApp implements Callable<Integer> {
    static final String VERSION = "0.1.0";

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "the terminal's configuration (TOML); by default ${DEFAULT-VALUE}")
    private Path config = Path.of("terminal.toml");

    @Option(
            names = "--windowed",
            description = "a window that can be closed, to try things out; not a kiosk")
    private boolean windowed;

    public static void main(String[] args) {
        int code = new CommandLine(new TerminalApp()).execute(args);
        System.exit(code);
    }

    @Override
    public Integer call() {
        return switch (ConfigFile.terminal(config)) {
            case Reading.Faulty<TerminalConfig> faulty -> {
                faulty.problems().forEach(problem -> System.err.println(problem));
                yield 1;
            }
            case Reading.Good<TerminalConfig> good -> {
                Kiosk.plan(good.config(), windowed);
                Look.beforeStart();
                Application.launch(Kiosk.class);
                yield 0;
            }
        };
    }

    /** Writes the hash of IT's exit code, for the configuration. */
    @Command(
            name = "exit-code",
            mixinStandardHelpOptions = true,
            description = "Reads a code of digits from standard input and writes its hash.")
    static final class HashExitCode implements Callable<Integer> {
        @Override
        public Integer call() throws IOException {
            @Nullable String code =
                    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                            .readLine();
            if (code == null || !code.strip().matches("[0-9]{6,12}")) {
                System.err.println("exit-code: 6 to 12 digits are expected");
                return 1;
            }
            System.out.println("exit-code-hash = \"" + ExitCode.hash(code.strip()) + "\"");
            return 0;
        }
    }
}
