package chevet.terminal.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.function.UnaryOperator;
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
        assertThat(playlist.whole(UnaryOperator.identity()))
                .isEqualTo(
                        text.replace("../keys/1.bin", "http://headend.example/tv/keys/1.bin")
                                .replace("77.ts", "http://headend.example/tv/one/77.ts"));
        assertThat(playlist.segments())
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
    void theFirstSegmentMayBeCalledOtherwiseWhereItIsAPlainStream() {
        PlaylistText plain =
                PlaylistText.of(BASE, "#EXTM3U\n#EXTINF:2,\n7.ts?a\n#EXTINF:2,\n8.ts\n");
        URI first = URI.create("http://headend.example/tv/one/7.ts?a");
        assertThat(plain.plainFirst()).contains(first);
        assertThat(plain.whole(each -> each.equals(first) ? URI.create("http://here/1.ts") : each))
                .isEqualTo(
                        """
                        #EXTM3U
                        #EXTINF:2,
                        http://here/1.ts
                        #EXTINF:2,
                        http://headend.example/tv/one/8.ts
                        """);
        String locked = "#EXTM3U\n#EXT-X-KEY:METHOD=AES-128,URI=\"k\"\n#EXTINF:2,\n7.ts\n";
        assertThat(PlaylistText.of(BASE, locked).plainFirst()).isEmpty();
        assertThat(PlaylistText.of(BASE, "#EXTM3U\n#EXTINF:2,\n7.aac\n").plainFirst()).isEmpty();
    }
}
