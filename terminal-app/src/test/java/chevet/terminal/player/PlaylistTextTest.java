package chevet.terminal.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What stands between a player and the playlists of a headend. */
class PlaylistTextTest {
    private static final URI BASE = URI.create("http://headend.example/tv/one/live.m3u8?t=1");

    @Test
    void segmentsAndKeysOfALivePlaylistAreWholeAddressesOfTheServer() {
        String text =
                """
                #EXTM3U
                #EXT-X-TARGETDURATION:6
                #EXT-X-KEY:METHOD=AES-128,URI="../keys/1.bin",IV=0x1
                #EXTINF:6.0,
                77.ts
                #EXTINF:6.0,
                https://cdn.example/78.ts?a=$1
                #EXTINF:6.0,
                no address at all
                """;
        PlaylistText playlist = PlaylistText.of(BASE, text);
        assertThat(playlist.pause()).isEqualTo(Duration.ofSeconds(3));
        assertThat(playlist.whole())
                .isEqualTo(
                        text.replace("../keys/1.bin", "http://headend.example/tv/keys/1.bin")
                                .replace("77.ts", "http://headend.example/tv/one/77.ts"));
        assertThat(playlist.segments())
                .extracting(HlsSegment::address)
                .containsExactly(
                        URI.create("http://headend.example/tv/one/77.ts"),
                        URI.create("https://cdn.example/78.ts?a=$1"));
    }

    @Test
    void aPlaylistWithoutATargetDurationIsReadEachSecond() {
        assertThat(PlaylistText.of(BASE, "#EXTM3U\n1.ts\n").pause())
                .isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void eachSegmentSaysItsLengthItsHeadAndHowOftenTimeBeganAnew() {
        PlaylistText playlist =
                PlaylistText.of(
                        BASE,
                        """
                        #EXTM3U
                        #EXT-X-MEDIA-SEQUENCE:40
                        #EXT-X-DISCONTINUITY-SEQUENCE:3
                        #EXT-X-MAP:URI="head.mp4",BYTERANGE="718@0"
                        #EXTINF:1.98,
                        40.m4s
                        #EXT-X-DISCONTINUITY
                        #EXTINF:6,a title
                        41.m4s
                        """);
        Optional<URI> head = Optional.of(URI.create("http://headend.example/tv/one/head.mp4"));
        assertThat(playlist.segments())
                .containsExactly(
                        new HlsSegment(
                                URI.create("http://headend.example/tv/one/40.m4s"),
                                40,
                                Duration.ofMillis(1_980),
                                3,
                                head),
                        new HlsSegment(
                                URI.create("http://headend.example/tv/one/41.m4s"),
                                41,
                                Duration.ofSeconds(6),
                                4,
                                head));
    }
}
