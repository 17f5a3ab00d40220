package chevet.terminal.player;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/** Puts the packets of one elementary stream together (ISO/IEC 13818-1, 2.4.3.6). */
final class PesUnits {
    static final int HEADER = 9;
    private static final int LONGEST = 64 << 10;

    private final int pid;
    private final ByteArrayOutputStream part = new ByteArrayOutputStream();
    private boolean begun;

    /**
     * One whole unit.
     *
     * @param shown when it is to be shown, in ticks of 90 kHz that begin again after 33 bits; empty
     *     where it does not say
     */
    record Unit(OptionalLong shown, ByteBuffer data) {}

    PesUnits(int pid) {
        this.pid = pid;
    }

    /** Takes any packet; gives the unit that it completes. Only for units that say their length. */
    Optional<Unit> packet(byte[] b, int at) {
        int from = at + TsPacket.payload(b, at);
        int end = at + TsPacket.SIZE;
        if (TsPacket.pid(b, at) != pid || from >= end) {
            return Optional.empty();
        }
        if (TsPacket.unitStarts(b, at)) {
            part.reset();
            begun = true;
        }
        if (!begun) {
            return Optional.empty();
        }
        part.write(b, from, end - from);
        return whole();
    }

    private Optional<Unit> whole() {
        if (part.size() < HEADER) {
            return Optional.empty();
        }
        byte[] got = part.toByteArray();
        int length = 6 + TsPacket.number(got, 4, 0xff);
        if (got.length < length && length <= LONGEST) {
            return Optional.empty();
        }
        begun = false;
        int data = HEADER + (got[8] & 0xff);
        boolean unit = got[0] == 0 && got[1] == 0 && got[2] == 1 && data <= length;
        return unit && length <= got.length
                ? Optional.of(unit(got, data, length))
                : Optional.empty();
    }

    private static Unit unit(byte[] got, int from, int to) {
        return new Unit(shown(got, 0), ByteBuffer.wrap(Arrays.copyOfRange(got, from, to)));
    }

    /** Of the unit that begins there; empty where its header does not say, or is not all there. */
    static OptionalLong shown(byte[] b, int at) {
        boolean says = at + HEADER + 5 <= b.length && (b[at + 7] & 0x80) != 0;
        return says ? OptionalLong.of(stamp(b, at + HEADER)) : OptionalLong.empty();
    }

    /** 3, 15 and 15 bits with a marker after each. */
    private static long stamp(byte[] b, int at) {
        return (b[at] & 0x0eL) << 29
                | (b[at + 1] & 0xffL) << 22
                | (b[at + 2] & 0xfeL) << 14
                | (b[at + 3] & 0xffL) << 7
                | (b[at + 4] & 0xfeL) >> 1;
    }
}
