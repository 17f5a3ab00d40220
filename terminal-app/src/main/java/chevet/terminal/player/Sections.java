package chevet.terminal.player;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;

/** Puts the sections of one PID together from their packets, and makes packets from a section. */
final class Sections {
    private static final int LONGEST = 1024;

    private final ByteArrayOutputStream part = new ByteArrayOutputStream();
    private boolean begun;

    /** Takes a packet of the PID; gives the section that it completes, if its check sum holds. */
    Optional<byte[]> packet(byte[] b, int at) {
        int from = at + TsPacket.payload(b, at);
        int end = at + TsPacket.SIZE;
        if (from >= end) {
            return Optional.empty();
        }
        if (TsPacket.unitStarts(b, at)) {
            from += 1 + (b[from] & 0xff);
            part.reset();
            begun = true;
        }
        if (!begun || from >= end) {
            return Optional.empty();
        }
        part.write(b, from, end - from);
        return whole();
    }

    private Optional<byte[]> whole() {
        byte[] got = part.toByteArray();
        if (got.length < 3) {
            return Optional.empty();
        }
        int length = 3 + TsPacket.number(got, 1, 0x0f);
        if (got.length < length && length <= LONGEST) {
            return Optional.empty();
        }
        begun = false;
        part.reset();
        if (length > got.length || length < 12 || crc(got, length) != 0) {
            return Optional.empty();
        }
        return Optional.of(Arrays.copyOf(got, length));
    }

    /** Packets that carry a section, check sum and all; their counters begin at {@code counter}. */
    static byte[] packets(int pid, byte[] section, int counter) {
        int room = TsPacket.SIZE - 4;
        int count = (section.length + 1 + room - 1) / room;
        byte[] out = new byte[count * TsPacket.SIZE];
        Arrays.fill(out, (byte) 0xff);
        int from = 0;
        for (int i = 0; i < count; i++) {
            int at = i * TsPacket.SIZE;
            out[at] = TsPacket.SYNC;
            out[at + 1] = (byte) ((i == 0 ? 0x40 : 0) | (pid >> 8));
            out[at + 2] = (byte) pid;
            out[at + 3] = (byte) (0x10 | ((counter + i) & 0x0f));
            int start = at + 4;
            if (i == 0) {
                out[start] = 0;
                start++;
            }
            int length = Math.min(section.length - from, at + TsPacket.SIZE - start);
            System.arraycopy(section, from, out, start, length);
            from += length;
        }
        return out;
    }

    /** Adds the check sum to what has none yet. */
    static byte[] sealed(byte[] bare) {
        byte[] section = Arrays.copyOf(bare, bare.length + 4);
        int length = section.length - 3;
        section[1] = (byte) ((section[1] & 0xf0) | (length >> 8));
        section[2] = (byte) length;
        int sum = crc(section, bare.length);
        for (int i = 0; i < 4; i++) {
            section[bare.length + i] = (byte) (sum >>> (24 - 8 * i));
        }
        return section;
    }

    /** ISO/IEC 13818-1, annex A: zero over a section that holds its own check sum. */
    private static int crc(byte[] b, int length) {
        int crc = -1;
        for (int i = 0; i < length; i++) {
            crc ^= b[i] << 24;
            for (int bit = 0; bit < 8; bit++) {
                crc = crc < 0 ? (crc << 1) ^ 0x04c11db7 : crc << 1;
            }
        }
        return crc;
    }
}
