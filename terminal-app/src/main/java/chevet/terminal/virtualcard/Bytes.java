package chevet.terminal.virtualcard;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/** Bytes as cards write them: BER-TLV (ISO 7816-4, 5.2.2). */
final class Bytes {
    private Bytes() {}

    static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    /** One object whose value is all parts, one after the other. */
    static byte[] object(int tag, byte[]... parts) {
        byte[] value = joined(parts);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (tag > 0xFFFF) {
            out.write(tag >> 16);
        }
        if (tag > 0xFF) {
            out.write(tag >> 8);
        }
        out.write(tag);
        if (value.length > 0xFF) {
            out.writeBytes(
                    new byte[] {(byte) 0x82, (byte) (value.length >> 8), (byte) value.length});
        } else if (value.length > 0x7F) {
            out.writeBytes(new byte[] {(byte) 0x81, (byte) value.length});
        } else {
            out.write(value.length);
        }
        out.writeBytes(value);
        return out.toByteArray();
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
