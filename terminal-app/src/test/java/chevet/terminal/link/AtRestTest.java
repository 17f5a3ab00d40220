package chevet.terminal.link;

import static chevet.terminal.link.OneTerminal.STAY;
import static chevet.terminal.link.OneTerminal.STAY_STREAM;
import static chevet.terminal.link.OneTerminal.event;
import static chevet.terminal.link.OneTerminal.live;
import static chevet.terminal.link.OneTerminal.occupancy;
import static chevet.terminal.link.OneTerminal.page;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chevet.model.stay.StayId;
import chevet.model.wire.StreamId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be found on the terminal's disk, while a stay lies there and after it has left. */
class AtRestTest {
    private static final String CANARY = "Canary-Martin-4711";
    @TempDir Path directory;

    private OneTerminal terminal() {
        return new OneTerminal(
                new SqliteStore(directory.resolve("data/terminal.db")),
                new FileKeys(directory.resolve("keys")));
    }

    private List<Path> filesWith(String text) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), ISO_8859_1).contains(text)) {
                    found.add(directory.relativize(file));
                }
            }
        }
        return found;
    }

    private OneTerminal withCanaries() {
        OneTerminal terminal = terminal().occupied();
        terminal.say(live(event(STAY_STREAM, 2, 1, "name", "\"" + CANARY + "\"")));
        terminal.tap(CANARY);
        return terminal;
    }

    @Test
    void whatIsOfAStayIsSealedAtRest() throws IOException {
        OneTerminal terminal = withCanaries();
        terminal.say(
                page(
                        OneTerminal.WARD,
                        0,
                        1,
                        true,
                        event(OneTerminal.WARD, 1, 0, "k", "\"Everybody-knows\"")));
        assertThat(filesWith(CANARY)).isEmpty();
        assertThat(filesWith("Everybody-knows")).isNotEmpty();
        terminal.store.close();
        OneTerminal again = terminal().started();
        assertThat(again.value(StreamId.Kind.STAY, "name")).isEqualTo(CANARY);
        assertThat(again.link.waiting("test.tap"))
                .singleElement()
                .satisfies(c -> assertThat(c.body().json()).contains(CANARY));
        again.store.close();
    }

    @Test
    void afterADischargeNothingOfTheStayIsLeft() throws IOException {
        OneTerminal terminal = withCanaries();
        byte[] key = Files.readAllBytes(directory.resolve("keys/st-1.key"));
        byte[] sealed = sealedBody(terminal);
        assertThat(filesWith(new String(sealed, ISO_8859_1))).isNotEmpty();
        terminal.accept(terminal.wire.commands().getFirst());
        terminal.say(live(occupancy(2, 1, Optional.empty())));
        assertThat(directory.resolve("keys")).isEmptyDirectory();
        assertThat(filesWith(CANARY)).isEmpty();
        assertThat(filesWith(new String(key, ISO_8859_1))).isEmpty();
        assertThat(filesWith(new String(sealed, ISO_8859_1))).isEmpty();
        // Not even that there was a tray or a name, in free pages or in the log.
        assertThat(filesWith("st-1")).isEmpty();
        assertThat(directory.resolve("data/terminal.db-wal")).isEmptyFile();
        terminal.store.close();
    }

    private static byte[] sealedBody(OneTerminal terminal) {
        // The last thing that was kept of the stay, as it lies on the disk.
        return ((SqliteStore) terminal.store)
                .open("s").replica().stream()
                        .filter(event -> event.stream().equals(STAY_STREAM))
                        .filter(event -> event.key().equals("name"))
                        .findFirst()
                        .orElseThrow()
                        .body()
                        .array();
    }

    @Test
    void aDischargeThatThePowerCutIsFinishedAtTheNextStart() throws IOException {
        OneTerminal terminal = withCanaries();
        terminal.say(live(occupancy(2, 1, Optional.empty())));
        assertThat(directory.resolve("keys/st-1.key")).exists();
        terminal.store.close();
        OneTerminal again = terminal().started();
        again.time.run(Farewells.LEAVE);
        assertThat(directory.resolve("keys")).isEmptyDirectory();
        assertThat(again.link.snapshot().stay()).isEmpty();
        assertThat(filesWith("st-1")).isEmpty();
        again.store.close();
    }

    @Test
    void theNextPatientHasAnotherKey() throws IOException {
        FileKeys keys = new FileKeys(directory.resolve("keys"));
        keys.make(STAY);
        byte[] first = Files.readAllBytes(directory.resolve("keys/st-1.key"));
        byte[] sealed = keys.seal(STAY, "here", CANARY.getBytes(UTF_8));
        assertThatThrownBy(() -> keys.open(STAY, "elsewhere", sealed))
                .isInstanceOf(Seal.Broken.class);
        assertThat(new FileKeys(directory.resolve("keys")).open(STAY, "here", sealed))
                .isEqualTo(CANARY.getBytes(UTF_8));
        keys.destroy(STAY);
        assertThatThrownBy(() -> keys.open(STAY, "here", sealed)).isInstanceOf(Seal.Broken.class);
        keys.make(STAY);
        assertThat(Files.readAllBytes(directory.resolve("keys/st-1.key"))).isNotEqualTo(first);
        assertThatThrownBy(() -> keys.open(STAY, "here", sealed)).isInstanceOf(Seal.Broken.class);
        assertThat(keys.stays()).containsExactly(STAY);
    }

    @Test
    void onlyTheKiosksUserReadsKeys() throws IOException {
        FileKeys keys = new FileKeys(directory.resolve("keys"));
        keys.make(new StayId("st-9"));
        assertThat(Files.getPosixFilePermissions(directory.resolve("keys/st-9.key")).toString())
                .doesNotContain("GROUP", "OTHERS");
    }

    @Test
    void aSealIsNeverTheSameTwice() {
        Seal seal = new Seal(new byte[Seal.KEY], new SecureRandom());
        byte[] plain = CANARY.getBytes(UTF_8);
        assertThat(seal.seal("p", plain)).isNotEqualTo(seal.seal("p", plain));
    }
}
