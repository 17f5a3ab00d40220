package chevet.terminal.library;

import chevet.model.library.Check;
import chevet.model.library.Film;
import chevet.model.library.FilmId;
import chevet.model.library.FilmProgress;
import chevet.model.library.ReportProgress;
import chevet.model.library.SendAnswers;
import chevet.model.library.Watched;
import java.time.Instant;
import java.util.Optional;

/** Something that was told to the ward about a film and that the replica may not show yet. */
sealed interface Told {
    /** Id of its command. */
    String command();

    FilmId film();

    /**
     * What is known once the ward has heard it; the same again when it had heard it already.
     *
     * @param film as the library has it now
     */
    Optional<FilmProgress> onTop(Optional<FilmProgress> known, Film film);

    /** How far the patient is. */
    record Seen(String command, ReportProgress report, Instant at) implements Told {
        @Override
        public FilmId film() {
            return report.film();
        }

        @Override
        public Optional<FilmProgress> onTop(Optional<FilmProgress> known, Film film) {
            return Optional.of(Watched.after(known, report, at, film.length()));
        }

        @Override
        public String toString() {
            return "Seen[" + command + "]";
        }
    }

    /** What the patient answered. */
    record Answered(String command, SendAnswers answers, Instant at) implements Told {
        @Override
        public FilmId film() {
            return answers.film();
        }

        @Override
        public Optional<FilmProgress> onTop(Optional<FilmProgress> known, Film film) {
            boolean fits =
                    film.version().equals(answers.version())
                            && Check.fits(film.check(), answers.answers());
            return fits ? known.map(before -> checked(before, film)) : known;
        }

        private FilmProgress checked(FilmProgress known, Film film) {
            boolean newer = known.check().filter(check -> check.at().isAfter(at)).isPresent();
            if (newer || !known.version().equals(answers.version())) {
                return known;
            }
            return new FilmProgress(
                    known.film(),
                    known.version(),
                    known.language(),
                    known.subtitles(),
                    known.position(),
                    known.furthest(),
                    known.at(),
                    known.finished(),
                    Optional.of(
                            new FilmProgress.Checked(
                                    at, Check.wrong(film.check(), answers.answers()))));
        }

        @Override
        public String toString() {
            return "Answered[" + command + "]";
        }
    }
}
