package chevet.model.tv;

import static chevet.model.tv.Sets.programme;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgrammesTest {
    private static final Programme NEWS =
            programme("2026-11-21T12:00:00Z", "2026-11-21T12:30:00Z", Optional.empty());
    private static final Programme FILM =
            programme("2026-11-21T13:00:00Z", "2026-11-21T15:00:00Z", Optional.empty());
    private static final Programmes DAY =
            new Programmes(new ChannelId("une"), LocalDate.of(2026, 11, 21), List.of(FILM, NEWS));

    @ParameterizedTest(name = "{0}: now {1}, next {2}")
    @CsvSource(
            textBlock =
                    """
                    2026-11-21T11:59:59Z, ,                     2026-11-21T12:00:00Z
                    2026-11-21T12:00:00Z, 2026-11-21T12:00:00Z, 2026-11-21T13:00:00Z
                    2026-11-21T12:30:00Z, ,                     2026-11-21T13:00:00Z
                    2026-11-21T14:59:59Z, 2026-11-21T13:00:00Z,
                    2026-11-21T15:00:00Z, ,
                    """)
    void nowAndNextKnowTheirGaps(Instant now, Instant on, Instant next) {
        assertThat(DAY.at(now).map(Programme::start)).isEqualTo(Optional.ofNullable(on));
        assertThat(DAY.after(now).map(Programme::start)).isEqualTo(Optional.ofNullable(next));
    }

    @Test
    void theShareThatHasBeenStaysBetweenNothingAndAll() {
        assertThat(NEWS.share(NEWS.start().minusSeconds(60))).isZero();
        assertThat(NEWS.share(NEWS.start().plusSeconds(900))).isEqualTo(0.5);
        assertThat(NEWS.share(NEWS.stop().plusSeconds(60))).isEqualTo(1);
    }

    @Test
    void twoAtOnceAreNoGuide() {
        Programme over =
                programme("2026-11-21T12:29:00Z", "2026-11-21T13:00:00Z", Optional.empty());
        List<Programme> both = List.of(NEWS, over);
        assertThatThrownBy(() -> new Programmes(DAY.channel(), DAY.date(), both))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at once");
    }

    @Test
    void aProgrammeEndsAfterItBegins() {
        assertThatThrownBy(
                        () ->
                                programme(
                                        "2026-11-21T12:00:00Z",
                                        "2026-11-21T12:00:00Z",
                                        Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("stop");
    }
}
