package chevet.e2e;

import chevet.config.ConfigFile;
import chevet.config.Reading;
import chevet.config.TerminalConfig;
import chevet.config.WardConfig;
import java.nio.file.Path;
import java.util.Locale;

/** Configuration files as the programs read them. */
final class Configs {
    private Configs() {}

    static TerminalConfig terminal(Path file) {
        return good(ConfigFile.terminal(file, Locale.ROOT));
    }

    static WardConfig ward(Path file) {
        return good(ConfigFile.ward(file, Locale.ROOT));
    }

    /** Where the patient at the terminal of this configuration keeps a diary. */
    static Path diary(Path terminal) {
        return terminal.resolveSibling("diary");
    }

    private static <C> C good(Reading<C> reading) {
        return switch (reading) {
            case Reading.Good<C>(C config) -> config;
            case Reading.Faulty<C>(var problems) ->
                    throw new IllegalArgumentException(problems.toString());
        };
    }
}
