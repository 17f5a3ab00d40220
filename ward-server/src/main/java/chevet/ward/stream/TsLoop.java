package chevet.ward.stream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A short MPEG transport stream that goes round and round without a jump: from round to round its
 * clocks and time stamps go on, and so do its continuity counters (ISO/IEC 13818-1, 2.4.3). What
 * time it is follows from the round alone, so that several who send it, and one who begins anew,
 * agree. Never changed, safe for all threads.
 */
final class TsLoop {
    static final int PACKET = 188;

    /** Ticks of the system clock and of time stamps a second. */
    private static final long SYSTEM = 27_000_000;

    private static final long STAMP = 90_000;
    private static final long STAMPS = 1L << 33;

    /** Nothing begins again sooner. */
    private static final Duration LEAST = Duration.ofMillis(500);

    private static final int PAT = 0;
    private static final short NONE = -1;

    private final byte[] data;
    private final Duration length;

    /** When each packet is due, in nanoseconds from the loop's beginning. */
    private final long[] due;

    /** Where in a packet its clock and its time stamps stand; {@link #NONE} where it has none. */
    private final short[] clockAt;

    private final short[] shownAt;
    private final short[] decodedAt;

    /** By how much the continuity counter of a packet's stream goes on in one round. */
    private final byte[] turns;

    /** Packets that a segment can begin with: the tables stand there. */
    private final List<Integer> starts;

    private TsLoop(byte[] data, Duration length) {
        this.data = data;
        this.length = length;
        int packets = data.length / PACKET;
        due = new long[packets];
        clockAt = new short[packets];
        shownAt = new short[packets];
        decodedAt = new short[packets];
        turns = new byte[packets];
        List<Integer> found = new ArrayList<>();
        Map<Integer, Integer> counted = new HashMap<>();
        for (int at = 0; at < packets; at++) {
            look(at);
            counted.merge(pid(at), hasPayload(at) ? 1 : 0, Integer::sum);
            if (pid(at) == PAT) {
                found.add(at);
            }
        }
        for (int at = 0; at < packets; at++) {
            turns[at] = (byte) (counted.getOrDefault(pid(at), 0) & 0x0f);
        }
        time();
        starts = apart(found);
        if (starts.isEmpty()) {
            throw new IllegalArgumentException("a transport stream without its tables");
        }
    }

