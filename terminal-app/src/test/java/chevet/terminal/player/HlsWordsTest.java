package chevet.terminal.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Subtitles in segments, by the time stamps of the picture. */
class HlsWordsTest {
    private static HlsWords words(long began, String... segments) {
        HlsWords words = new HlsWords(CompletableFuture.completedFuture(OptionalLong.of(began)));
        for (String each : segments) {
            words.take(each.getBytes(StandardCharsets.UTF_8));
        }
        return words;
    }

    private static List<String> at(HlsWords words, long millis) {
        return words.at(Duration.ofMillis(millis));
    }

    @Test
    void aCueStandsWhereItsOwnTimeFallsInThePicturesTime() {
        HlsWords words =
                words(
                        900_000,
                        """
                        WEBVTT
                        X-TIMESTAMP-MAP=MPEGTS:900000,LOCAL:00:00:10.000

                        00:00:11.000 --> 00:00:12.500 line:80%
                        <v Marie>Bonsoir,
                        Monsieur !
                        """);
        assertThat(at(words, 999)).isEmpty();
        assertThat(at(words, 1_000)).containsExactly("Bonsoir,\nMonsieur !");
        assertThat(at(words, 2_499)).hasSize(1);
        assertThat(at(words, 2_500)).isEmpty();
    }

    @Test
    void withoutAMapTheTimeIsThePicturesOwn() {
        HlsWords words = words(90_000, "WEBVTT\n\n00:02.000 --> 00:03.000\nIci\n");
        assertThat(at(words, 500)).isEmpty();
        assertThat(at(words, 1_000)).containsExactly("Ici");
    }

    @Test
    void aCueThatStandsInTwoSegmentsIsReadOnce() {
        String segment =
                "WEBVTT\nX-TIMESTAMP-MAP=LOCAL:00:00.000,MPEGTS:0\n\n0:01.0 --> 0:05.0\nA\n";
        assertThat(at(words(0, segment, segment), 2_000)).containsExactly("A");
    }

    @Test
    void timeStampsBeginAgainAfterADay() {
        long end = (1L << 33) - 90_000;
        HlsWords words =
                words(
                        end,
                        """
                        WEBVTT
                        X-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:90000

                        00:00.000 --> 00:01.000
                        Après
                        """);
        assertThat(at(words, 1_900)).isEmpty();
        assertThat(at(words, 2_100)).containsExactly("Après");
    }

    @Test
    void untilItIsKnownWhenThePictureBeganNothingIsShown() {
        HlsWords words = new HlsWords(new CompletableFuture<>());
        words.take(
                "WEBVTT\n\n00:00.000 --> 10:00.000\nTrop tôt\n".getBytes(StandardCharsets.UTF_8));
        assertThat(at(words, 1_000)).isEmpty();
    }

    @Test
    @Timeout(10)
    void eachSegmentIsReadOnceUntilItIsClosed() throws InterruptedException {
        HlsWords words = words(0);
        URI list = URI.create("http://headend.example/words.m3u8");
        List<URI> read = new ArrayList<>();
        words.read(
                list,
                asked -> {
                    int first = Math.max(0, read.size() - 1);
                    if (read.size() >= 3) {
                        words.close();
                    }
                    return Optional.of(
                            PlaylistText.of(
                                    asked,
                                    "#EXTM3U\n#EXT-X-TARGETDURATION:0\n%d.vtt\n%d.vtt\n"
                                            .formatted(first, first + 1)));
                },
                segment -> {
                    read.add(segment);
                    return Optional.empty();
                });
        assertThat(read).extracting(URI::getPath).containsExactly("/0.vtt", "/1.vtt", "/2.vtt");
    }
}
