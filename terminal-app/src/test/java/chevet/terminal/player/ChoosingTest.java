package chevet.terminal.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChoosingTest {
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    fra, en, forced-0
                    eng, fr, forced-1
                    ara, fr,
                    ,    en, forced-1
                    ,    ar,
                    """)
    void whoChoseNoSubtitlesReadsThoseThatBelongToThePictureInTheLanguageThatIsHeard(
            String heard, String screen, String read) {
        Track french = new Track("forced-0", Optional.of("fr"), Track.Purpose.PLAIN);
        Track english = new Track("forced-1", Optional.of("en"), Track.Purpose.PLAIN);
        Choosing choosing = new Choosing(new SimpleObjectProperty<>(Tracks.NONE));
        choosing.wish(new TrackWish(List.of(screen), false, false));
        Track sound = new Track("1", Optional.ofNullable(heard), Track.Purpose.PLAIN);
        choosing.told(
                new Tracks(List.of(sound), Optional.of(sound), List.of(), Optional.empty()),
                List.of(),
                Optional.empty());
        assertThat(choosing.unasked(List.of(french, english)).map(Track::id))
                .isEqualTo(Optional.ofNullable(read));
    }
}
