package chevet.terminal.player;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

/**
 * One row of a page of teletext as words: what stands in its boxes, or all of it where it has none.
 */
final class TeletextRow {
    private static final int COLUMNS = 40;
    private static final int START_BOX = 0x0b;
    private static final int END_BOX = 0x0a;

    /** What is read from left to right among Arabic words: Latin ones, and numbers. */
    private static final Pattern LEFT_TO_RIGHT =
            Pattern.compile(
                    "\\p{IsLatin}(?:[\\p{IsLatin}\\d '’.-]*[\\p{IsLatin}\\d])?"
                            + "|\\d+(?:[.,:/]\\d+)*");

    private final byte[] sent;

    /** Of the forty bytes there. */
    TeletextRow(byte[] b, int at) {
        this.sent = Arrays.copyOfRange(b, at, at + COLUMNS);
    }

    /**
     * @param added what stands at a column in place of the row's own letter
     */
    String words(TeletextLetters letters, IntFunction<Optional<String>> added) {
        List<String> all = new ArrayList<>();
        List<String> boxed = new ArrayList<>();
        boolean box = false;
        boolean boxes = false;
        for (int i = 0; i < COLUMNS; i++) {
            int code = TeletextBits.seven(sent[i]);
            if (code == START_BOX) {
                box = true;
                boxes = true;
            } else if (code == END_BOX) {
                box = false;
            }
            String letter = added.apply(i).orElseGet(() -> code < ' ' ? " " : letters.letter(code));
            all.add(letter);
            boxed.add(box ? letter : " ");
        }
        List<String> read = boxes ? boxed : all;
        return (letters.arabic() ? logical(read) : String.join("", read))
                .strip()
                .replaceAll(" +", " ");
    }

    /** The places are sent from left to right, whichever way their words are read. */
    private static String logical(List<String> places) {
        return LEFT_TO_RIGHT
                .matcher(String.join("", places.reversed()))
                .replaceAll(found -> new StringBuilder(found.group()).reverse().toString());
    }
}
