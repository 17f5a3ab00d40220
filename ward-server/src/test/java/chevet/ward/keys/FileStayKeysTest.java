package chevet.ward.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chevet.model.stay.StayId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
        keys.destroy(STAY);
        try (Stream<Path> files = Files.walk(directory)) {
            assertThat(files.filter(file -> file.toString().contains("st-1"))).isEmpty();
        }
    }

    @Test
    void onlyTheServersUserMayReadThem() throws IOException {
        keys.putAway(OTHER);
        try (Stream<Path> files = Files.walk(directory)) {
            assertThat(files)
                    .hasSize(4)
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
