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
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Subtitles in segments, by the time stamps of the picture. */
class HlsWordsTest {
    private static HlsWords from(long began) {
        return new HlsWords(
                played ->
                        Optional.of(
                                new Turns.Moment(
                                        0, began + played.toMillis() * HlsCue.TICKS_A_MILLI)));
    }

    private static HlsWords words(long began, String... segments) {
        HlsWords words = from(began);
        for (String each : segments) {
            words.add(0, HlsCue.text(each.getBytes(StandardCharsets.UTF_8)));
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
        HlsWords words = new HlsWords(_ -> Optional.empty());
        words.add(
                0,
                HlsCue.text(
                        "WEBVTT\n\n00:00.000 --> 10:00.000\nTrop tôt\n"
                                .getBytes(StandardCharsets.UTF_8)));
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

    private static PlaylistText list(int first, String... lengths) {
        StringBuilder text = new StringBuilder("#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:" + first + "\n");
        int number = first;
        for (String each : lengths) {
            text.append(each.startsWith("!") ? "#EXT-X-DISCONTINUITY\n" : "")
                    .append("#EXTINF:")
                    .append(each.replace("!", ""))
                    .append(",\n")
                    .append(number++)
                    .append(".ts\n");
        }
        return PlaylistText.of(URI.create("http://headend.example/live.m3u8"), text.toString());
    }

    /** Each segment's stamp is its number in minutes. */
    private static Turns turns(boolean one, long... wanted) {
        return new Turns(
                one,
                wanted.length == 0 ? OptionalLong.empty() : OptionalLong.of(wanted[0]),
                first -> {
                    OptionalLong stamp = OptionalLong.of(first.number() * 60 * 90_000);
                    return CompletableFuture.completedFuture(new FirstStamp(stamp, stamp));
                });
    }

    @Test
    void eachStretchIsCountedFromItsOwnFirstStamp() {
        Turns turns = turns(false);
        PlaylistText first = list(4, "2", "2");
        assertThat(turns.take(first)).isEqualTo(first);
        PlaylistText second = list(5, "2", "!2.5", "2");
        assertThat(turns.take(second)).isEqualTo(second);
        Function<FirstStamp, OptionalLong> clock = FirstStamp::clock;
        assertThat(turns.at(Duration.ofMillis(3_999), clock))
                .contains(new Turns.Moment(0, (240_000 + 3_999) * 90));
        assertThat(turns.at(Duration.ofMillis(4_010), clock))
                .contains(new Turns.Moment(1, (360_000 + 10) * 90));
        assertThat(turns.over(Duration.ofHours(1), true)).as("its player goes on").isFalse();
    }

    @Test
    void aPlayerOfOneTurnIsGivenNoOtherAndIsToldWhereItEnds() {
        Turns turns = turns(true);
        turns.take(list(4, "2", "2"));
        assertThat(turns.over(Duration.ofSeconds(4), true)).as("more will come").isFalse();
        assertThat(turns.take(list(5, "2", "!2.5", "2"))).isEqualTo(list(5, "2"));
        assertThat(turns.over(Duration.ofMillis(3_700), false)).isFalse();
        assertThat(turns.over(Duration.ofMillis(3_700), true)).isTrue();
        assertThat(turns.over(Duration.ofMillis(3_900), false)).isTrue();
        assertThat(turns.take(list(6, "!2.5", "2")).segments()).isEmpty();

        Turns behind = turns(true, turns.next().orElseThrow());
        assertThat(behind.take(list(5, "2", "!2.5", "2")).segments())
                .extracting(HlsSegment::number)
                .containsExactly(6L, 7L);
        assertThat(turns(true).take(list(5, "2", "!2.5", "2", "2")).segments())
                .as("too little is left of the first")
                .extracting(HlsSegment::number)
                .containsExactly(6L, 7L, 8L);
    }

    @Test
    void cuesOfAnotherTurnAreNotReadThoughTheirStampsAgree() {
        HlsWords words = from(0);
        byte[] cue = "WEBVTT\n\n00:00.000 --> 00:10.000\nIci\n".getBytes(StandardCharsets.UTF_8);
        words.add(0, HlsCue.text(cue));
        assertThat(at(words, 1_000)).containsExactly("Ici");
        words.add(1, HlsCue.text("WEBVTT\n".getBytes(StandardCharsets.UTF_8)));
        words.add(
                1,
                HlsCue.text(
                        new String(cue, StandardCharsets.UTF_8)
                                .replace("Ici", "Après")
                                .getBytes(StandardCharsets.UTF_8)));
        assertThat(at(words, 1_000)).containsExactly("Ici");
    }
}
