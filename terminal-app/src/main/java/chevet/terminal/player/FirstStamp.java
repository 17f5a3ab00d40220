package chevet.terminal.player;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What players count a live channel's time from, in a piece of a transport stream: JavaFX Media
 * from the time stamp of the unit that is whole first, GStreamer from the first clock. In ticks of
 * 90 kHz; empty where there is none.
 */
record FirstStamp(OptionalLong unit, OptionalLong clock) {
    static final FirstStamp NONE = new FirstStamp(OptionalLong.empty(), OptionalLong.empty());

    private static final int SERVICE_PIDS = 0x20;

    /**
     * A unit on its way: its stamp, and how many bytes of it are still to come; 0: it does not say.
     */
    private record Begun(OptionalLong shown, int missing) {}

    static FirstStamp of(byte[] packets) {
        return new FirstStamp(firstUnit(packets), firstClock(packets));
    }

    /** Of the programme (ISO/IEC 13818-1, 2.4.3.5), without its fine part. */
    private static OptionalLong firstClock(byte[] b) {
        for (int at = 0; at + TsPacket.SIZE <= b.length; at += TsPacket.SIZE) {
            boolean adaptation = (b[at + 3] & 0x20) != 0;
            if (adaptation && (b[at + 4] & 0xff) > 6 && (b[at + 5] & 0x10) != 0) {
                long high = 0;
                for (int i = 6; i < 10; i++) {
                    high = (high << 8) | (b[at + i] & 0xff);
                }
                return OptionalLong.of((high << 1) | ((b[at + 10] & 0x80) >> 7));
            }
        }
        return OptionalLong.empty();
    }

    private static OptionalLong firstUnit(byte[] packets) {
        Map<Integer, Begun> begun = new HashMap<>();
        for (int at = 0; at + TsPacket.SIZE <= packets.length; at += TsPacket.SIZE) {
            int from = at + TsPacket.payload(packets, at);
            int end = at + TsPacket.SIZE;
            int pid = TsPacket.pid(packets, at);
            if (packets[at] != TsPacket.SYNC || pid < SERVICE_PIDS || from >= end) {
                continue;
            }
            Begun before = begun.get(pid);
            if (TsPacket.unitStarts(packets, at)) {
                if (before != null && before.shown.isPresent()) {
                    return before.shown;
                }
                if (end - from >= PesUnits.HEADER && begins(packets, from)) {
                    int length = TsPacket.number(packets, from + 4, 0xff);
                    int missing = length == 0 ? 0 : Math.max(1, length + 6);
                    begun.put(pid, new Begun(PesUnits.shown(packets, from), missing));
                    before = begun.get(pid);
                }
            }
            if (before != null && before.missing > 0) {
                int missing = before.missing - (end - from);
                if (missing <= 0 && before.shown.isPresent()) {
                    return before.shown;
                }
                begun.put(pid, new Begun(before.shown, Math.max(1, missing)));
            }
        }
        return OptionalLong.empty();
    }

    /** Not a section of tables. */
    private static boolean begins(byte[] b, int at) {
        return b[at] == 0 && b[at + 1] == 0 && b[at + 2] == 1;
    }
}
