package chevet.ward.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TsLoopTest {
    /** Two seconds; something can begin at each, after 90,000 ticks. */
    private static final TsLoop LOOP =
            TsLoop.of(
                    new Packets()
                            .tables()
                            .picture(9_000, 10_000)
                            .more()
                            .tables()
                            .picture(99_000, 100_000)
                            .more()
                            .bytes(),
                    Duration.ofSeconds(2));

    private static byte[] packet(long round, int packet) {
        byte[] out = new byte[TsLoop.PACKET];
        LOOP.write(round, packet, out, 0);
        return out;
    }

    @Test
    void theFirstRoundIsTheFile() {
        assertThat(Packets.clock(packet(0, 1))).isEqualTo(9_000);
        assertThat(Packets.shown(packet(0, 4))).isEqualTo(100_000);
        assertThat(Packets.counter(packet(0, 5))).isEqualTo(3);
    }

    @Test
    void clocksAndTimesGoOnFromRoundToRound() {
        assertThat(Packets.clock(packet(1, 1))).isEqualTo(9_000 + 180_000);
        assertThat(Packets.shown(packet(7, 4))).isEqualTo(100_000 + 7 * 180_000);
    }

    @Test
    void timesBeginAgainAfterThirtyThreeBits() {
        long round = (1L << 33) / 180_000 + 1;
        assertThat(Packets.shown(packet(round, 1)))
                .isEqualTo((10_000 + round * 180_000) % (1L << 33))
                .isLessThan(200_000);
    }

    @Test
    void noContinuityCounterJumps() {
        int last = -1;
        for (long round = 0; round < 9; round++) {
            for (int at : new int[] {1, 2, 4, 5}) {
                int counter = Packets.counter(packet(round, at));
                assertThat(counter).isEqualTo((last + 1) & 0x0f);
                last = counter;
            }
        }
        assertThat(Packets.counter(packet(3, 0))).isEqualTo(6);
    }

    @Test
    void packetsAreDueByTheClockThatTheyCarry() {
        assertThat(LOOP.due(4)).isEqualTo(1_000_000_000L);
        assertThat(LOOP.due(2)).isBetween(1L, 999_999_999L);
        assertThat(LOOP.due(5)).isBetween(1_000_000_001L, 1_999_999_999L);
        LoopClock clock = new LoopClock(LOOP);
        assertThat(clock.packet(0)).isZero();
        assertThat(clock.packet(2_000_000_000L * 5)).isEqualTo(30);
        assertThat(clock.packet(2_000_000_000L * 5 + 1_000_000_000L)).isEqualTo(34);
    }

    @Test
    void whatIsNoTransportStreamIsRefused() {
        assertThatThrownBy(() -> TsLoop.of(new byte[188], Duration.ofSeconds(1)))
                .hasMessageContaining("byte 0");
        assertThatThrownBy(() -> TsLoop.of(new Packets().tables().bytes(), Duration.ofSeconds(1)))
                .hasMessageContaining("clock");
    }

    @Test
    void aPlaylistSlidesOverSegmentsThatAreThere() {
        Segments segments = new Segments(LOOP);
        Instant now = Instant.parse("2026-11-21T10:00:00.500Z");
        long next = now.getEpochSecond();
        String list = segments.live(now);
        assertThat(list)
                .contains("#EXT-X-MEDIA-SEQUENCE:" + (next - 6))
                .contains((next - 1) + ".ts")
                .doesNotContain(next + ".ts")
                .doesNotContain("ENDLIST");
        assertThat(segments.segment(next, now)).isEmpty();
        assertThat(segments.segment(next - 13, now)).isEmpty();
        byte[] even = segments.segment(next - 2, now).orElseThrow();
        byte[] odd = segments.segment(next - 1, now).orElseThrow();
        assertThat(even).hasSize(3 * TsLoop.PACKET);
        assertThat(odd).hasSize(3 * TsLoop.PACKET);
        assertThat(segments.live(now.plusSeconds(1)))
                .contains("#EXT-X-MEDIA-SEQUENCE:" + (next - 5))
                .contains(next + ".ts");
        assertThat(segments.master()).contains("live.m3u8");
    }
}
