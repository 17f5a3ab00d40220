package chevet.ward.tv;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TvPageTest {
    @ParameterizedTest
    @CsvSource({
        "http://head.end/list.m3u, console, true",
        "/etc/chevet/list.m3u, console, true",
        "/etc/chevet/list.m3u, /tmp/other.m3u, true",
        "/etc/chevet/list.m3u, /etc/chevet/list.m3u, false",
        // It is read from elsewhere since the last start, and nobody has brought it.
        "http://new.head.end/list.m3u, http://head.end/list.m3u, false",
        ", console, false",
    })
    void whatSomebodyBroughtIsNotSaidToBeReadByItself(String source, String from, boolean byHand) {
        Feed last =
                new Feed(
                        Feed.Kind.CHANNELS,
                        Optional.of(from),
                        Optional.of(Instant.EPOCH),
                        from,
                        Instant.EPOCH,
                        Feed.State.TAKEN,
                        1,
                        Report.NONE);
        assertThat(
                        new TvPage.FeedView(
                                        Feed.Kind.CHANNELS,
                                        Optional.ofNullable(source),
                                        Optional.of(last))
                                .byHand())
                .isEqualTo(byHand);
    }
}
