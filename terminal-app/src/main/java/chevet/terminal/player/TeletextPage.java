package chevet.terminal.player;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One subtitle page of teletext (ETSI EN 300 706, level 1.5) out of the units that carry it in a
 * transport stream (ETSI EN 300 472). Only its words are read: boxed text, without colours and
 * places.
 */
final class TeletextPage {
    private static final int SUBTITLE_UNIT = 3;
    private static final int PLAIN_UNIT = 2;
    private static final int UNIT_LENGTH = 44;

    /** What lies in a unit before the 42 bytes of a packet: its line and the framing code. */
    private static final int LEAD = 2;

    private static final int ROWS = 24;
    private static final int ADDITIONS = 26;
    private static final int OF_THE_PAGE = 28;
    private static final int OF_THE_MAGAZINE = 29;

    /** Bits of the header's eight Hamming nibbles (9.3.1.3). */
    private static final int ERASE = 0x8;

    /** With the sign, which a triplet has that is not to be mended. */
    private static final int PAGE_FUNCTION = Integer.MIN_VALUE | 0xf;

    private final Place place;
    private final SortedMap<Integer, TeletextRow> rows = new TreeMap<>();
    private final TeletextAdditions additions = new TeletextAdditions();
    private final int usual;
    private Optional<Integer> magazines = Optional.empty();
    private Optional<Integer> own = Optional.empty();
    private boolean receiving;
    private int national;

    /**
     * Where a page is found: 888 is in magazine 8.
     *
     * @param magazine 1 to 8
     * @param page as it is sent: tens in the upper four bits, {@code 0x88} for page 88
     */
    record Place(int magazine, int page) {}

    /**
     * @param arabic what the stream says of it: pages rarely say so themselves
     */
    TeletextPage(Place place, boolean arabic) {
        this.place = place;
        this.usual = arabic ? TeletextLetters.ARABIC : 0;
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
        TeletextLetters letters =
                new TeletextLetters(own.or(() -> magazines).orElse(usual), national);
        return rows.entrySet().stream()
                .map(
                        row ->
                                row.getValue()
                                        .words(
                                                letters,
                                                column ->
                                                        additions.at(
                                                                row.getKey(), column, letters)))
                .filter(row -> !row.isBlank())
                .toList();
    }

    private boolean packet(byte[] b, int at) {
        int first = TeletextBits.four(b[at]);
        int second = TeletextBits.four(b[at + 1]);
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
        if (row == OF_THE_MAGAZINE) {
            magazines = region(b, at + 2).or(() -> magazines);
            return false;
        }
        return receiving && ofPage(row, b, at + 2);
    }

    private boolean ofPage(int row, byte[] b, int at) {
        if (row <= ROWS) {
            rows.put(row, new TeletextRow(b, at));
        } else if (row == ADDITIONS) {
            additions.take(b, at);
        } else if (row == OF_THE_PAGE) {
            own = region(b, at).or(() -> own);
        } else {
            return false;
        }
        return true;
    }

    /** Any header of the magazine ends the page before it. */
    private boolean header(byte[] b, int at) {
        int units = TeletextBits.four(b[at]);
        int tens = TeletextBits.four(b[at + 1]);
        int control = TeletextBits.four(b[at + 3]);
        int option = TeletextBits.four(b[at + 7]);
        receiving = units >= 0 && tens >= 0 && (tens << 4 | units) == place.page;
        if (!receiving) {
            return false;
        }
        if (control >= 0 && (control & ERASE) != 0) {
            rows.clear();
            additions.clear();
            own = Optional.empty();
        }
        national = option < 0 ? national : option >> 1;
        return true;
    }

    /** Which letters are meant (9.4.2.2 and 9.5.1): only designation codes 0 and 4 say so. */
    private static Optional<Integer> region(byte[] b, int at) {
        int designation = TeletextBits.four(b[at]);
        int triplet = TeletextBits.eighteen(b, at + 1);
        // Others than page function 0 are of pages that hold no words.
        boolean says = (designation == 0 || designation == 4) && (triplet & PAGE_FUNCTION) == 0;
        return says ? Optional.of(triplet >> 10 & 0xf) : Optional.empty();
    }
}
