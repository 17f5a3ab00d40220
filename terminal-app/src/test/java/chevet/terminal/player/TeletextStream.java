package chevet.terminal.player;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Writes teletext subtitles (EN 300 706, EN 300 472), which no tool at hand makes. */
final class TeletextStream {
    /** French subtitles are on page 888 by custom. */
    static final TeletextPage.Place PAGE = new TeletextPage.Place(8, 0x88);

    private static final int FRENCH = 1;
    private static final int PID = 0x123;
    private static final int PICTURES_A_SECOND = 25;
    private static final int COLUMNS = 40;

    /** Address 63, mode 31: nothing follows. */
    private static final int TERMINATION = 0x3f | 0x1f << 6;

    private TeletextStream() {}

    /** One unit of the stream: the page begun anew, with a line in its rows 20 and 22. */
    static byte[] unit(TeletextPage.Place place, String first, String second) {
        TeletextLetters french = new TeletextLetters(0, FRENCH);
        return unit(place, FRENCH, row(20, french, first), row(22, french, second));
    }

    /** What one packet of a page holds. */
    static final class Packet {
        private final int row;
        private final byte[] forty;

        private Packet(int row, byte[] forty) {
            this.row = row;
            this.forty = forty.clone();
        }
    }

    /** The page begun anew, with these packets. */
    static byte[] unit(TeletextPage.Place place, int national, Packet... packets) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.write(0x10);
        data.writeBytes(packet(place.magazine(), 0, header(place.page(), national)));
        for (Packet each : packets) {
            data.writeBytes(packet(place.magazine(), each.row, each.forty));
        }
        return data.toByteArray();
    }

    /**
     * A packet of triplets (12.3.1).
     *
     * @param triplets 13 at most, of 18 bits each
     */
    static Packet triplets(int row, int designation, int... triplets) {
        byte[] forty = new byte[COLUMNS];
        forty[0] = turned(TeletextBits.hamming(designation));
        for (int i = 0; i < 13; i++) {
            int word = word(i < triplets.length ? triplets[i] : TERMINATION);
            for (int b = 0; b < 3; b++) {
                forty[1 + 3 * i + b] = turned((word >> (8 * b)) & 0xff);
            }
        }
        return new Packet(row, forty);
    }

    /** Hamming 24/18 (8.3): each parity bit makes its test odd. */
    private static int word(int value) {
        int word =
                (value & 1) << 2
                        | (value >> 1 & 7) << 4
                        | (value >> 4 & 0x7f) << 8
                        | (value >> 11 & 0x7f) << 16;
        for (int test = 0; test < 5; test++) {
            int odd = 0;
            for (int place = 1; place < 24; place++) {
                odd ^= (place >> test & 1) & (word >> (place - 1));
            }
            word |= (1 ^ (odd & 1)) << ((1 << test) - 1);
        }
        return word | (1 ^ (Integer.bitCount(word) & 1)) << 23;
    }

    private static byte[] header(int page, int national) {
        byte[] forty = new byte[COLUMNS];
        Arrays.fill(forty, parity(' '));
        int[] nibbles = {page & 0xf, page >> 4, 0, 0x8, 0, 0x8, 0, national << 1};
        for (int i = 0; i < nibbles.length; i++) {
            forty[i] = turned(TeletextBits.hamming(nibbles[i]));
        }
        return forty;
    }

    /** Boxed, as all subtitles are; what lies outside the box is not to be seen. */
    static Packet row(int row, TeletextLetters letters, String words) {
        byte[] forty = new byte[COLUMNS];
        Arrays.fill(forty, parity('x'));
        int at = 4;
        forty[at++] = parity(0x0b);
        forty[at++] = parity(0x0b);
        for (int i = 0; i < words.length(); i++) {
            forty[at++] = parity(code(letters, words.substring(i, i + 1)));
        }
        forty[at++] = parity(0x0a);
        forty[at] = parity(0x0a);
        return new Packet(row, forty);
    }

    private static int code(TeletextLetters letters, String letter) {
        for (int code = ' '; code < 0x80; code++) {
            if (letters.letter(code).equals(letter)) {
                return code;
            }
        }
        throw new IllegalArgumentException("no such letter in that teletext: " + letter);
    }

    private static byte[] packet(int magazine, int row, byte[] forty) {
        byte[] unit = new byte[2 + 44];
        unit[0] = 3;
        unit[1] = 44;
        unit[2] = (byte) 0xe7;
        unit[3] = (byte) 0xe4;
        unit[4] = turned(TeletextBits.hamming((magazine & 7) | (row & 1) << 3));
        unit[5] = turned(TeletextBits.hamming(row >> 1));
        System.arraycopy(forty, 0, unit, 6, COLUMNS);
        return unit;
    }

    private static byte parity(int code) {
        return turned((Integer.bitCount(code) & 1) == 1 ? code : code | 0x80);
    }

    private static byte turned(int value) {
        return (byte) (Integer.reverse(value) >>> 24);
    }

    /** The stream with these words over it, sent again each second. */
    static Path over(Path ts, Path dir, String first, String second) throws IOException {
        byte[] in = Files.readAllBytes(ts);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Sections association = new Sections();
        Sections maps = new Sections();
        int mapPid = -1;
        int picturePid = -1;
        byte[] map = {};
        int tables = 0;
        int pictures = 0;
        int texts = 0;
        for (int at = 0; at < in.length; at += TsPacket.SIZE) {
            int pid = TsPacket.pid(in, at);
            if (pid == TsPacket.PAT_PID) {
                Optional<byte[]> section = association.packet(in, at);
                mapPid = section.map(b -> TsPacket.number(b, 10, 0x1f)).orElse(mapPid);
            }
            if (pid == mapPid) {
                Optional<byte[]> section = maps.packet(in, at);
                if (section.isPresent()) {
                    map = withTeletext(section.get());
                    picturePid =
                            ProgramMap.read(section.get())
                                    .orElseThrow()
                                    .of(ProgramMap.Kind.PICTURE)
                                    .getFirst()
                                    .pid();
                }
                byte[] packets = Sections.packets(mapPid, map, tables);
                tables += packets.length / TsPacket.SIZE;
                out.writeBytes(packets);
                continue;
            }
            out.write(in, at, TsPacket.SIZE);
            if (pid == picturePid
                    && TsPacket.unitStarts(in, at)
                    && pictures++ % PICTURES_A_SECOND == 0) {
                long shown = PesUnits.shown(in, at + TsPacket.payload(in, at)).orElseThrow();
                out.writeBytes(transport(shown, unit(PAGE, first, second), texts++));
            }
        }
        return Files.write(dir.resolve("teletext.ts"), out.toByteArray());
    }

    private static byte[] withTeletext(byte[] map) {
        ByteArrayOutputStream bare = new ByteArrayOutputStream();
        bare.write(map, 0, map.length - 4);
        bare.writeBytes(new byte[] {6, (byte) (0xe0 | PID >> 8), (byte) PID, (byte) 0xf0, 7});
        bare.writeBytes(new byte[] {0x56, 5});
        bare.writeBytes("fra".getBytes(StandardCharsets.US_ASCII));
        bare.writeBytes(new byte[] {(byte) (2 << 3 | (PAGE.magazine() & 7)), (byte) PAGE.page()});
        return Sections.sealed(bare.toByteArray());
    }

    /** A PES packet that fills one transport packet, as EN 300 472 wants it. */
    private static byte[] transport(long shown, byte[] data, int counter) {
        byte[] packet = new byte[TsPacket.SIZE];
        Arrays.fill(packet, (byte) 0xff);
        packet[0] = TsPacket.SYNC;
        packet[1] = (byte) (0x40 | PID >> 8);
        packet[2] = (byte) PID;
        packet[3] = (byte) (0x10 | (counter & 0x0f));
        byte[] head = {0, 0, 1, (byte) 0xbd, 0, (byte) 178, (byte) 0x84, (byte) 0x80, 36};
        System.arraycopy(head, 0, packet, 4, head.length);
        packet[13] = (byte) (0x21 | (shown >> 30) << 1);
        packet[14] = (byte) (shown >> 22);
        packet[15] = (byte) ((shown >> 15) << 1 | 1);
        packet[16] = (byte) (shown >> 7);
        packet[17] = (byte) (shown << 1 | 1);
        System.arraycopy(data, 0, packet, 4 + 9 + 36, data.length);
        return packet;
    }
}
