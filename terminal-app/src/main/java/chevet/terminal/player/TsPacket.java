package chevet.terminal.player;

/** The fields of one transport packet of 188 bytes within an array (ISO/IEC 13818-1, 2.4.3). */
final class TsPacket {
    static final int SIZE = 188;
    static final byte SYNC = 0x47;
    static final int PAT_PID = 0;

    private TsPacket() {}

    /** Two bytes, the highest first, of which the mask leaves the lower bits of the first. */
    static int number(byte[] b, int at, int mask) {
        return ((b[at] & mask) << 8) | (b[at + 1] & 0xff);
    }

    static int pid(byte[] b, int at) {
        return TsPacket.number(b, at + 1, 0x1f);
    }

    /** A PES packet or a section begins in it. */
    static boolean unitStarts(byte[] b, int at) {
        return (b[at + 1] & 0x40) != 0;
    }

    /** The sender says that decoding may begin here. */
    static boolean randomAccess(byte[] b, int at) {
        boolean adaptation = (b[at + 3] & 0x20) != 0;
        return adaptation && (b[at + 4] & 0xff) > 0 && (b[at + 5] & 0x40) != 0;
    }

    /** Where its payload begins, counted from the packet; {@link #SIZE} where it has none. */
    static int payload(byte[] b, int at) {
        int control = (b[at + 3] >> 4) & 3;
        return switch (control) {
            case 1 -> 4;
            case 3 -> Math.min(SIZE, 5 + (b[at + 4] & 0xff));
            default -> SIZE;
        };
    }
}
