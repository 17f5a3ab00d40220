package chevet.start;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;

import chevet.config.ConfigFile;
import chevet.config.Reading;
import chevet.config.WardConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/**
 * The demo ward as its first preparation leaves it: made once a day, and copied for each who wants
 * one of its own.
 */
public final class MadeWard {
    private static final String FILE = "ward.toml";
    private static final long LIMIT_SECONDS = 180;

    private MadeWard() {}

    /**
     * @param to a folder that is not there yet, or empty
     * @param configuration what its {@code ward.toml} is to be, out of what it is; the terminals'
     *     go by its ports
     */
    public static void copy(Path to, UnaryOperator<String> configuration) {
        String today = LocalDate.now(ZoneId.of("Europe/Paris")).toString();
        Path made = Starts.here().once("ward-" + today, MadeWard::make);
        try {
            copy(made, to);
            Path file = to.resolve(FILE);
            Files.writeString(file, configuration.apply(Files.readString(file)));
            WardConfig config = read(file);
            try (Stream<Path> terminals = Files.list(to.resolve("terminals"))) {
                for (Path each : terminals.toList()) {
                    move(each, config);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The program's main class and what it is told, to have its demo ward in that folder. */
    public static List<String> demo(Path folder) {
        return List.of(
                "chevet.ward.WardServer",
                "demo",
                "--dir",
                folder.toString(),
                // Made by whoever comes first; they are the same for all.
                "--films",
                System.getProperty("chevet.films", "target/demo-films"));
    }

    private static void make(Path folder) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(Starts.here().java());
        command.addAll(demo(folder));
        command.add("--prepare-only");
        Path said = Files.createTempFile("chevet-ward", ".log");
        Process preparing =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        Runtime.getRuntime().addShutdownHook(new Thread(preparing::destroyForcibly));
        if (!preparing.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || preparing.exitValue() != 0) {
            preparing.destroyForcibly();
            throw new IllegalStateException("no demo ward: " + Files.readString(said));
        }
        Files.delete(said);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.filter(path -> !path.equals(from)).toList()) {
                Files.copy(each, to.resolve(from.relativize(each)), COPY_ATTRIBUTES);
            }
        }
    }

    /** A terminal's configuration names folders by their whole paths. */
    private static void move(Path terminal, WardConfig config) throws IOException {
        Path file = terminal.resolve("terminal.toml");
        Path own = terminal.toAbsolutePath().normalize();
        Files.writeString(
                file,
                Files.readString(file)
                        .replaceAll(
                                "\"/.*/terminals/" + own.getFileName() + "/",
                                Matcher.quoteReplacement("\"" + own + "/"))
                        .replaceFirst("mqtt-port = \\d+", "mqtt-port = " + config.mqtt().port())
                        .replaceFirst(
                                "https-port = \\d+", "https-port = " + config.https().port()));
    }

    private static WardConfig read(Path file) {
        return switch (ConfigFile.ward(file, Locale.ROOT)) {
            case Reading.Good<WardConfig>(WardConfig config) -> config;
            case Reading.Faulty<WardConfig>(var problems) ->
                    throw new IllegalArgumentException(problems.toString());
        };
    }
}
