package chevet.ward.keys;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chevet.model.stay.StayId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStayKeysTest {
    private static final StayId STAY = new StayId("st-1");
    private static final StayId OTHER = new StayId("st-2");
    private static final byte[] PLAIN = "Mme Martin, allergie à l'arachide".getBytes(UTF_8);

    @TempDir Path directory;
    private FileStayKeys keys;

    @BeforeEach
    void makeKeys() {
        keys = new FileStayKeys(directory);
        keys.make(STAY);
        keys.make(OTHER);
    }

    @Test
    void whatIsSealedIsOpenedInItsPlaceAlsoAfterARestart() {
        byte[] sealed = keys.seal(STAY, "t/c/1", PLAIN);
        assertThat(keys.open(STAY, "t/c/1", sealed)).isEqualTo(PLAIN);
        assertThat(new FileStayKeys(directory).open(STAY, "t/c/1", sealed)).isEqualTo(PLAIN);
    }

    @Test
    void theSameTextIsSealedDifferentlyEachTimeAndCannotBeRead() {
        byte[] sealed = keys.seal(STAY, "t/c/1", PLAIN);
        assertThat(sealed).isNotEqualTo(keys.seal(STAY, "t/c/1", PLAIN));
        assertThat(new String(sealed, UTF_8)).doesNotContain("Martin");
    }

    @Test
    void whatIsSealedIsOpenedNowhereElse() {
        byte[] sealed = keys.seal(STAY, "t/c/1", PLAIN);
        assertThatThrownBy(() -> keys.open(STAY, "t/c/2", sealed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("Martin");
        assertThatThrownBy(() -> keys.open(OTHER, "t/c/1", sealed))
                .isInstanceOf(IllegalArgumentException.class);
        sealed[20] ^= 1;
        assertThatThrownBy(() -> keys.open(STAY, "t/c/1", sealed))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> keys.open(STAY, "t/c/1", new byte[3]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void makingAKeyAgainKeepsIt() {
        byte[] sealed = keys.seal(STAY, "p", PLAIN);
        keys.make(STAY);
        new FileStayKeys(directory).make(STAY);
        assertThat(keys.open(STAY, "p", sealed)).isEqualTo(PLAIN);
    }

    @Test
    void aKeyPutAwayOpensNothingUntilItIsRestored() {
        byte[] sealed = keys.seal(STAY, "p", PLAIN);
        keys.putAway(STAY);
        keys.putAway(STAY);
        assertThatThrownBy(() -> keys.open(STAY, "p", sealed)).isInstanceOf(StayKeys.KeyGone.class);
        keys.make(STAY);
        assertThatThrownBy(() -> keys.seal(STAY, "p", PLAIN)).isInstanceOf(StayKeys.KeyGone.class);
        keys.restore(STAY);
        assertThat(keys.open(STAY, "p", sealed)).isEqualTo(PLAIN);
    }

    @Test
    void aDestroyedKeyIsGoneForGoodAlsoFromWhereItWasPutAway() throws IOException {
        byte[] sealed = keys.seal(STAY, "p", PLAIN);
        keys.putAway(STAY);
        keys.destroy(STAY);
        keys.destroy(STAY);
        assertThatThrownBy(() -> keys.restore(STAY)).isInstanceOf(StayKeys.KeyGone.class);
        keys.make(STAY);
        assertThatThrownBy(() -> keys.open(STAY, "p", sealed))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothingOfADestroyedKeyIsLeftInTheFile() throws IOException {
        byte[] before = Files.readAllBytes(file());
        int at = new String(before, ISO_8859_1).indexOf("st-1");
        byte[] key = Arrays.copyOfRange(before, at - 32, at);
        assertThat(key).isNotEqualTo(new byte[32]);
        keys.destroy(STAY);
        assertThat(new String(Files.readAllBytes(file()), ISO_8859_1))
                .doesNotContain("st-1", new String(key, ISO_8859_1))
                .contains("st-2");
    }

    @Test
    void aPlaceThatIsFreeAgainServesTheNext() throws IOException {
        long size = Files.size(file());
        for (int i = 0; i < 2000; i++) {
            StayId stay = new StayId("st-" + (i + 10));
            keys.make(stay);
            keys.destroy(stay);
        }
        assertThat(Files.size(file())).isEqualTo(size);
    }

    @Test
    void aFullFileGrowsAndIsReadWhole() {
        byte[] sealed = keys.seal(OTHER, "p", PLAIN);
        for (int i = 0; i < 600; i++) {
            keys.make(new StayId("st-" + (i + 10)));
        }
        StayId last = new StayId("st-609");
        byte[] ofLast = keys.seal(last, "p", PLAIN);
        FileStayKeys again = new FileStayKeys(directory);
        assertThat(again.open(OTHER, "p", sealed)).isEqualTo(PLAIN);
        assertThat(again.open(last, "p", ofLast)).isEqualTo(PLAIN);
    }

    @Test
    void aKeyPutAwayIsSoAfterARestart() {
        byte[] sealed = keys.seal(STAY, "p", PLAIN);
        keys.putAway(STAY);
        FileStayKeys again = new FileStayKeys(directory);
        assertThatThrownBy(() -> again.open(STAY, "p", sealed))
                .isInstanceOf(StayKeys.KeyGone.class);
        again.restore(STAY);
        assertThat(again.open(STAY, "p", sealed)).isEqualTo(PLAIN);
    }

    @Test
    void aDamagedFileIsNotTakenForAnEmptyOne() throws IOException {
        byte[] bytes = Files.readAllBytes(file());
        bytes[0] = 9;
        Files.write(file(), bytes);
        assertThatThrownBy(() -> new FileStayKeys(directory))
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseMessage("slot 0 of the keys is damaged");
    }

    private Path file() {
        return directory.resolve("stays.keys");
    }

    @Test
    void onlyTheServersUserMayReadThem() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            assertThat(files)
                    .hasSize(2)
                    .allSatisfy(
                            file ->
                                    assertThat(
                                                    PosixFilePermissions.toString(
                                                            Files.getPosixFilePermissions(file)))
                                            .isEqualTo(
                                                    Files.isDirectory(file)
                                                            ? "rwx------"
                                                            : "rw-------"));
        }
    }
}
