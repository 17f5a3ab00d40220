package chevet.terminal.player;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The first track of fragmented MP4, as the piece before its fragments describes it (ISO/IEC
 * 14496-12, 8).
 *
 * @param scale its ticks in a second
 * @param shift so much of it lies before its beginning, in its ticks
 * @param usual how long a sample is that does not say
 */
record Mp4Track(long scale, long shift, long usual) {
    private static final long TICKS = 90_000;

    /** Bits of a fragment's header (8.8.7) and of its run (8.8.8). */
    private static final int BASE = 0x1;

    private static final int DESCRIPTION = 0x2;
    private static final int FIRST_FLAGS = 0x4;
    private static final int LENGTH = 0x8;
    private static final int SIZE = 0x10;
    private static final int EACH_LENGTH = 0x100;
    private static final int EACH_SIZE = 0x200;
    private static final int EACH_FLAGS = 0x400;
    private static final int EACH_OFFSET = 0x800;

    /**
     * @param from in ticks of 90 kHz
     * @param length the same
     */
    record Sample(long from, long length, ByteBuffer data) {}

    /** Empty where it is not such a piece. */
    static Optional<Mp4Track> read(byte[] head) {
        ByteBuffer all = ByteBuffer.wrap(head);
        try {
            return Mp4Box.first(all, "moov/trak/mdia/mdhd")
                    .map(box -> Integer.toUnsignedLong(box.getInt(box.get(0) == 1 ? 20 : 12)))
                    .filter(scale -> scale > 0)
                    .map(scale -> new Mp4Track(scale, shift(all), usual(all)));
        } catch (IndexOutOfBoundsException _) {
            return Optional.empty();
        }
    }

    /** Its first edit that is no pause (8.6.6). */
    private static long shift(ByteBuffer all) {
        return Mp4Box.first(all, "moov/trak/edts/elst")
                .map(
                        box -> {
                            boolean wide = box.get(0) == 1;
                            int entry = wide ? 20 : 12;
                            for (int i = 0; i < box.getInt(4); i++) {
                                long media =
                                        wide
                                                ? box.getLong(8 + i * entry + 8)
                                                : box.getInt(8 + i * entry + 4);
                                if (media >= 0) {
                                    return media;
                                }
                            }
                            return 0L;
                        })
                .orElse(0L);
    }

    private static long usual(ByteBuffer all) {
        return Mp4Box.first(all, "moov/mvex/trex")
                .map(box -> Integer.toUnsignedLong(box.getInt(12)))
                .orElse(0L);
    }

    /** What the fragments in a piece hold, as far as it can be read. */
    List<Sample> samples(byte[] piece) {
        List<Sample> samples = new ArrayList<>();
        ByteBuffer all = ByteBuffer.wrap(piece);
        for (Mp4Box box : Mp4Box.in(all)) {
            if (box.type().equals("moof")) {
                try {
                    fragment(all, box, samples);
                } catch (IndexOutOfBoundsException
                        | BufferUnderflowException
                        | ArithmeticException _) {
                    return samples;
                }
            }
        }
        return samples;
    }

    private void fragment(ByteBuffer all, Mp4Box fragment, List<Sample> samples) {
        Optional<ByteBuffer> head = fragment.first("traf/tfhd");
        Optional<ByteBuffer> begin = fragment.first("traf/tfdt");
        Optional<ByteBuffer> run = fragment.first("traf/trun");
        if (head.isEmpty() || begin.isEmpty() || run.isEmpty()) {
            return;
        }
        ByteBuffer said = head.get().position(8);
        int flags = head.get().getInt(0);
        long base = (flags & BASE) == 0 ? fragment.at() : said.getLong();
        skip(said, flags & DESCRIPTION);
        long length = (flags & LENGTH) == 0 ? usual : Integer.toUnsignedLong(said.getInt());
        int size = (flags & SIZE) == 0 ? 0 : said.getInt();
        ByteBuffer from = begin.get();
        long time = from.get(0) == 1 ? from.getLong(4) : Integer.toUnsignedLong(from.getInt(4));

        ByteBuffer each = run.get().position(8);
        int having = run.get().getInt(0);
        int at = Math.toIntExact((having & BASE) == 0 ? base : base + each.getInt());
        skip(each, having & FIRST_FLAGS);
        for (int i = 0; i < run.get().getInt(4); i++) {
            long lasting =
                    (having & EACH_LENGTH) == 0 ? length : Integer.toUnsignedLong(each.getInt());
            int large = (having & EACH_SIZE) == 0 ? size : each.getInt();
            skip(each, having & EACH_FLAGS);
            int later = (having & EACH_OFFSET) == 0 ? 0 : each.getInt();
            boolean whole = at >= 0 && large >= 0 && large <= all.limit() - at;
            samples.add(
                    new Sample(
                            ticks(time + later - shift),
                            ticks(lasting),
                            whole ? all.slice(at, large) : ByteBuffer.allocate(0)));
            time += lasting;
            at += large;
        }
    }

    private static void skip(ByteBuffer fields, int there) {
        if (there != 0) {
            fields.getInt();
        }
    }

    private long ticks(long time) {
        return Math.multiplyExact(time / scale, TICKS) + time % scale * TICKS / scale;
    }
}
