package chevet.sim;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/**
 * Fifty seeds at every build; {@code -Dchevet.sim.seeds=1000} runs more, {@code
 * -Dchevet.sim.seed=17} runs one.
 */
@Tag("slow")
class SimulationTest {
    private static final Logger ROOT =
            (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private static Level before = Level.INFO;

    @TempDir(factory = InMemory.class)
    Path directory;

    /** Where there is such a disk: what a power cut leaves is tried elsewhere. */
    static final class InMemory implements TempDirFactory {
        @Override
        public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context)
                throws IOException {
            Path memory = Path.of("/dev/shm");
            return Files.isWritable(memory)
                    ? Files.createTempDirectory(memory, "chevet-sim")
                    : Files.createTempDirectory("chevet-sim");
        }
    }

    /** What goes wrong on purpose fills no log. */
    @BeforeAll
    static void quiet() {
        before = ROOT.getLevel();
        ROOT.setLevel(Level.OFF);
    }

    @AfterAll
    static void loud() {
        ROOT.setLevel(before);
    }

    static LongStream seeds() {
        Long one = Long.getLong("chevet.sim.seed");
        return one != null
                ? LongStream.of(one)
                : LongStream.rangeClosed(1, Long.getLong("chevet.sim.seeds", 50));
    }

    private Simulation.Result run(long seed, String name) throws IOException {
        return Simulation.run(seed, Files.createDirectory(directory.resolve(name)), new SimKeys());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whateverGoesWrongThePromisesAreKept(long seed) throws IOException {
        Simulation.Result result = run(seed, "run");
        assertThat(result.faults()).as("seed %d", seed).isEmpty();
        assertThat(result.accepted()).as("accepted with seed %d", seed).isGreaterThan(100);
    }

    @Test
    void theSameSeedGoesTheSameWay() throws IOException {
        assertThat(run(4711, "first")).isEqualTo(run(4711, "second"));
        assertThat(run(4711, "third").trace()).isNotEqualTo(run(4712, "other").trace());
    }
}
