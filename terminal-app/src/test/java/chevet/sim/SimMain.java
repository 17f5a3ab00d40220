package chevet.sim;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/**
 * Thousands of runs by hand: {@code SimMain FIRST LAST}; prints each seed that breaks a promise.
 */
final class SimMain {
    private SimMain() {}

    public static void main(String[] args) throws IOException {
        // What goes wrong on purpose fills no log.
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
        long first = Long.parseLong(args[0]);
        long last = Long.parseLong(args[args.length - 1]);
        int broken = 0;
        for (long seed = first; seed <= last; seed++) {
            Instant begun = Instant.now();
            Path directory = Files.createTempDirectory("chevet-sim");
            Simulation.Result result = Simulation.run(seed, directory, new SimKeys());
            Duration took = Duration.between(begun, Instant.now());
            System.out.printf(
                    "seed %d: %d taps, %d accepted, %d restarts, %d ms, trace %016x%n",
                    seed,
                    result.taps(),
                    result.accepted(),
                    result.restarts(),
                    took.toMillis(),
                    result.trace());
            result.faults().forEach(fault -> System.out.println("  " + fault));
            broken += result.faults().isEmpty() ? 0 : 1;
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(directory);
        }
        System.exit(broken == 0 ? 0 : 1);
    }
}
