package chevet.terminal.player;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Of a programme the streams that shall be played: what is left out costs no decoder, and a player
 * behind it has nothing to choose.
 */
final class TsSelect {
    private static final int MAP_PID = 0x1ff0;

    private final ProgramMap map;
    private final List<ProgramMap.Stream> chosen;
    private final Set<Integer> pids = new HashSet<>();

    TsSelect(ProgramMap map, List<ProgramMap.Stream> chosen) {
        this.map = map;
        this.chosen = List.copyOf(chosen);
        chosen.forEach(each -> pids.add(each.pid()));
        pids.add(map.clockPid());
    }

    /** Packets of the two tables that name what is chosen. */
    byte[] tables() {
        byte[] association =
                Sections.sealed(
                        new byte[] {
                            0,
                            (byte) 0xb0,
                            0,
                            0,
                            1,
                            (byte) 0xc1,
                            0,
                            0,
                            (byte) (map.program() >> 8),
                            (byte) map.program(),
                            (byte) (0xe0 | (MAP_PID >> 8)),
                            (byte) MAP_PID
                        });
        ByteArrayOutputStream section = new ByteArrayOutputStream();
        section.writeBytes(
                new byte[] {
                    2,
                    (byte) 0xb0,
                    0,
                    (byte) (map.program() >> 8),
                    (byte) map.program(),
                    (byte) 0xc1,
                    0,
                    0,
                    (byte) (0xe0 | (map.clockPid() >> 8)),
                    (byte) map.clockPid(),
                    (byte) (0xf0 | (map.head().capacity() >> 8)),
                    (byte) map.head().capacity()
                });
        section.writeBytes(map.head().array());
        chosen.forEach(each -> section.writeBytes(each.raw().array()));
        byte[] first = Sections.packets(TsPacket.PAT_PID, association, 0);
        byte[] second = Sections.packets(MAP_PID, Sections.sealed(section.toByteArray()), 0);
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** Of whole packets those that are chosen. */
    byte[] of(byte[] packets) {
        byte[] out = new byte[packets.length];
        int filled = 0;
        for (int at = 0; at + TsPacket.SIZE <= packets.length; at += TsPacket.SIZE) {
            if (pids.contains(TsPacket.pid(packets, at))) {
                System.arraycopy(packets, at, out, filled, TsPacket.SIZE);
                filled += TsPacket.SIZE;
            }
        }
        return filled == out.length ? out : Arrays.copyOf(out, filled);
    }
}