    /**
     * @param file of whole packets, with a clock
     * @param length of one round: what the pictures and the sounds in it take together
     * @throws IllegalArgumentException when it is no transport stream
     */
    static TsLoop read(Path file, Duration length) {
        try {
            return of(Files.readAllBytes(file), length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TsLoop of(byte[] data, Duration length) {
        for (int from = 0; from < data.length; from += PACKET) {
            if (data[from] != 0x47 || from + PACKET > data.length) {
                throw new IllegalArgumentException("no transport stream at byte " + from);
            }
        }
        return new TsLoop(data, length);
    }

    /** Tables may stand twice where something begins. */
    private List<Integer> apart(List<Integer> tables) {
        List<Integer> kept = new ArrayList<>();
        for (int at : tables) {
            if (kept.isEmpty()) {
                // What comes before the first belongs to it.
                kept.add(0);
            } else if (due[at] - due[kept.getLast()] > LEAST.toNanos()) {
                kept.add(at);
            }
        }
        return List.copyOf(kept);
    }

    Duration length() {
        return length;
    }

    int packets() {
        return due.length;
    }

    /** These packets as they are in that round. */
    byte[] bytes(long round, int from, int to) {
        byte[] out = new byte[(to - from) * PACKET];
        for (int packet = from; packet < to; packet++) {
            write(round, packet, out, (packet - from) * PACKET);
        }
        return out;
    }

    /** The nanoseconds from the loop's beginning to that packet. */
    long due(int packet) {
        return due[packet];
    }

    /** Where something can begin: ascending, the first is 0. */
    List<Integer> starts() {
        return starts;
    }

    /** Writes the packet as it is in that round. */
    void write(long round, int packet, byte[] into, int at) {
        System.arraycopy(data, packet * PACKET, into, at, PACKET);
        if (hasPayload(packet)) {
            int counter = (int) ((into[at + 3] & 0x0f) + round * turns[packet]) & 0x0f;
            into[at + 3] = (byte) ((into[at + 3] & 0xf0) | counter);
        }
        long later = later(round);
        if (clockAt[packet] != NONE) {
            writeClock(into, at + clockAt[packet], later);
        }
        if (shownAt[packet] != NONE) {
            writeStamp(into, at + shownAt[packet], later);
        }
        if (decodedAt[packet] != NONE) {
            writeStamp(into, at + decodedAt[packet], later);
        }
    }

    /** By how many ticks of time stamps that round is later than the file. */
    private long later(long round) {
        return Math.floorMod(round * (length.toMillis() * STAMP / 1_000), STAMPS);
    }

    private int at(int packet, int offset) {
        return data[packet * PACKET + offset] & 0xff;
    }

    private int pid(int packet) {
        return (at(packet, 1) & 0x1f) << 8 | at(packet, 2);
    }

    private boolean hasPayload(int packet) {
        return (at(packet, 3) & 0x10) != 0;
    }

    private void look(int packet) {
        clockAt[packet] = NONE;
        shownAt[packet] = NONE;
        decodedAt[packet] = NONE;
        boolean adapted = (at(packet, 3) & 0x20) != 0;
        int adaptation = adapted ? at(packet, 4) + 1 : 0;
        if (adaptation > 6 && (at(packet, 5) & 0x10) != 0) {
            clockAt[packet] = 6;
        }
        int payload = 4 + adaptation;
        boolean begins = (at(packet, 1) & 0x40) != 0 && hasPayload(packet);
        // A packet of an elementary stream (2.4.3.6): start code, then flags in its eighth byte.
        boolean elementary =
                begins
                        && payload + 19 <= PACKET
                        && at(packet, payload) == 0
                        && at(packet, payload + 1) == 0
                        && at(packet, payload + 2) == 1;
        if (elementary) {
            int flags = at(packet, payload + 7) >> 6;
            shownAt[packet] = (short) ((flags & 2) != 0 ? payload + 9 : NONE);
            decodedAt[packet] = (short) (flags == 3 ? payload + 14 : NONE);
        }
    }

    /** Spreads the packets evenly between two clocks. */
    private void time() {
        long first = -1;
        int last = 0;
        for (int packet = 0; packet < due.length; packet++) {
            if (clockAt[packet] == NONE) {
                continue;
            }
            long clock = clock(packet) * 1_000 / 27;
            first = first < 0 ? clock : first;
            spread(last, packet, clock - first);
            last = packet;
        }
        if (first < 0) {
            throw new IllegalArgumentException("a transport stream without a clock");
        }
        long end = length.toNanos();
        for (int packet = last + 1; packet < due.length; packet++) {
            due[packet] = due[last] + (end - due[last]) * (packet - last) / (due.length - last);
        }
    }

    private void spread(int from, int to, long time) {
        due[to] = time;
        for (int packet = from + 1; packet < to; packet++) {
            due[packet] = due[from] + (time - due[from]) * (packet - from) / (to - from);
        }
    }

    /** 33 bits of 90 kHz, 6 bits in reserve, 9 bits of 27 MHz. */
    private long clock(int packet) {
        int from = packet * PACKET + clockAt[packet];
        long base = 0;
        for (int i = 0; i < 4; i++) {
            base = base << 8 | (data[from + i] & 0xff);
        }
        base = base << 1 | (data[from + 4] & 0x80) >> 7;
        int extension = (data[from + 4] & 1) << 8 | (data[from + 5] & 0xff);
        return base * (SYSTEM / STAMP) + extension;
    }

    private static void writeClock(byte[] into, int at, long later) {
        long base = 0;
        for (int i = 0; i < 4; i++) {
            base = base << 8 | (into[at + i] & 0xff);
        }
        base = base << 1 | (into[at + 4] & 0x80) >> 7;
        long next = (base + later) % STAMPS;
        for (int i = 0; i < 4; i++) {
            into[at + i] = (byte) (next >> (25 - 8 * i));
        }
        into[at + 4] = (byte) ((into[at + 4] & 0x7f) | (next & 1) << 7);
    }

    /** 3, 15 and 15 bits with a marker after each (2.4.3.7). */
    private static void writeStamp(byte[] into, int at, long later) {
        long stamp =
                (into[at] & 0x0eL) << 29
                        | (into[at + 1] & 0xffL) << 22
                        | (into[at + 2] & 0xfeL) << 14
                        | (into[at + 3] & 0xffL) << 7
                        | (into[at + 4] & 0xfeL) >> 1;
        long next = (stamp + later) % STAMPS;
        into[at] = (byte) ((into[at] & 0xf0) | (next >> 30) << 1 | 1);
        into[at + 1] = (byte) (next >> 22);
        into[at + 2] = (byte) ((next >> 15) << 1 | 1);
        into[at + 3] = (byte) (next >> 7);
        into[at + 4] = (byte) (next << 1 | 1);
    }
}
