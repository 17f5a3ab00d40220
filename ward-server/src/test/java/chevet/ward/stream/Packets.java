package chevet.ward.stream;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Writes transport packets by hand, and reads what stands in them. */
final class Packets {
    static final int PICTURE = 256;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int tables;
    private int pictures;

    /** The program's table: something can begin here. */
    Packets tables() {
        byte[] packet = packet(0, tables++, 0x10);
        packet[1] |= 0x40;
        out.writeBytes(packet);
        return this;
    }

    /** A picture's first packet, with the clock and the time that it is shown, in 90 kHz. */
    Packets picture(long clock, long shown) {
        byte[] packet = packet(PICTURE, pictures++, 0x30);
        packet[1] |= 0x40;
        packet[4] = 7;
        packet[5] = 0x10;
        for (int i = 0; i < 4; i++) {
            packet[6 + i] = (byte) (clock >> (25 - 8 * i));
        }
        packet[10] = (byte) ((clock & 1) << 7 | 0x7e);
        packet[12 + 2] = 1;
        packet[12 + 3] = (byte) 0xe0;
        packet[12 + 7] = (byte) 0x80;
        packet[12 + 8] = 5;
        packet[21] = (byte) (0x21 | (shown >> 30) << 1);
        packet[22] = (byte) (shown >> 22);
        packet[23] = (byte) ((shown >> 15) << 1 | 1);
        packet[24] = (byte) (shown >> 7);
        packet[25] = (byte) (shown << 1 | 1);
        out.writeBytes(packet);
        return this;
    }

    /** What a picture goes on with. */
    Packets more() {
        out.writeBytes(packet(PICTURE, pictures++, 0x10));
        return this;
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    private static byte[] packet(int pid, int counter, int control) {
        byte[] packet = new byte[TsLoop.PACKET];
        Arrays.fill(packet, (byte) 0xff);
        packet[0] = 0x47;
        packet[1] = (byte) (pid >> 8);
        packet[2] = (byte) pid;
        packet[3] = (byte) (control | (counter & 0x0f));
        Arrays.fill(packet, 12, 40, (byte) 0);
        return packet;
    }

    static int counter(byte[] packet) {
        return packet[3] & 0x0f;
    }

    static long clock(byte[] packet) {
        long base = 0;
        for (int i = 0; i < 4; i++) {
            base = base << 8 | (packet[6 + i] & 0xff);
        }
        return base << 1 | (packet[10] & 0x80) >> 7;
    }

    static long shown(byte[] packet) {
        return (packet[21] & 0x0eL) << 29
                | (packet[22] & 0xffL) << 22
                | (packet[23] & 0xfeL) << 14
                | (packet[24] & 0xffL) << 7
                | (packet[25] & 0xfeL) >> 1;
    }
}
