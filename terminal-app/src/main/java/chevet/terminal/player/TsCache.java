package chevet.terminal.player;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * The last seconds of a transport stream, from a picture that decoding can begin with: who tunes in
 * gets these at once, and then what comes. Safe for several threads.
 */
final class TsCache {
    /** Less than this much in hand would run dry at the first jitter of the network. */
    static final Duration IN_HAND = Duration.ofMillis(400);

    private static final int MOST_BYTES = 24 << 20;
    private static final int NULL_PID = 0x1fff;

    /** Service information of EN 300 468 and the like: nothing that a player needs. */
    private static final int LAST_TABLE_PID = 0x1f;

    /** Who is tuned in. Called with the cache held: it must hand on and not wait. */
    interface Listener {
        /** Once, before anything else: what is going to come can be prepared for. */
        void known(ProgramMap map);

        /**
         * Once, as soon as there is something to begin with; tables are not among the packets.
         *
         * @param early how much less than {@link #IN_HAND} is here: the first picture can be shown,
         *     and goes on so much later; zero where all of it is here
         */
        void begin(byte[] packets, Duration early);

        void more(byte[] packets);

        /** The programme has become another one: what was begun no longer fits. */
        void changed();
    }

    private Sections pat = new Sections();
    private Sections pmt = new Sections();
    private int mapPid = -1;
    private byte[] mapSection = {};
    private Optional<ProgramMap> map = Optional.empty();
    private int keyPid = -1;
    private int keyType;
    private boolean soundOnly;

    private byte[] kept = new byte[1 << 20];
    private int size;
    private int keys;
    private int newestKey;
    private long oldestAt;
    private long newestAt;

    private Optional<Listener> listener = Optional.empty();
    private boolean told;
    private boolean begun;

    /**
     * Takes the packets of one datagram; what is no transport packet is left out.
     *
     * @param now {@link System#nanoTime}
     */
    synchronized void take(byte[] b, int from, int length, long now) {
        byte[] out = new byte[length];
        int filled = 0;
        int end = from + length - TsPacket.SIZE;
        for (int at = from; at <= end; at += TsPacket.SIZE) {
            if (b[at] == TsPacket.SYNC && keep(b, at, now)) {
                System.arraycopy(b, at, out, filled, TsPacket.SIZE);
                filled += TsPacket.SIZE;
            }
        }
        if (begun && filled > 0) {
            byte[] more = Arrays.copyOf(out, filled);
            listener.ifPresent(each -> each.more(more));
        } else {
            begin(now);
        }
    }

    /** Tunes in, in place of who was. */
    synchronized void tune(Listener next, long now) {
        listener = Optional.of(next);
        told = false;
        begun = false;
        begin(now);
    }

    synchronized void leave() {
        listener = Optional.empty();
        begun = false;
    }

    /** Forgets all that came: after a silence the old picture is no beginning any more. */
    synchronized void forget() {
        size = 0;
        keys = 0;
        begun = false;
    }

    synchronized Optional<ProgramMap> map() {
        return map;
    }

    private void begin(long now) {
        if (begun || map.isEmpty() || listener.isEmpty()) {
            return;
        }
        if (!told) {
            told = true;
            listener.get().known(map.get());
        }
        if (keys == 0) {
            return;
        }
        boolean newestWillDo = now - newestAt >= IN_HAND.toNanos();
        int from = newestWillDo ? newestKey : 0;
        Duration here = Duration.ofNanos(now - (newestWillDo ? newestAt : oldestAt));
        Duration early = here.compareTo(IN_HAND) < 0 ? IN_HAND.minus(here) : Duration.ZERO;
        begun = true;
        listener.get().begin(Arrays.copyOfRange(kept, from, size), early);
    }

    /** True when the packet is one that players need. */
    private boolean keep(byte[] b, int at, long now) {
        int pid = TsPacket.pid(b, at);
        if (pid == TsPacket.PAT_PID) {
            pat.packet(b, at).ifPresent(this::association);
            return false;
        }
        if (pid == mapPid) {
            pmt.packet(b, at).ifPresent(this::mapped);
            return false;
        }
        if (map.isEmpty() || pid == NULL_PID || pid <= LAST_TABLE_PID) {
            return false;
        }
        if (pid == keyPid && TsPacket.unitStarts(b, at)) {
            if (soundOnly
                    ? now - newestAt > IN_HAND.toNanos()
                    : KeyPicture.begins(keyType, b, at)) {
                key(now);
            }
        }
        if (keys > 0) {
            add(b, at);
        }
        return true;
    }

    /** The programme association (ISO/IEC 13818-1, 2.4.4.3): the first programme that it names. */
    private void association(byte[] section) {
        for (int at = 8; at + 4 <= section.length - 4; at += 4) {
            int program = TsPacket.number(section, at, 0xff);
            if (program != 0) {
                int pid = TsPacket.number(section, at + 2, 0x1f);
                if (pid != mapPid) {
                    mapPid = pid;
                    pmt = new Sections();
                }
                return;
            }
        }
    }

    private void mapped(byte[] section) {
        if (Arrays.equals(section, mapSection)) {
            return;
        }
        Optional<ProgramMap> read = ProgramMap.read(section);
        if (read.isEmpty()) {
            return;
        }
        boolean another = map.isPresent();
        mapSection = section;
        map = read;
        var pictures = read.get().of(ProgramMap.Kind.PICTURE);
        soundOnly = pictures.isEmpty();
        var lead = soundOnly ? read.get().of(ProgramMap.Kind.SOUND) : pictures;
        keyPid = lead.isEmpty() ? -1 : lead.getFirst().pid();
        keyType = lead.isEmpty() ? 0 : lead.getFirst().type();
        if (another) {
            forget();
            listener.ifPresent(Listener::changed);
        }
    }

    /** Two beginnings are kept: the newest may be too new to be begun with. */
    private void key(long now) {
        if (keys == 0) {
            size = 0;
            oldestAt = now;
        } else if (keys == 1) {
            keys++;
            newestKey = size;
            newestAt = now;
            return;
        } else {
            System.arraycopy(kept, newestKey, kept, 0, size - newestKey);
            size -= newestKey;
            oldestAt = newestAt;
        }
        keys = Math.max(keys, 1);
        newestKey = size;
        newestAt = now;
    }

    private void add(byte[] b, int at) {
        if (size + TsPacket.SIZE > kept.length) {
            if (kept.length >= MOST_BYTES) {
                size = 0;
                keys = 0;
                return;
            }
            kept = Arrays.copyOf(kept, kept.length * 2);
        }
        System.arraycopy(b, at, kept, size, TsPacket.SIZE);
        size += TsPacket.SIZE;
    }
}
