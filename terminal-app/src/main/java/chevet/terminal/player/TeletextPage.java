package chevet.terminal.player;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One subtitle page of teletext (ETSI EN 300 706, level 1) out of the units that carry it in a
 * transport stream (ETSI EN 300 472). Only its words are read: boxed text, without colours and
 * places. Letters that come as later additions (packets X/26) are left as level 1 shows them.
 */
final class TeletextPage {
    private static final int SUBTITLE_UNIT = 3;
    private static final int PLAIN_UNIT = 2;
    private static final int UNIT_LENGTH = 44;

    /** What lies in a unit before the 42 bytes of a packet: its line and the framing code. */
    private static final int LEAD = 2;

    private static final int ROWS = 24;
    private static final int COLUMNS = 40;
    private static final int START_BOX = 0x0b;
    private static final int END_BOX = 0x0a;

    /** Bits of the header's eight Hamming nibbles (9.3.1.3). */
    private static final int ERASE = 0x8;

    private final Place place;
    private final SortedMap<Integer, String> rows = new TreeMap<>();
    private boolean receiving;
    private int letters;

    /**
     * Where a page is found: 888 is in magazine 8.
     *
     * @param magazine 1 to 8
     * @param page as it is sent: tens in the upper four bits, {@code 0x88} for page 88
     */
    record Place(int magazine, int page) {}

    TeletextPage(Place place) {
        this.place = place;
    }

    /**
     * Takes what one unit of the stream holds.
     *
     * @return the lines that are to be shown from now on, none to show nothing; empty where nothing
     *     of this page came
     */
    Optional<List<String>> take(byte[] data) {
        boolean came = false;
        // The first byte says that it is teletext; each unit is a type, a length and so much.
        for (int at = 1; at + 2 + UNIT_LENGTH <= data.length; at += 2 + (data[at + 1] & 0xff)) {
            boolean teletext = data[at] == SUBTITLE_UNIT || data[at] == PLAIN_UNIT;
            if (teletext && data[at + 1] == UNIT_LENGTH) {
                came |= packet(data, at + 2 + LEAD);
            }
        }
        return came ? Optional.of(lines()) : Optional.empty();
    }

    private List<String> lines() {
        return rows.values().stream().filter(row -> !row.isBlank()).toList();
    }

    private boolean packet(byte[] b, int at) {
        int first = nibble(b[at]);
        int second = nibble(b[at + 1]);
        if (first < 0 || second < 0) {
            return false;
        }
        int number = (first & 7) == 0 ? 8 : first & 7;
        int row = first >> 3 | second << 1;
        if (number != place.magazine) {
            return false;
        }
        if (row == 0) {
            return header(b, at + 2);
        }
        if (receiving && row <= ROWS) {
            rows.put(row, text(b, at + 2));
            return true;
        }
        return false;
    }

    /** Any header of the magazine ends the page before it. */
    private boolean header(byte[] b, int at) {
        int units = nibble(b[at]);
        int tens = nibble(b[at + 1]);
        int control = nibble(b[at + 3]);
        int national = nibble(b[at + 7]);
        receiving = units >= 0 && tens >= 0 && (tens << 4 | units) == place.page;
        if (!receiving) {
            return false;
        }
        if (control >= 0 && (control & ERASE) != 0) {
            rows.clear();
        }
        letters = national < 0 ? letters : national >> 1;
        return true;
    }

    private String text(byte[] b, int at) {
        StringBuilder all = new StringBuilder();
        StringBuilder boxed = new StringBuilder();
        boolean box = false;
        boolean boxes = false;
        for (int i = 0; i < COLUMNS; i++) {
            int code = sevenBits(b[at + i]);
            if (code == START_BOX) {
                box = true;
                boxes = true;
            } else if (code == END_BOX) {
                box = false;
            }
            char letter = code < ' ' ? ' ' : TeletextLetters.letter(letters, code);
            all.append(letter);
            boxed.append(box ? letter : ' ');
        }
        return (boxes ? boxed : all).toString().strip().replaceAll(" +", " ");
    }

    /** The lowest bit is sent first, so that bytes stand here turned round. */
    private static int turned(byte b) {
        return Integer.reverse(b) >>> 24;
    }

    /** Seven bits with odd parity (8.1); a letter that was hurt is a blank. */
    private static int sevenBits(byte b) {
        int turned = turned(b);
        return (Integer.bitCount(turned) & 1) == 1 ? turned & 0x7f : ' ';
    }

    /** Four bits of a Hamming 8/4 byte (8.2), one bit mended; -1 where two are wrong. */
    private static int nibble(byte b) {
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
}
