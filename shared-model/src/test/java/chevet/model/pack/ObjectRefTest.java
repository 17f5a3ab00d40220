package chevet.model.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chevet.model.wire.Body;
import chevet.model.wire.WireCodec;
import chevet.model.wire.WireException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectRefTest {
    private static final String SHA = "ab".repeat(32);

    @Test
    void looksLikeThisOnTheWire() {
        ObjectRef film = new ObjectRef(SHA, 3 << 20, "video/mp4", Optional.of("cd".repeat(32)));
        String json =
                "{\"sha256\":\"%s\",\"bytes\":3145728,\"mediaType\":\"video/mp4\",\"chunks\":\"%s\"}"
                        .formatted(SHA, "cd".repeat(32));
        assertThat(WireCodec.body(film).json()).isEqualTo(json);
        assertThat(WireCodec.strict(new Body(json), ObjectRef.class)).isEqualTo(film);
    }

    @Test
    void anObjectWithoutAChunkListNeedNotSpeakOfIt() {
        String json = "{\"sha256\":\"%s\",\"bytes\":12,\"mediaType\":\"image/png\"}".formatted(SHA);
        assertThat(WireCodec.strict(new Body(json), ObjectRef.class))
                .isEqualTo(new ObjectRef(SHA, 12, "image/png"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1",
        "1048575, 1",
        "1048576, 1",
        "1048577, 2",
        "9223372036854775807, 8796093022208"
    })
    void chunksAreCountedWithTheShorterLastOne(long bytes, long chunks) {
        assertThat(new ObjectRef(SHA, bytes, "video/mp4").chunkCount()).isEqualTo(chunks);
    }

    @Test
    void aChunkListIsAnObjectOfItsOwn() {
        ObjectRef film = new ObjectRef(SHA, 2097153, "video/mp4", Optional.of("cd".repeat(32)));
        assertThat(film.chunkList())
                .contains(new ObjectRef("cd".repeat(32), 96, ObjectRef.CHUNK_LIST));
        assertThat(film.path()).isEqualTo("/objects/ab/" + SHA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../../etc/passwd", "AB", "zz"})
    void whatIsNoHashIsRefused(String start) {
        String hash = start.length() == 2 ? start.repeat(32) : start;
        assertThatThrownBy(() -> new ObjectRef(hash, 1, "video/mp4"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sha256");
    }

    /** HP-07 in the name itself. */
    @Test
    void aNegativeLengthIsRefusedWhereItIsRead() {
        String json = "{\"sha256\":\"%s\",\"bytes\":-1,\"mediaType\":\"a/b\"}".formatted(SHA);
        assertThatThrownBy(() -> WireCodec.lenient(new Body(json), ObjectRef.class))
                .isInstanceOf(WireException.class);
        assertThatThrownBy(() -> new ObjectRef(SHA, 1, "text/html; x=<script>"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mediaType");
    }
}
