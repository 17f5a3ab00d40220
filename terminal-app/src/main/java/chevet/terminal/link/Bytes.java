package chevet.terminal.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** Bytes that nobody changes: a body as it is kept, sealed or plain, or a message. */
public final class Bytes {
    private final byte[] array;

    private Bytes(byte[] array) {
        this.array = array;
    }

    /**
     * @param array given away: not a copy
     */
    public static Bytes of(byte[] array) {
        return new Bytes(array);
    }

    static Bytes of(String text) {
        return new Bytes(text.getBytes(UTF_8));
    }

    /** Not a copy. */
    public byte[] array() {
        return array;
    }

    String text() {
        return new String(array, UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(array, bytes.array);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(array);
    }

    @Override
    public String toString() {
        return "Bytes[" + array.length + "]";
    }
}
