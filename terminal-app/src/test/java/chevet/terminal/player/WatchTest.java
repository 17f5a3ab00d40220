package chevet.terminal.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WatchTest {
    private final Watch watch = new Watch();

    @Test
    void countsHowOftenAFilmBreaksOffAtOnePlace() {
        watch.opened(0);
        assertThat(watch.broke(Duration.ofSeconds(61))).isEqualTo(1);
        watch.progress(1);
        assertThat(watch.broke(Duration.ofMillis(62_500))).isEqualTo(2);
        assertThat(watch.broke(Duration.ofSeconds(90))).isEqualTo(1);
        assertThat(watch.broke(Duration.ofSeconds(90))).isEqualTo(2);
        watch.opened(2);
        assertThat(watch.broke(Duration.ofSeconds(90))).isEqualTo(1);
    }

    @Test
    void waitsForAFirstPictureLongerThanForTheNext() {
        watch.opened(0);
        long first = Watch.FIRST.toNanos();
        assertThat(watch.late(first, false)).isFalse();
        assertThat(watch.late(first + 1, false)).isTrue();
        assertThat(watch.late(Watch.FIRST_OF_SEVERAL.toNanos() + 1, true)).isTrue();
        watch.progress(first);
        assertThat(watch.late(first + Watch.PATIENCE.toNanos(), false)).isFalse();
        assertThat(watch.late(first + Watch.PATIENCE.toNanos() + 1, false)).isTrue();
    }

    @Test
    void opensAnewAtOnceAndThenAfterEverLongerPauses() {
        watch.opened(0);
        watch.gaveUp(0);
        assertThat(watch.due(0)).isTrue();
        watch.begun(0);
        watch.gaveUp(0);
        assertThat(watch.due(Duration.ofMillis(999).toNanos())).isFalse();
        assertThat(watch.due(Duration.ofSeconds(1).toNanos())).isTrue();
        assertThat(watch.tries()).isEqualTo(2);
        assertThat(Watch.pause(9)).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void aMachineThatSeldomComesToLookIsNotThePlayersFault() {
        long second = Duration.ofSeconds(1).toNanos();
        watch.opened(0);
        watch.progress(0);
        for (int i = 1; i <= 8; i++) {
            watch.look(i * second);
            assertThat(watch.late(i * second, false)).isFalse();
        }
        watch.look(9 * second);
        assertThat(watch.late(9 * second, false)).isTrue();
        watch.opened(10 * second);
        for (long now = 10 * second; now <= 18 * second; now += second / 10) {
            watch.look(now);
            assertThat(watch.late(now, false)).isFalse();
        }
        assertThat(watch.late(18 * second + 1, false)).isTrue();
    }
}
