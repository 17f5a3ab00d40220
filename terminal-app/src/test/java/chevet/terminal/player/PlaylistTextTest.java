package chevet.terminal.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What stands between a player and the playlists of a headend. */
class PlaylistTextTest {
    private static final URI BASE = URI.create("http://headend.example/tv/one/live.m3u8?t=1");

    private static URI here(URI playlist) {
        return URI.create("http://127.0.0.1" + playlist.getPath());
    }

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
        assertThat(playlist.master()).isFalse();
        assertThat(playlist.pause()).isEqualTo(Duration.ofSeconds(3));
        assertThat(playlist.whole(PlaylistTextTest::here))
                .isEqualTo(
                        text.replace("../keys/1.bin", "http://headend.example/tv/keys/1.bin")
                                .replace("77.ts", "http://headend.example/tv/one/77.ts"));
    }

    @Test
    void playlistsThatAMasterNamesAreReadHere() {
        String text =
                """
                #EXTM3U
                #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",NAME="Français",URI="sound/fr.m3u8"
                #EXT-X-STREAM-INF:BANDWIDTH=2500000,AUDIO="a"
                high.m3u8
                """;
        PlaylistText playlist = PlaylistText.of(BASE, text);
        assertThat(playlist.master()).isTrue();
        assertThat(playlist.whole(PlaylistTextTest::here))
                .isEqualTo(
                        text.replace("sound/fr.m3u8", "http://127.0.0.1/tv/one/sound/fr.m3u8")
                                .replace("high.m3u8", "http://127.0.0.1/tv/one/high.m3u8"));
    }

    @Test
    void aPlaylistWithoutATargetDurationIsReadEachSecond() {
        assertThat(PlaylistText.of(BASE, "#EXTM3U\n1.ts\n").pause())
                .isEqualTo(Duration.ofSeconds(1));
    }
}
