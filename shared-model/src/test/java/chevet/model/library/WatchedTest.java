package chevet.model.library;

import static chevet.model.library.Shelved.NOON;
import static chevet.model.library.Shelved.film;
import static chevet.model.library.Shelved.places;
import static chevet.model.library.Shelved.report;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchedTest {
    private static final Duration SIX_MINUTES = ofMinutes(6);

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    furthest, from, to,  then
                    0,        0,    10,  10
                    10,       10,   70,  70
                    70,       20,   60,  70
                    70,       20,   90,  90
                    70,       85,   95,  95
                    70,       86,   95,  70
                    10,       350,  360, 10
                    """)
    void onlyWhatWasPlayedCounts(int furthest, int from, int to, int then) {
        assertThat(Watched.furthest(ofSeconds(furthest), ofSeconds(from), ofSeconds(to)))
                .isEqualTo(ofSeconds(then));
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    length, furthest, finished
                    360,    345,      true
                    360,    344,      false
                    60,     57,       true
                    60,     56,       false
                    1,      0,        false
                    0,      0,        false
                    """)
    void aFilmIsSeenWhenOnlyItsCreditsAreLeft(int length, int furthest, boolean finished) {
        assertThat(Watched.finished(ofSeconds(length), ofSeconds(furthest))).isEqualTo(finished);
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    stopped, goesOn
                    0,       0
                    2,       0
                    100,     97
                    344,     341
                    345,     0
                    900,     0
                    """)
    void aFilmGoesOnALittleBeforeWhereItStopped(int stopped, int goesOn) {
        Optional<FilmProgress> progress =
                Optional.of(
                        Watched.after(
                                Optional.empty(),
                                report("1", stopped, stopped),
                                NOON,
                                Duration.ofHours(1)));
        assertThat(Watched.resume(film("cataracte", 360), progress)).isEqualTo(ofSeconds(goesOn));
        assertThat(Watched.resume(film("cataracte", 360), Optional.empty())).isZero();
    }

    @Test
    void aLateReportNeitherTurnsTheFilmBackNorTakesAwayWhatWasSeen() {
        FilmProgress known = after(Optional.empty(), report("2", 30, 350), NOON);
        FilmProgress then =
                after(Optional.of(known), report("2", 200, 200), NOON.minus(ofMinutes(9)));
        assertThat(then).isEqualTo(known);
        assertThat(then.finished()).contains(NOON);
    }

    @Test
    void theOrderOfReportsDoesNotMatter() {
        List<ReportProgress> reports =
                List.of(
                        report("2", 60, 60),
                        report("2", 10, 120),
                        report("2", 300, 300),
                        report("2", 5, 301));
        FilmProgress inOrder = all(reports, List.of(0, 1, 2, 3));
        assertThat(inOrder.position()).isEqualTo(ofSeconds(5));
        assertThat(inOrder.furthest()).isEqualTo(ofSeconds(301));
        Random random = new Random(4);
        for (int turn = 0; turn < 24; turn++) {
            List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3, 1));
            Collections.shuffle(order, random);
            assertThat(all(reports, order)).isEqualTo(inOrder);
        }
    }

    private static FilmProgress all(List<ReportProgress> reports, List<Integer> order) {
        Optional<FilmProgress> known = Optional.empty();
        for (int at : order) {
            known = Optional.of(after(known, reports.get(at), NOON.plus(ofMinutes(at))));
        }
        return known.orElseThrow();
    }

    @Test
    void anotherVersionBeginsAnewAndAnOlderOneDoesNotComeBack() {
        FilmProgress first = withCheck(after(Optional.empty(), report("1", 360, 360), NOON));
        FilmProgress second = after(Optional.of(first), report("2", 20, 20), NOON.plusSeconds(60));
        assertThat(second.version()).isEqualTo("2");
        assertThat(second.furthest()).isEqualTo(ofSeconds(20));
        assertThat(second.finished()).isEmpty();
        assertThat(second.check()).isEmpty();
        assertThat(after(Optional.of(second), report("1", 100, 100), NOON.plusSeconds(30)))
                .isEqualTo(second);
    }

    @Test
    void whatWasAnsweredStaysWhenTheFilmIsSeenAgain() {
        FilmProgress answered = withCheck(after(Optional.empty(), report("2", 360, 360), NOON));
        FilmProgress again =
                after(Optional.of(answered), report("2", 10, 10), NOON.plusSeconds(60));
        assertThat(again.check()).isEqualTo(answered.check());
        assertThat(again.finished()).contains(NOON);
        assertThat(again.furthest()).isEqualTo(SIX_MINUTES);
    }

    @Test
    void nothingLiesBeyondTheEnd() {
        FilmProgress progress = after(Optional.empty(), report("2", 9999, 9999), NOON);
        assertThat(progress.position()).isEqualTo(SIX_MINUTES);
        assertThat(progress.furthest()).isEqualTo(SIX_MINUTES);
    }

    private static FilmProgress after(
            Optional<FilmProgress> known, ReportProgress report, Instant at) {
        return Watched.after(known, report, at, SIX_MINUTES);
    }

    private static FilmProgress withCheck(FilmProgress progress) {
        return new FilmProgress(
                progress.film(),
                progress.version(),
                progress.language(),
                progress.subtitles(),
                progress.position(),
                progress.furthest(),
                progress.at(),
                progress.finished(),
                Optional.of(new FilmProgress.Checked(NOON, places(1))));
    }
}
