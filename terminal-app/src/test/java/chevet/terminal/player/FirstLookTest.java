package chevet.terminal.player;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.terminal.player.ProgramMap.Kind;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A segment that a demuxer is done with sooner, and nothing of it lost. */
class FirstLookTest {
    private static final int MAP_PID = 0x1000;
    private static final int PICTURE = 0x100;
    private static final long BEGAN = (1L << 33) - 90_000;
    private static final int SEQUENCE = 7;
    private static final int SLICE = 1;

    private static byte[] segment(int nal, int headBytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] association = {0, (byte) 0xb0, 0, 0, 1, (byte) 0xc1, 0, 0, 0, 1, (byte) 0xf0, 0};
        out.writeBytes(Sections.packets(TsPacket.PAT_PID, Sections.sealed(association), 3));
        ByteArrayOutputStream map = new ByteArrayOutputStream();
        map.writeBytes(new byte[] {2, (byte) 0xb0, 0, 0, 1, (byte) 0xc1, 0, 0, (byte) 0xe1, 0});
        map.writeBytes(new byte[] {(byte) 0xf0, (byte) headBytes});
        map.writeBytes(new byte[headBytes]);
        map.writeBytes(new byte[] {0x1b, (byte) 0xe1, 0, (byte) 0xf0, 0});
        out.writeBytes(Sections.packets(MAP_PID, Sections.sealed(map.toByteArray()), 9));
        byte[] picture = new byte[TsPacket.SIZE];
        Arrays.fill(picture, (byte) 0x55);
        byte[] head = {
            TsPacket.SYNC, 0x41, 0, 0x10, 0, 0, 1, (byte) 0xe0, 0, 0, (byte) 0x80, (byte) 0x80, 5
        };
        System.arraycopy(head, 0, picture, 0, head.length);
        PesUnits.stamp(picture, head.length, BEGAN);
        System.arraycopy(new byte[] {0, 0, 1, (byte) nal}, 0, picture, head.length + 5, 4);
        out.writeBytes(picture);
        return out.toByteArray();
    }

    private static Optional<ProgramMap> map(byte[] packets) {
        return new Sections().packet(packets, TsPacket.SIZE).flatMap(ProgramMap::read);
    }

    @Test
    void aStreamOfDataGoesOnForLongerThanADemuxerLooks() {
        byte[] plain = segment(SEQUENCE, 0);
        byte[] longer = FirstLook.shortened(plain);
        ProgramMap map = map(longer).orElseThrow();
        assertThat(map.of(Kind.PICTURE))
                .extracting(ProgramMap.Stream::pid)
                .containsExactly(PICTURE);
        int data = map.of(Kind.OTHER).getFirst().pid();
        assertThat(Arrays.copyOfRange(longer, 2 * TsPacket.SIZE, plain.length))
                .isEqualTo(Arrays.copyOfRange(plain, 2 * TsPacket.SIZE, plain.length));
        assertThat(longer[TsPacket.SIZE + 3]).isEqualTo(plain[TsPacket.SIZE + 3]);
        List<Long> stamps = new ArrayList<>();
        PesUnits units = new PesUnits(data);
        for (int at = plain.length; at < longer.length; at += TsPacket.SIZE) {
            stamps.add(units.packet(longer, at).orElseThrow().shown().orElseThrow());
        }
        assertThat(stamps).hasSizeGreaterThan(31).startsWith(BEGAN, BEGAN + 22_500);
        long spans = Math.floorMod(stamps.getLast() - BEGAN, 1L << 33);
        assertThat(spans).isGreaterThan(7 * 90_000);
        assertThat(stamps).allMatch(stamp -> stamp < 1L << 33);
    }

    @Test
    void whatAPictureCannotBeBegunWithIsLeftAsItIs() {
        byte[] later = segment(SLICE, 0);
        assertThat(FirstLook.shortened(later)).isSameAs(later);
    }

    @Test
    void tablesWithoutRoomForOneMoreAreLeftAsTheyAre() {
        byte[] full = segment(SEQUENCE, 150);
        assertThat(map(full)).isPresent();
        assertThat(FirstLook.shortened(full)).isSameAs(full);
    }

    @Test
    void whatIsNoTransportStreamIsLeftAsItIs() {
        byte[] odd = "ID3, and then sound alone".repeat(20).getBytes(StandardCharsets.US_ASCII);
        assertThat(FirstLook.shortened(odd)).isSameAs(odd);
        byte[] empty = {};
        assertThat(FirstLook.shortened(empty)).isSameAs(empty);
    }
}
