package chevet.ward.stream;

import java.time.Instant;

/**
 * What a loop has come to, by the time of day: who begins anew goes on where others are.
 *
 * @param loop that goes round since 1970
 */
record LoopClock(TsLoop loop) {
    /** Nanoseconds since 1970; a {@code long} holds them until the year 2262. */
    static long nanos(Instant now) {
        return now.getEpochSecond() * 1_000_000_000 + now.getNano();
    }

    /** The number of the packet that is due next, counted since 1970. */
    long packet(long nanos) {
        long length = loop.length().toNanos();
        long round = Math.floorDiv(nanos, length);
        long into = Math.floorMod(nanos, length);
        int low = 0;
        int high = loop.packets();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (loop.due(middle) < into) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return round * loop.packets() + low;
    }

    /** Writes the packet of that number. */
    void write(long packet, byte[] into, int at) {
        loop.write(
                Math.floorDiv(packet, loop.packets()),
                Math.floorMod(packet, loop.packets()),
                into,
                at);
    }
}
