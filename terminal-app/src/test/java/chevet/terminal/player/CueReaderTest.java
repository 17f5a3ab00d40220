package chevet.terminal.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CueReaderTest {
    private static final String VTT =
            """
            WEBVTT - a title
            Kind: captions

            NOTE 00:00 --> is no time here

            STYLE
            ::cue { color: red }

            first
            00:01.000 --> 00:02.500 line:0 position:20% align:start
            <v Dr. Roux><b>Bonjour</b> &amp; bienvenue</v>

            01:00:03.000 --> 01:00:04.000
            - <i>Oui</i>
            - Non &lt;3

            """;

    private static final String SRT =
            """
            1
            00:00:01,000 --> 00:00:02,500
            {\\an8}<font color="#fff">Bonjour</font>

            2
            00:00:03,000 --> 00:00:04,000 X1:10 X2:20 Y1:1 Y2:2
            Deux
            lignes
            """;

    /** {@code 1000-2500 text|text}. */
    private static String told(Cues cues) {
        return cues.all().stream()
                .map(
                        cue ->
                                cue.from().toMillis()
                                        + "-"
                                        + cue.to().toMillis()
                                        + " "
                                        + cue.text().replace('\n', '|'))
                .collect(Collectors.joining("; "));
    }

    @Test
    void readsWebVtt() {
        assertThat(told(CueReader.read(VTT)))
                .isEqualTo("1000-2500 Bonjour & bienvenue; 3603000-3604000 - Oui|- Non <3");
    }

    @Test
    void readsSubRip() {
        assertThat(told(CueReader.read(SRT))).isEqualTo("1000-2500 Bonjour; 3000-4000 Deux|lignes");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '!',
            textBlock =
                    """
                    windows line ends      ! 1~r00:01,000 --> 00:02,000~rA~r~r2~r00:03,000 --> 00:04,000~rB ! 1000-2000 A; 3000-4000 B
                    no empty line between  ! 1~00:01,000 --> 00:02,000~A~2~00:03,000 --> 00:04,000~B        ! 1000-2000 A; 3000-4000 B
                    times without numbers  ! 00:01,000 --> 00:02,000~A~00:03,000 --> 00:04,000~B            ! 1000-2000 A; 3000-4000 B
                    a number that is said  ! 1~00:01,000 --> 00:02,000~112                                  ! 1000-2000 112
                    overlapping            ! 00:01.000 --> 00:05.000~A~~00:02.000 --> 00:03.000~B           ! 1000-5000 A; 2000-3000 B
                    out of order           ! 00:03.000 --> 00:04.000~B~~00:01.000 --> 00:02.000~A           ! 1000-2000 A; 3000-4000 B
                    ends before it begins  ! 00:05.000 --> 00:02.000~A~~00:06.000 --> 00:07.000~B           ! 6000-7000 B
                    nothing said           ! 00:01.000 --> 00:02.000~~00:03.000 --> 00:04.000~<i></i>       ! ''
                    short parts of seconds ! 0:01.5 --> 0:02~A                                              ! 1500-2000 A
                    a short arrow          ! 00:01,000 -> 00:02,000~A                                       ! 1000-2000 A
                    no space by the arrow  ! 00:01.000-->00:02.000~A                                        ! 1000-2000 A
                    times that are broken  ! 00:0x.000 --> 00:02.000~A~~00:03.000 --> 00:04.000~B           ! 3000-4000 B
                    the end is cut off     ! 00:01.000 --> 00:02.000~A~~00:03.000 --> 00:0                  ! 1000-2000 A
                    karaoke times          ! 00:01.000 --> 00:02.000~<00:01.200><c>A</c> b                  ! 1000-2000 A b
                    a sum is no tag        ! 00:01.000 --> 00:02.000~2 < 3 et 4 > 1                         ! 1000-2000 2 < 3 et 4 > 1
                    more than 99 hours     ! 100:00:01.000 --> 100:00:02.000~A                              ! 360001000-360002000 A
                    no subtitles at all    ! <html><body>404</body></html>                                  ! ''
                    nothing                ! ''                                                             ! ''
                    """)
    void readsWhatCanBeRead(String name, String file, String expected) {
        assertThat(told(CueReader.read(file.replace("~r", "\r\n").replace("~", "\n"))))
                .as(name)
                .isEqualTo(expected);
    }

    @Test
    void readsEveryCharset() {
        String text = "00:01.000 --> 00:02.000\nÀ bientôt, cœur\n";
        for (byte[] file :
                new byte[][] {
                    text.getBytes(StandardCharsets.UTF_8),
                    ("\ufeff" + text).getBytes(StandardCharsets.UTF_8),
                    ("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE),
                    ("\ufeff" + text).getBytes(StandardCharsets.UTF_16BE),
                    text.getBytes(Charset.forName("windows-1252"))
                }) {
            assertThat(told(CueReader.read(file))).isEqualTo("1000-2000 À bientôt, cœur");
        }
    }

    @Test
    void keepsTheSignsThatOrderBothDirections() {
        String text = "00:01.000 --> 00:02.000\n&rlm;الدكتور Roux&lrm; (210)\n";
        assertThat(told(CueReader.read(text)))
                .isEqualTo("1000-2000 \u200fالدكتور Roux\u200e (210)");
    }

    @Test
    void showsWhatOverlapsOldestFirstAndHidesAtTheEnd() {
        Cues cues = CueReader.read("00:01.000 --> 00:05.000\nA\n\n00:02.000 --> 00:03.000\nB\n");
        assertThat(cues.at(Duration.ofMillis(999))).isEmpty();
        assertThat(cues.at(Duration.ofSeconds(2))).extracting(Cue::text).containsExactly("A", "B");
        assertThat(cues.at(Duration.ofSeconds(3))).extracting(Cue::text).containsExactly("A");
        assertThat(cues.at(Duration.ofSeconds(5))).isEmpty();
    }
}
