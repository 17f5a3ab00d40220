package chevet.terminal.player;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Letters that a page's plain rows have no code for, which stand in place of what those show
 * (packets X/26; ETSI EN 300 706, 12.3). Everything else that such packets do is left out.
 */
final class TeletextAdditions {
    private static final int TRIPLETS = 13;

    /** Addresses from here on are rows. */
    private static final int ROWS = 40;

    private static final int LAST_ROW = 24;
    private static final int ACTIVE_POSITION = 0x04;
    private static final int TERMINATION = 0x1f;
    private static final int FIRST_SET = 0x09;
    private static final int SECOND_SET = 0x0f;
    private static final int MARKED = 0x10;

    private final Map<Integer, Integer> triplets = new HashMap<>();
    private int row;

    void clear() {
        triplets.clear();
    }

    /** Takes the forty bytes of a packet. */
    void take(byte[] b, int at) {
        int part = TeletextBits.four(b[at]);
        if (part < 0) {
            return;
        }
        if (part == 0) {
            clear();
            row = 0;
        }
        for (int i = 0; i < TRIPLETS; i++) {
            int triplet = TeletextBits.eighteen(b, at + 1 + 3 * i);
            if (triplet >= 0) {
                int address = triplet & 0x3f;
                int mode = triplet >> 6 & 0x1f;
                if (address < ROWS) {
                    triplets.put(row << 8 | address, triplet);
                } else if (mode == ACTIVE_POSITION) {
                    row = address == ROWS ? LAST_ROW : address - ROWS;
                } else if (mode == TERMINATION) {
                    return;
                }
            }
        }
    }

    /** What stands there in place of the row's own letter. */
    Optional<String> at(int row, int column, TeletextLetters letters) {
        return Optional.ofNullable(triplets.get(row << 8 | column))
                .flatMap(triplet -> letter(triplet, letters));
    }

    private static Optional<String> letter(int triplet, TeletextLetters letters) {
        int mode = triplet >> 6 & 0x1f;
        int code = triplet >> 11 & 0x7f;
        if (code < ' ') {
            return Optional.empty();
        }
        if (mode >= MARKED) {
            return Optional.of(letters.marked(code, mode - MARKED));
        }
        return switch (mode) {
            case FIRST_SET -> Optional.of(letters.letter(code));
            case SECOND_SET -> Optional.of(letters.supplementary(code));
            default -> Optional.empty();
        };
    }
}
