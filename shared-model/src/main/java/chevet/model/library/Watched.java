package chevet.model.library;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What counts as watched, as finished, and where to go on. */
public final class Watched {
    /** So much may be skipped, by a jump or a lost report, and still counts as played. */
    public static final Duration SKIPPED = Duration.ofSeconds(15);

    /** The last part of a film holds its credits: who has come so near has seen it. */
    private static final Duration CREDITS = Duration.ofSeconds(15);

    private static final Duration BACK = Duration.ofSeconds(3);

    private Watched() {}

    /**
     * Up to where a film has been played, after its player went from one instant of it to another
     * without a jump. What lies behind a jump over more than {@link #SKIPPED} counts only when the
     * part before it was played too, so that nobody has "watched" a film by tapping on its end.
     */
    public static Duration furthest(Duration furthest, Duration from, Duration to) {
        return from.compareTo(furthest.plus(SKIPPED)) <= 0 ? later(furthest, to) : furthest;
    }

    /**
     * Whether a film that was played up to there has been seen: at most a twentieth of it is
     * missing and no more than fifteen seconds. A film without a length never is.
     */
    public static boolean finished(Duration length, Duration furthest) {
        Duration twentieth = length.dividedBy(20);
        Duration missing = twentieth.compareTo(CREDITS) < 0 ? twentieth : CREDITS;
        return length.isPositive() && furthest.compareTo(length.minus(missing)) >= 0;
    }

    /**
     * Where a film goes on: three seconds before it stopped, so that one finds into it again; at
     * its beginning where nothing is known, where it had come to its end, or where it has become
     * shorter since.
     */
    public static Duration resume(Film film, Optional<FilmProgress> progress) {
        Duration stopped = progress.map(FilmProgress::position).orElse(Duration.ZERO).minus(BACK);
        return stopped.isPositive() && !finished(film.length(), stopped.plus(BACK))
                ? stopped
                : Duration.ZERO;
    }

    /**
     * What is known after one more report. Reports may come late and out of order: where a film
     * stands is what the one tapped last says, how far it was played is the furthest of all of one
     * version. A report of another version begins anew where it was tapped later, and is passed
     * over where it was tapped earlier.
     *
     * @param length of the film in the version that is reported
     */
    public static FilmProgress after(
            Optional<FilmProgress> known,
            ReportProgress report,
            Instant tappedAt,
            Duration length) {
        Optional<FilmProgress> same =
                known.filter(before -> before.version().equals(report.version()));
        if (known.isPresent() && same.isEmpty() && !tappedAt.isAfter(known.get().at())) {
            return known.get();
        }
        Duration furthest =
                least(
                        length,
                        later(
                                report.furthest(),
                                same.map(FilmProgress::furthest).orElse(Duration.ZERO)));
        Optional<Instant> finished =
                same.flatMap(FilmProgress::finished)
                        .or(() -> finished(length, furthest) ? Optional.of(tappedAt) : none());
        Optional<FilmProgress.Checked> check = same.flatMap(FilmProgress::check);
        FilmProgress stands =
                same.filter(before -> before.at().isAfter(tappedAt))
                        .orElseGet(
                                () ->
                                        new FilmProgress(
                                                report.film(),
                                                report.version(),
                                                report.language(),
                                                report.subtitles(),
                                                least(length, report.position()),
                                                furthest,
                                                tappedAt,
                                                finished,
                                                check));
        return new FilmProgress(
                stands.film(),
                stands.version(),
                stands.language(),
                stands.subtitles(),
                stands.position(),
                furthest,
                stands.at(),
                finished,
                check);
    }

    private static Optional<Instant> none() {
        return Optional.empty();
    }

    private static Duration later(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
