package chevet.terminal.player;

import chevet.terminal.player.ProgramMap.Kind;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Shortens how long JavaFX Media looks at a live channel before it shows the first picture. Its
 * demuxer (libavformat) reads five seconds, of whichever stream comes to that first: two or three
 * segments. So a stream of data that nobody plays is put at the end of the first segment, with time
 * stamps that go on for longer than that.
 */
final class FirstLook {
    /** Of a stream of 30 units or fewer libavformat does not take the time. */
    private static final int UNITS = 36;

    /** A quarter of a second: together nine, where at most seven are looked at. */
    private static final long STEP = 90_000 / 4;

    private static final int PID = 0x1ffd;
    private static final int MAP = 2;

    /** In the programme's map: time stamps of ID3 with their descriptor (Apple, HLS). */
    private static final byte[] ENTRY = {
        0x15,
        (byte) (0xe0 | PID >> 8),
        (byte) PID,
        (byte) 0xf0,
        15,
        0x26,
        13,
        (byte) 0xff,
        (byte) 0xff,
        'I',
        'D',
        '3',
        ' ',
        (byte) 0xff,
        'I',
        'D',
        '3',
        ' ',
        0,
        0x0f
    };

    /** A private stream's unit of ten bytes with a time stamp: an empty ID3 tag. */
    private static final byte[] UNIT = {
        0,
        0,
        1,
        (byte) 0xbd,
        0,
        18,
        (byte) 0x84,
        (byte) 0x80,
        5,
        0,
        0,
        0,
        0,
        0,
        'I',
        'D',
        '3',
        4,
        0,
        0,
        0,
        0,
        0,
        0
    };

    private static final int STAMP = 9;

    private final byte[] segment;
    private final byte[] out;
    private final Sections association = new Sections();
    private final Sections maps = new Sections();
    private OptionalInt mapPid = OptionalInt.empty();
    private Optional<ProgramMap> map = Optional.empty();
    private OptionalLong began = OptionalLong.empty();
    private boolean key;
    private boolean fits = true;

    private FirstLook(byte[] segment) {
        this.segment = segment;
        this.out = segment.clone();
    }

    /**
     * The same segment with that stream; as it is where it is no transport stream that a picture
     * can be begun with, or where its tables have no room.
     */
    static byte[] shortened(byte[] segment) {
        return new FirstLook(segment).all();
    }

    private byte[] all() {
        for (int at = 0; at + TsPacket.SIZE <= segment.length; at += TsPacket.SIZE) {
            if (segment[at] != TsPacket.SYNC) {
                return segment;
            }
            packet(at);
        }
        if (!fits || !key || began.isEmpty()) {
            return segment;
        }
        int end = segment.length / TsPacket.SIZE * TsPacket.SIZE;
        byte[] longer = Arrays.copyOf(out, end + UNITS * TsPacket.SIZE);
        for (int i = 0; i < UNITS; i++) {
            unit(longer, end + i * TsPacket.SIZE, i, began.getAsLong() + i * STEP);
        }
        return longer;
    }

    private void packet(int at) {
        int pid = TsPacket.pid(segment, at);
        if (pid == TsPacket.PAT_PID) {
            association
                    .packet(segment, at)
                    .map(ProgramMap::pid)
                    .filter(OptionalInt::isPresent)
                    .ifPresent(found -> mapPid = found);
        } else if (mapPid.equals(OptionalInt.of(pid))) {
            maps.packet(segment, at)
                    .ifPresentOrElse(section -> map(at, section), () -> fits = false);
        } else if (pid == PID) {
            fits = false;
        } else if (TsPacket.unitStarts(segment, at)) {
            map.ifPresent(of -> begins(at, pid, of));
        }
    }

    private void begins(int at, int pid, ProgramMap of) {
        boolean picture =
                of.of(Kind.PICTURE).stream()
                        .filter(each -> each.pid() == pid)
                        .anyMatch(each -> KeyPicture.begins(each.type(), segment, at));
        if (picture && !key) {
            key = true;
            began = PesUnits.shown(segment, at + TsPacket.payload(segment, at));
        }
    }

    /** Writes a map with one stream more in place of the one that this packet ends. */
    private void map(int at, byte[] section) {
        if (section[0] != MAP) {
            return;
        }
        map = ProgramMap.read(section);
        byte[] bare = Arrays.copyOf(section, section.length - 4 + ENTRY.length);
        System.arraycopy(ENTRY, 0, bare, section.length - 4, ENTRY.length);
        byte[] packets =
                Sections.packets(mapPid.orElseThrow(), Sections.sealed(bare), segment[at + 3]);
        boolean alone = (segment[at + 3] & 0x30) == 0x10 && TsPacket.unitStarts(segment, at);
        if (alone && packets.length == TsPacket.SIZE) {
            System.arraycopy(packets, 0, out, at, TsPacket.SIZE);
        } else {
            fits = false;
        }
    }

    private static void unit(byte[] b, int at, int number, long stamp) {
        int stuffing = TsPacket.SIZE - 5 - UNIT.length;
        b[at] = TsPacket.SYNC;
        b[at + 1] = (byte) (0x40 | PID >> 8);
        b[at + 2] = (byte) PID;
        b[at + 3] = (byte) (0x30 | (number & 0x0f));
        b[at + 4] = (byte) stuffing;
        b[at + 5] = 0;
        Arrays.fill(b, at + 6, at + 5 + stuffing, (byte) 0xff);
        int from = at + 5 + stuffing;
        System.arraycopy(UNIT, 0, b, from, UNIT.length);
        PesUnits.stamp(b, from + STAMP, stamp);
    }
}
