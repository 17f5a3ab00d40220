package chevet.terminal.staff;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.terminal.HandClock;
import chevet.terminal.device.Notebook;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SureTimeTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @TempDir Path folder;
    private final HandClock clock = new HandClock(NOON);
    private long nanos = 5;
    private SureTime time;

    @BeforeEach
    void on() {
        time = started();
    }

    private SureTime started() {
        return new SureTime(clock, () -> nanos, new Notebook(folder.resolve("hours")));
    }

    private void count(Duration machine) {
        nanos += machine.toNanos();
    }

    @Test
    void clockThatGoesRightIsBelieved() {
        assertThat(time.now()).isEqualTo(NOON);
        clock.forward(Duration.ofMinutes(3));
        count(Duration.ofMinutes(3));
        assertThat(time.now()).isEqualTo(NOON.plus(Duration.ofMinutes(3)));
    }

    @Test
    void clockThatIsSetBackDoesNotSetThisBack() {
        time.now();
        clock.forward(Duration.ofHours(-9));
        count(Duration.ofHours(2));
        assertThat(time.now()).isEqualTo(NOON.plus(Duration.ofHours(2)));
        count(Duration.ofHours(1));
        assertThat(time.now()).isEqualTo(NOON.plus(Duration.ofHours(3)));
    }

    @Test
    void restartWithAClockSetBackGoesOnFromWhatWasWrittenDown() {
        clock.forward(Duration.ofHours(6));
        time.keep();
        clock.forward(Duration.ofHours(-8));
        nanos = 0;
        SureTime again = started();
        assertThat(again.now()).isEqualTo(NOON.plus(Duration.ofHours(6)));
        count(Duration.ofHours(7));
        assertThat(again.now()).isEqualTo(NOON.plus(Duration.ofHours(13)));
    }

    @Test
    void itIsNeverEarlierThanTheServerHasSaid() {
        clock.forward(Duration.ofDays(-300));
        time.notBefore(NOON);
        assertThat(time.now()).isEqualTo(NOON);
        count(Duration.ofHours(12));
        assertThat(time.now()).isEqualTo(NOON.plus(Duration.ofHours(12)));
    }
}
