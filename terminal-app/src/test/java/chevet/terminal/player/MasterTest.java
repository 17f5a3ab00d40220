package chevet.terminal.player;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.terminal.player.Track.Purpose;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Streams, sounds and subtitles of an HLS channel. */
class MasterTest {
    private static final URI BASE = URI.create("http://headend.example/tv/one/master.m3u8");

    private static Master master(String text) {
        return Master.of(PlaylistText.of(BASE, text));
    }

    private static String name(URI playlist) {
        return playlist.getPath().replace("/tv/one/", "").replace('/', '-');
    }

    private static final String SOUNDS =
            """
            #EXTM3U
            #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="low",NAME="Described: for the blind, in French",LANGUAGE="fr-FR",AUTOSELECT=YES,CHARACTERISTICS="public.accessibility.describes-video",URI="low/ad.m3u8"
            #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="low",NAME="Français",LANGUAGE="fr",DEFAULT=YES,URI="low/fr.m3u8"
            #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="low",NAME="English",LANGUAGE="en",URI="low/en.m3u8"
            #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="high",NAME="Français",LANGUAGE="fr",DEFAULT=YES,URI="high/fr.m3u8"
            #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="high",NAME="Described: for the blind, in French",LANGUAGE="fr-FR",URI="high/ad.m3u8"
            #EXT-X-STREAM-INF:CODECS="avc1.4d401f,mp4a.40.2",BANDWIDTH=900000,AUDIO="low"
            small.m3u8
            #EXT-X-STREAM-INF:BANDWIDTH=2500000,AUDIO="high"
            large.m3u8
            """;

    @Test
    void soundsSayTheirLanguageAndForWhomTheyAreTheHeadendsChoiceFirst() {
        assertThat(master(SOUNDS).sounds())
                .containsExactly(
                        new Track("sound-0", Optional.of("fr"), Purpose.PLAIN),
                        new Track("sound-1", Optional.of("fr"), Purpose.AUDIO_DESCRIPTION),
                        new Track("sound-2", Optional.of("en"), Purpose.PLAIN));
    }

    @Test
    void playersAreGivenTheOneSoundThatIsWantedInEachGroup() {
        Master master = master(SOUNDS);
        assertThat(master.plain(Optional.of(master.sounds().get(1)), MasterTest::name))
                .isEqualTo(
                        """
                        #EXTM3U
                        #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="g1",NAME="s",DEFAULT=YES,AUTOSELECT=YES,URI="low-ad.m3u8"
                        #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="g2",NAME="s",DEFAULT=YES,AUTOSELECT=YES,URI="high-ad.m3u8"
                        #EXT-X-STREAM-INF:BANDWIDTH=900000,AUDIO="g1"
                        small.m3u8
                        #EXT-X-STREAM-INF:BANDWIDTH=2500000,AUDIO="g2"
                        large.m3u8
                        """);
    }

    @Test
    void whereASoundLiesWithinThePicturesStreamThereIsNoChoice() {
        Master master = master(SOUNDS.replace(",URI=\"low/en.m3u8\"", ""));
        assertThat(master.sounds()).isEmpty();
        assertThat(master.plain(Optional.empty(), MasterTest::name))
                .doesNotContain("AUDIO")
                .contains("BANDWIDTH=2500000\nlarge.m3u8\n");
    }

    @Test
    void subtitlesAreOfferedWithoutCaptionsAndForcedOnesApart() {
        Master master =
                master(
                        """
                        #EXTM3U
                        #EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="s",NAME="Français",LANGUAGE="fra",URI="fr.m3u8"
                        #EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="s",NAME="Sourds",LANGUAGE="fr",CHARACTERISTICS="public.accessibility.transcribes-spoken-dialog, public.accessibility.describes-music-and-sound",URI="sourds.m3u8"
                        #EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="s",NAME="Forced",LANGUAGE="fr",FORCED=YES,URI="forced.m3u8"
                        #EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="other",NAME="Elsewhere",URI="other.m3u8"
                        #EXT-X-MEDIA:TYPE=CLOSED-CAPTIONS,GROUP-ID="cc",NAME="CC",INSTREAM-ID="CC1"
                        #EXT-X-STREAM-INF:BANDWIDTH=900000,SUBTITLES="s",CLOSED-CAPTIONS="cc"
                        live.m3u8
                        """);
        assertThat(master.sounds()).isEmpty();
        assertThat(master.texts())
                .containsExactly(
                        new Track("text-0", Optional.of("fra"), Purpose.PLAIN),
                        new Track("text-1", Optional.of("fr"), Purpose.HARD_OF_HEARING));
        assertThat(master.forced())
                .containsExactly(new Track("forced-0", Optional.of("fr"), Purpose.PLAIN));
        assertThat(master.playlist(master.forced().getFirst()))
                .contains(URI.create("http://headend.example/tv/one/forced.m3u8"));
        assertThat(master.playlist(master.texts().get(1)))
                .contains(URI.create("http://headend.example/tv/one/sourds.m3u8"));
        assertThat(master.plain(Optional.empty(), MasterTest::name))
                .isEqualTo("#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=900000\nlive.m3u8\n");
    }

    @Test
    void aStreamWithoutItsBandwidthOrWithABrokenAddressIsNoFault() {
        Master master =
                master(
                        """
                        #EXTM3U
                        #EXT-X-STREAM-INF:RESOLUTION=640x360
                        one.m3u8
                        #EXT-X-STREAM-INF:BANDWIDTH=much
                        no address
                        """);
        assertThat(master.plain(Optional.empty(), MasterTest::name))
                .isEqualTo("#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\none.m3u8\n");
    }
}
