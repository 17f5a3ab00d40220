package chevet.ward;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The ward server's main class and its commands. Exit codes: 0 done, 1 failed, 2 wrong usage or
 * configuration.
 */
@Command(
        name = "ward-server",
        mixinStandardHelpOptions = true,
        version = "0.1.0",
        subcommands = {
            WardServer.AccountCommands.class,
            WardServer.StaffCommands.class,
            WardServer.AuditCommands.class
        })
public final class WardServer {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int WRONG = 2;

    private WardServer() {}

    public static void main(String[] args) {
        // Before any class asks for a logger.
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty(
                    "logback.configurationFile",
                    "json".equals(System.getenv("CHEVET_LOG"))
                            ? "chevet/ward/log-json.xml"
                            : "chevet/ward/log-plain.xml");
        }
        System.exit(run(args));
    }

    /** Runs one command and returns its exit code. */
    static int run(String... args) {
        CommandLine line = new CommandLine(new WardServer());
        line.setResourceBundle(ResourceBundle.getBundle(Terms.BUNDLE, Terms.locale()));
        line.setExecutionExceptionHandler(
                (failure, _, parsed) -> {
                    Speech.failed(failure, wantsJson(parsed));
                    return FAILED;
                });
        if (args.length == 0) {
            line.usage(line.getErr());
            return WRONG;
        }
        return line.execute(args);
    }

    private static boolean wantsJson(CommandLine.ParseResult parsed) {
        CommandLine.ParseResult deepest = parsed;
        while (deepest.hasSubcommand()) {
            deepest = deepest.subcommand();
        }
        return deepest.hasMatchedOption("--json");
    }

    @Command(name = "serve", mixinStandardHelpOptions = true)
    int serve(@Option(names = "--config", required = true, paramLabel = "FILE") Path config) {
        return Commands.withConfig(config, false, read -> Commands.serve(read, Optional.empty()));
    }

    @Command(name = "import", mixinStandardHelpOptions = true)
    int load(
            @Option(names = "--config", required = true, paramLabel = "FILE") Path config,
            @Option(names = "--dishes", paramLabel = "FILE") @Nullable Path dishes,
            @Option(names = "--menus", paramLabel = "FILE") @Nullable Path menus,
            @Option(names = "--patients", paramLabel = "FILE") @Nullable Path patients,
            @Option(names = "--profiles", paramLabel = "FILE") @Nullable Path profiles,
            @Option(names = "--channels", paramLabel = "FILE") @Nullable Path channels,
            @Option(names = "--guide", paramLabel = "FILE") @Nullable Path guide,
            @Option(names = "--films", paramLabel = "DIR") @Nullable Path films,
            @Option(names = "--json") boolean json) {
        Imports.Files files =
                new Imports.Files(
                        Optional.ofNullable(dishes),
                        Optional.ofNullable(menus),
                        Optional.ofNullable(patients),
                        Optional.ofNullable(profiles),
                        Optional.ofNullable(channels),
                        Optional.ofNullable(guide),
                        Optional.ofNullable(films));
        return Commands.withConfig(config, json, read -> Imports.run(read, files, json));
    }

    @Command(name = "backup", mixinStandardHelpOptions = true)
    int backup(
            @Option(names = "--config", required = true, paramLabel = "FILE") Path config,
            @Option(names = "--to", required = true, paramLabel = "FILE") Path to,
            @Option(names = "--json") boolean json) {
        return Commands.withConfig(config, json, read -> Backups.backup(read, to, json));
    }

    @Command(name = "restore", mixinStandardHelpOptions = true)
    int restore(
            @Option(names = "--config", required = true, paramLabel = "FILE") Path config,
            @Option(names = "--from", paramLabel = "FILE") @Nullable Path from,
            @Option(names = "--json") boolean json) {
        return Commands.withConfig(
                config, json, read -> Backups.restore(read, Optional.ofNullable(from), json));
    }

    @Command(name = "check-config", mixinStandardHelpOptions = true)
    int checkConfig(
            @Parameters(paramLabel = "FILE") Path config,
            @Option(names = "--terminal") boolean terminal,
            @Option(names = "--json") boolean json) {
        return Commands.check(config, terminal, json);
    }

    @Command(name = "demo", mixinStandardHelpOptions = true)
    int demo(
            @Option(names = "--dir", required = true, paramLabel = "DIR") Path directory,
            @Option(names = "--films", paramLabel = "DIR") @Nullable Path films,
            @Option(names = "--prepare-only") boolean prepareOnly,
            @Option(names = "--mqtt-port", defaultValue = "8883") int mqttPort,
            @Option(names = "--https-port", defaultValue = "8443") int httpsPort,
            @Option(names = "--hl7-port", defaultValue = "2575") int hl7Port,
            @Option(names = "--tv-port", defaultValue = "8899") int tvPort,
            @Option(names = "--json") boolean json) {
        return new Demo(
                        directory,
                        Optional.ofNullable(films),
                        new Demo.Ports(mqttPort, httpsPort, hl7Port, tvPort))
                .run(prepareOnly, json);
    }

    /** The staff directory. */
    @Command(name = "staff", mixinStandardHelpOptions = true)
    static final class StaffCommands {
        @Command(name = "import", mixinStandardHelpOptions = true)
        int load(
                @Option(names = "--config", required = true, paramLabel = "FILE") Path config,
                @Parameters(paramLabel = "FILE") Path file,
                @Option(names = "--json") boolean json) {
            return Commands.withConfig(config, json, read -> Imports.staff(read, file, json));
        }
    }

    /** The audit; works while the server runs. */
    @Command(name = "audit", mixinStandardHelpOptions = true)
    static final class AuditCommands {
        @Command(name = "verify", mixinStandardHelpOptions = true)
        int verify(
                @Option(names = "--config", required = true, paramLabel = "FILE") Path config,
                @Option(names = "--json") boolean json) {
            return Commands.withConfig(config, json, read -> AuditTool.verify(read, json));
        }

        @Command(name = "export", mixinStandardHelpOptions = true)
        int export(
                @Option(names = "--config", required = true, paramLabel = "FILE") Path config,
                @Option(names = "--fhir", required = true) boolean fhir,
                @Option(names = "--from", paramLabel = "INSTANT") @Nullable Instant from,
                @Option(names = "--to", paramLabel = "FILE") @Nullable Path to,
                @Option(names = "--json") boolean json) {
            return Commands.withConfig(
                    config,
                    json,
                    read ->
                            AuditTool.export(
                                    read,
                                    Optional.ofNullable(from).orElse(Instant.EPOCH),
                                    Optional.ofNullable(to),
                                    json));
        }
    }

    /** Local accounts; works while the server runs. */
    @Command(name = "accounts", mixinStandardHelpOptions = true)
    static final class AccountCommands {
        @Option(
                names = "--config",
                required = true,
                paramLabel = "FILE",
                scope = CommandLine.ScopeType.INHERIT)
        private @Nullable Path config;

        private int withAccounts(boolean json, Commands.Work<AccountTool> work) {
            Path file = config;
            if (file == null) {
                return WRONG;
            }
            return Commands.withConfig(file, json, read -> AccountTool.use(read, work));
        }

        @Command(name = "add", mixinStandardHelpOptions = true)
        int add(
                @Parameters(paramLabel = "LOGIN") String login,
                @Option(names = "--name", required = true, paramLabel = "NAME") String name,
                @Option(names = "--role", required = true, split = ",", paramLabel = "ROLE")
                        List<chevet.ward.console.Role> roles,
                @Option(names = "--ward", split = ",", paramLabel = "WARD")
                        @Nullable List<String> wards,
                @Option(names = "--json") boolean json) {
            return withAccounts(
                    json,
                    tool ->
                            tool.add(
                                    login,
                                    name,
                                    roles,
                                    Optional.ofNullable(wards).orElse(List.of()),
                                    json));
        }

        @Command(name = "list", mixinStandardHelpOptions = true)
        int list(@Option(names = "--json") boolean json) {
            return withAccounts(json, tool -> tool.list(json));
        }

        @Command(name = "disable", mixinStandardHelpOptions = true)
        int disable(
                @Parameters(paramLabel = "LOGIN") String login,
                @Option(names = "--json") boolean json) {
            return withAccounts(json, tool -> tool.disable(login, json));
        }

        @Command(name = "password", mixinStandardHelpOptions = true)
        int password(
                @Parameters(paramLabel = "LOGIN") String login,
                @Option(names = "--json") boolean json) {
            return withAccounts(json, tool -> tool.password(login, json));
        }
    }
}
