package chevet.terminal.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What decides without playing anything: ways, patience, wishes, loudness. */
class WayTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    GROUP       | true  | true  | GSTREAMER_GROUP
                    GROUP       | true  | false | ''
                    HLS         | true  | true  | JAVAFX GSTREAMER_URI
                    HLS         | false | true  | GSTREAMER_URI
                    FILM        | true  | true  | JAVAFX GSTREAMER_URI
                    FILM        | true  | false | JAVAFX
                    HTTP_STREAM | true  | true  | GSTREAMER_URI JAVAFX
                    HTTP_STREAM | false | false | ''
                    """)
    void whatIsInstalledAndTheStreamDecideTheWay(
            Way.Shape shape, boolean javafx, boolean gstreamer, String ways) {
        String found =
                Way.of(shape, new Installed(javafx, gstreamer, List.of())).stream()
                        .map(Way::name)
                        .collect(Collectors.joining(" "));
        assertThat(found).isEqualTo(ways);
    }

    @Test
    void aPictureThatStandsIsLateAndIsOpenedAnewAtOnceThenSlower() {
        Watch watch = new Watch();
        long now = 0;
        watch.opened(now);
        assertThat(watch.late(Watch.FIRST.toNanos(), false)).isFalse();
        watch.progress(now);
        assertThat(watch.late(Watch.PATIENCE.toNanos(), false)).isFalse();
        now = Watch.PATIENCE.toNanos() + 1;
        assertThat(watch.late(now, false)).isTrue();
        watch.gaveUp(now);
        assertThat(watch.due(now)).isTrue();
        watch.begun(now);
        watch.gaveUp(now);
        assertThat(watch.due(now)).isFalse();
        assertThat(watch.due(now + Duration.ofSeconds(1).toNanos())).isTrue();
        assertThat(watch.tries()).isEqualTo(2);
    }

    @Test
    void aFirstPictureIsWaitedForLessLongWhereThereIsAnotherWay() {
        Watch watch = new Watch();
        watch.opened(0);
        long now = Watch.FIRST_OF_SEVERAL.toNanos() + 1;
        assertThat(watch.late(now, true)).isTrue();
        assertThat(watch.late(now, false)).isFalse();
    }

    @Test
    void theWayThatPlayedAnAddressBeforeIsTriedFirst() {
        KnownWays known = new KnownWays();
        URI radio = URI.create("http://headend.example/radio.m3u8");
        List<Way> possible = List.of(Way.JAVAFX, Way.GSTREAMER_URI);
        assertThat(known.first(radio, possible)).isEqualTo(possible);
        known.played(radio, Way.GSTREAMER_URI);
        known.played(radio, Way.JAVAFX);
        assertThat(known.first(radio, possible)).containsExactly(Way.GSTREAMER_URI, Way.JAVAFX);
        assertThat(known.first(radio, List.of(Way.JAVAFX))).containsExactly(Way.JAVAFX);
        assertThat(known.first(URI.create("http://headend.example/tv.m3u8"), possible))
                .isEqualTo(possible);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1,1", "2,2", "3,4", "4,5", "50,5"})
    void waitsLongerEachTimeUpToFiveSeconds(int tries, int seconds) {
        assertThat(Watch.pause(tries)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({"40,100,false,40", "90,60,false,60", "90,60,true,0", "0,60,false,0"})
    void theWardsCapHoldsBackWhatThePatientChose(int volume, int cap, boolean muted, int heard) {
        assertThat(new Loudness(volume, cap, muted).heard()).isEqualTo(heard);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    fr    | false | 1
                    fr    | true  | 2
                    en    | false | 3
                    en,fr | true  | 2
                    ar    | false | 1
                    """)
    void choosesTheSoundThatIsWished(String languages, boolean description, String id) {
        List<Track> sounds =
                List.of(
                        new Track("1", Optional.of("fra"), Track.Purpose.PLAIN),
                        new Track("2", Optional.of("fre"), Track.Purpose.AUDIO_DESCRIPTION),
                        new Track("3", Optional.of("eng"), Track.Purpose.PLAIN));
        TrackWish wish = new TrackWish(List.of(languages.split(",")), description, false);
        assertThat(wish.sound(sounds).map(Track::id)).contains(id);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    fr |    | 1
                    en |    | 3
                    fr | ar | 2
                    fr | de | 1
                    """)
    void readsBeforeAllInTheLanguageThatWasChosenForIt(String language, String written, String id) {
        List<Track> texts =
                List.of(
                        new Track("1", Optional.of("fre"), Track.Purpose.PLAIN),
                        new Track("2", Optional.of("ara"), Track.Purpose.PLAIN),
                        new Track("3", Optional.of("eng"), Track.Purpose.PLAIN));
        TrackWish wish =
                new TrackWish(List.of(language), false, true, Optional.ofNullable(written));
        assertThat(wish.text(texts).map(Track::id)).contains(id);
    }

    @ParameterizedTest
    @CsvSource({
        "Bonjour الدكتور,false",
        "الدكتور Roux,true",
        "- 12 نعم,true",
        "- 12 oui,false",
        "1234,false"
    })
    void aCueHasTheDirectionOfItsFirstLetter(String text, boolean rightToLeft) {
        assertThat(CueBoard.rightToLeft(text)).isEqualTo(rightToLeft);
    }
}
