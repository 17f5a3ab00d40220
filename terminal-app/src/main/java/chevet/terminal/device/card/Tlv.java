package chevet.terminal.device.card;

import java.util.Arrays;
import java.util.Optional;

/** BER-TLV (ISO 7816-4, 5.2.2) as far as PIV needs it: tags of one byte, lengths to 65,535. */
final class Tlv {
    private Tlv() {}

    /** The value of the first object with that tag; empty where there is none, or it is cut off. */
    static Optional<byte[]> find(byte[] objects, int tag) {
        int at = 0;
        while (at + 2 <= objects.length) {
            int found = objects[at] & 0xFF;
            int length = objects[at + 1] & 0xFF;
            int from = at + 2;
            if (length > 0x82 || length == 0x80) {
                return Optional.empty();
            }
            if (length > 0x80) {
                int bytes = length - 0x80;
                if (from + bytes > objects.length) {
                    return Optional.empty();
                }
                length = 0;
                for (int i = 0; i < bytes; i++) {
                    length = (length << 8) | (objects[from + i] & 0xFF);
                }
                from += bytes;
            }
            if (from + length > objects.length) {
                return Optional.empty();
            }
            if (found == tag) {
                return Optional.of(Arrays.copyOfRange(objects, from, from + length));
            }
            at = from + length;
        }
        return Optional.empty();
    }
}
