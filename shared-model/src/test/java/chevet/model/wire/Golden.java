package chevet.model.wire;

import static org.assertj.core.api.Assertions.assertThat;

/** What a record looks like on the wire, which other programs hang on. */
public final class Golden {
    private Golden() {}

    /** It is written so, and read back from it strictly and leniently. */
    public static <T> void looksLike(String json, T message, Class<T> type) {
        assertThat(WireCodec.body(message).json()).isEqualTo(json);
        assertThat(WireCodec.strict(new Body(json), type)).isEqualTo(message);
        assertThat(WireCodec.lenient(new Body(json), type)).isEqualTo(message);
    }
}
