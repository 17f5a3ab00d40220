package chevet.terminal.player;

/** How teletext protects what it sends (ETSI EN 300 706, 8): the lowest bit comes first. */
final class TeletextBits {
    /** The places of a triplet that each of its first five tests covers (8.3). */
    private static final int[] TESTS = {0x555555, 0x666666, 0x787878, 0x007f80, 0x7f8000};

    private static final int LAST_TESTED = 23;

    private TeletextBits() {}

    private static int turned(byte b) {
        return Integer.reverse(b) >>> 24;
    }

    /** Seven bits with odd parity (8.1); a letter that was hurt is a blank. */
    static int seven(byte b) {
        int turned = turned(b);
        return odd(turned) ? turned & 0x7f : ' ';
    }

    private static boolean odd(int bits) {
        return (Integer.bitCount(bits) & 1) == 1;
    }

    /** Four bits of a Hamming 8/4 byte (8.2), one bit mended; -1 where two are wrong. */
    static int four(byte b) {
        int got = turned(b);
        for (int value = 0; value < 16; value++) {
            if (Integer.bitCount(got ^ hamming(value)) <= 1) {
                return value;
            }
        }
        return -1;
    }

    /** D4 P4 D3 P3 D2 P2 D1 P1, the highest bit first. */
    static int hamming(int value) {
        int d1 = value & 1;
        int d2 = value >> 1 & 1;
        int d3 = value >> 2 & 1;
        int d4 = value >> 3 & 1;
        int p1 = 1 ^ d1 ^ d3 ^ d4;
        int p2 = 1 ^ d1 ^ d2 ^ d4;
        int p3 = 1 ^ d1 ^ d2 ^ d3;
        int p4 = 1 ^ p1 ^ d1 ^ p2 ^ d2 ^ p3 ^ d3 ^ d4;
        return d4 << 7 | p4 << 6 | d3 << 5 | p3 << 4 | d2 << 3 | p2 << 2 | d1 << 1 | p1;
    }

    /** Eighteen bits of three Hamming 24/18 bytes (8.3), one mended; -1 where two are wrong. */
    static int eighteen(byte[] b, int at) {
        int got = turned(b[at]) | turned(b[at + 1]) << 8 | turned(b[at + 2]) << 16;
        int wrong = 0;
        for (int i = 0; i < TESTS.length; i++) {
            wrong |= odd(got & TESTS[i]) ? 0 : 1 << i;
        }
        if (wrong > LAST_TESTED || (wrong > 0 && odd(got))) {
            return -1;
        }
        int mended = wrong == 0 ? got : got ^ 1 << (wrong - 1);
        return (mended >> 2 & 0x1)
                | (mended >> 3 & 0xe)
                | (mended >> 4 & 0x7f0)
                | (mended >> 5 & 0x3f800);
    }
}
