package chevet.terminal.player;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A box of MP4 (ISO/IEC 14496-12, 4.2), in memory. What is cut off, or says that it is longer than
 * what it lies in, is as if it were not there.
 *
 * @param type four letters
 * @param at where it begins in the piece that it was found in
 * @param body what follows its header
 */
record Mp4Box(String type, int at, ByteBuffer body) {
    private static final int HEADER = 8;

    /** All in a piece, in their order. */
    static List<Mp4Box> in(ByteBuffer piece) {
        List<Mp4Box> boxes = new ArrayList<>();
        int at = 0;
        while (at + HEADER <= piece.limit()) {
            long said = Integer.toUnsignedLong(piece.getInt(at));
            int header = HEADER;
            if (said == 1 && at + 2 * HEADER <= piece.limit()) {
                said = piece.getLong(at + HEADER);
                header = 2 * HEADER;
            } else if (said == 0) {
                said = (long) piece.limit() - at;
            }
            if (said < header || said > piece.limit() - at) {
                return boxes;
            }
            byte[] letters = new byte[4];
            piece.get(at + 4, letters);
            boxes.add(
                    new Mp4Box(
                            new String(letters, StandardCharsets.ISO_8859_1),
                            at,
                            piece.slice(at + header, (int) said - header)));
            at += (int) said;
        }
        return boxes;
    }

    /** The first within it that such a way leads to, {@code mdia/mdhd}. */
    Optional<ByteBuffer> first(String way) {
        return first(body, way);
    }

    static Optional<ByteBuffer> first(ByteBuffer piece, String way) {
        String[] steps = way.split("/", 2);
        return in(piece).stream()
                .filter(box -> box.type.equals(steps[0]))
                .flatMap(
                        box ->
                                (steps.length == 1
                                                ? Optional.of(box.body)
                                                : first(box.body, steps[1]))
                                        .stream())
                .findFirst();
    }
}
