package chevet.tour;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.terminal.Remains;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A strange word in every part of the record, read at the bed and locked away with the card: after
 * a collection it is in no live object of server or terminal, and in none of their files. Both are
 * searched while it is read, too, and it is found.
 */
@Tag("slow")
@Timeout(600)
class RecordLeavesNoTraceTest {
    /** Is in both memories for as long as the programs run. */
    private static final String ALWAYS_THERE = "t-210-P";

    private static final List<String> PLANTED =
            List.of(
                    "Patient",
                    "MedicationRequest",
                    "Observation",
                    "Appointment",
                    "Flag",
                    "CareTeam",
                    "Consent");

    private static final Remains REMAINS = new Remains();

    private static Path world;
    private static RecordWorld house;

    @BeforeAll
    static void open(@TempDir Path folder) throws IOException {
        world = folder;
        house = new RecordWorld(folder);
        for (String type : PLANTED) {
            try (Stream<Path> all = Files.list(house.record())) {
                for (Path each :
                        all.filter(f -> f.getFileName().toString().startsWith(type + "-p210-p"))
                                .toList()) {
                    Files.writeString(
                            each,
                            Files.readString(each)
                                    .replace("Paracétamol 1 g", REMAINS.word())
                                    .replace("Bloc cataracte", REMAINS.word())
                                    .replace("Risque de chute", REMAINS.word())
                                    .replace("Karim Benali", REMAINS.word())
                                    .replace("Température", REMAINS.word())
                                    .replace("Consentement à l’opération", REMAINS.word())
                                    .replaceAll("Jeanne|Louis", REMAINS.word()));
                }
            }
        }
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void afterTheLockNothingOfTheRecordIsLeft() throws IOException {
        Path dumps = Files.createDirectory(world.resolve("dumps"));
        Path server = dumps.resolve("server.hprof");
        Path terminal = dumps.resolve("terminal.hprof");
        house.fhir.hold("MedicationRequest");
        house.card();
        house.opened();
        Wait.until("the server reads it", () -> REMAINS.inMemory(house.ward.pid(), server));
        house.fhir.release("MedicationRequest");
        house.whole(house.seat.words("record.reading"));
        assertThat(house.seat.text().split(REMAINS.word(), -1))
                .as("read at the bed")
                .hasSizeGreaterThan(3);
        assertThat(REMAINS.inMemory(terminal)).as("found while it is shown").isTrue();

        house.out();

        // Connections to the record are let go three seconds after the last answer.
        Wait.until(
                "the server's memory without it",
                () -> !REMAINS.inMemory(house.ward.pid(), server));
        Wait.until("the terminal's memory without it", () -> !REMAINS.inMemory(terminal));
        assertThat(Remains.in(server, ALWAYS_THERE)).as("the server's was searched").isTrue();
        assertThat(Remains.in(terminal, ALWAYS_THERE)).as("the terminal's was searched").isTrue();
        List<Path> files = filesWith(dumps);
        assertThat(files).as("the source's own were searched").anyMatch(this::ofTheSource);
        assertThat(files).as("databases, their logs, settings, logs").allMatch(this::ofTheSource);
    }

    private boolean ofTheSource(Path file) {
        return file.startsWith(house.record());
    }

    private static List<Path> filesWith(Path dumps) throws IOException {
        List<Path> holding = new ArrayList<>();
        try (Stream<Path> all = Files.walk(world)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (!file.startsWith(dumps) && REMAINS.in(file)) {
                    holding.add(file);
                }
            }
        }
        return holding;
    }
}
