package chevet.terminal.virtualcard;

import java.util.Arrays;
import java.util.Optional;

/**
 * A command APDU, short or extended (ISO 7816-4, 5.1).
 *
 * @param most how many bytes the sender takes back at the most
 */
@SuppressWarnings("ArrayRecordComponent") // On its way to the card's mind, never compared.
record CommandApdu(int cla, int ins, int p1, int p2, byte[] data, int most) {
    private static final int SHORT = 256;
    private static final int EXTENDED = 65536;

    /** Empty for bytes that are none. */
    static Optional<CommandApdu> read(byte[] bytes) {
        if (bytes.length < 4) {
            return Optional.empty();
        }
        if (bytes.length == 4) {
            return Optional.of(of(bytes, new byte[0], 0));
        }
        int first = bytes[4] & 0xFF;
        if (bytes.length == 5) {
            return Optional.of(of(bytes, new byte[0], first == 0 ? SHORT : first));
        }
        return first == 0 ? extended(bytes) : body(bytes, 5, first, 1);
    }

    private static Optional<CommandApdu> extended(byte[] bytes) {
        if (bytes.length < 7) {
            return Optional.empty();
        }
        int length = ((bytes[5] & 0xFF) << 8) | (bytes[6] & 0xFF);
        return bytes.length == 7
                ? Optional.of(of(bytes, new byte[0], length == 0 ? EXTENDED : length))
                : body(bytes, 7, length, 2);
    }

    private static Optional<CommandApdu> body(byte[] bytes, int from, int length, int expected) {
        int end = from + length;
        if (bytes.length != end && bytes.length != end + expected) {
            return Optional.empty();
        }
        int most = 0;
        for (int i = end; i < bytes.length; i++) {
            most = (most << 8) | (bytes[i] & 0xFF);
        }
        if (bytes.length > end && most == 0) {
            most = expected == 1 ? SHORT : EXTENDED;
        }
        return Optional.of(of(bytes, Arrays.copyOfRange(bytes, from, end), most));
    }

    private static CommandApdu of(byte[] bytes, byte[] data, int most) {
        return new CommandApdu(
                bytes[0] & 0xFF, bytes[1] & 0xFF, bytes[2] & 0xFF, bytes[3] & 0xFF, data, most);
    }

    /** More of the same command follows (ISO 7816-4, 5.3.3). */
    boolean chained() {
        return (cla & 0x10) != 0;
    }

    @Override
    public String toString() {
        return "CommandApdu[" + Integer.toHexString(ins) + "]";
    }
}
