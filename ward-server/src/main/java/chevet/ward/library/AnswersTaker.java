package chevet.ward.library;

import chevet.model.library.Check;
import chevet.model.library.Film;
import chevet.model.library.FilmProgress;
import chevet.model.library.SendAnswers;
import chevet.model.stay.StayId;
import chevet.model.wire.Command;
import chevet.model.wire.Reason;
import chevet.ward.db.Tx;
import chevet.ward.sync.CommandHandler;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Takes the answers to a film's check and judges them by the questions of the version that was
 * watched. Of several answers those tapped last count, in whatever order they come.
 */
final class AnswersTaker implements CommandHandler<SendAnswers> {
    private final LibraryStore store;
    private final CareBook book;

    AnswersTaker(LibraryStore store, CareBook book) {
        this.store = store;
        this.book = book;
    }

    @Override
    public String type() {
        return SendAnswers.TYPE;
    }

    @Override
    public Class<SendAnswers> bodyType() {
        return SendAnswers.class;
    }

    @Override
    public Decision handle(Command command, SendAnswers body, Tx tx) {
        Optional<StayId> stay = command.stay();
        if (stay.isEmpty()) {
            return ProgressTaker.refused("stay.not-here");
        }
        Optional<Film> film = store.film(tx.handle(), body.film(), body.version());
        if (film.isEmpty()) {
            return ProgressTaker.refused("library.no-such-film");
        }
        if (!ProgressTaker.TONGUE.matcher(body.language()).matches()) {
            return wrong("language");
        }
        if (!Check.fits(film.get().check(), body.answers())) {
            return wrong("answers");
        }
        Care before = book.of(tx.handle(), stay.get(), body.film());
        if (late(before, command.tappedAt())) {
            return new Decision.Accepted();
        }
        FilmProgress.Checked checked =
                new FilmProgress.Checked(
                        command.tappedAt(), Check.wrong(film.get().check(), body.answers()));
        Care now = before.with(body).with(checked(before, body, checked));
        return book.put(tx, stay.get(), before, now)
                ? new Decision.Accepted()
                : ProgressTaker.refused("stay.not-here");
    }

    private static Decision wrong(String field) {
        return new Decision.Refused(new Reason("library.wrong", Map.of("field", field)));
    }

    private static boolean late(Care before, Instant tappedAt) {
        return before.progress()
                .flatMap(FilmProgress::check)
                .filter(known -> known.at().isAfter(tappedAt))
                .isPresent();
    }

    /** Of another version than was known, they begin anew: nothing was reported of it yet. */
    private static FilmProgress checked(
            Care before, SendAnswers body, FilmProgress.Checked checked) {
        Optional<FilmProgress> same =
                before.progress().filter(known -> known.version().equals(body.version()));
        return new FilmProgress(
                body.film(),
                body.version(),
                same.map(FilmProgress::language).orElse(body.language()),
                same.flatMap(FilmProgress::subtitles),
                same.map(FilmProgress::position).orElse(Duration.ZERO),
                same.map(FilmProgress::furthest).orElse(Duration.ZERO),
                same.map(FilmProgress::at).orElse(checked.at()),
                same.flatMap(FilmProgress::finished),
                Optional.of(checked));
    }
}
