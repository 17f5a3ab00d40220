package chevet.ward.library;

import chevet.model.library.Film;
import chevet.model.library.ReportProgress;
import chevet.model.library.Watched;
import chevet.model.stay.StayId;
import chevet.model.wire.Command;
import chevet.model.wire.Reason;
import chevet.ward.db.Tx;
import chevet.ward.sync.CommandHandler;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Takes how far a patient has watched. Reports may come hours late; their order is when they were
 * tapped, and the furthest never goes back.
 */
final class ProgressTaker implements CommandHandler<ReportProgress> {
    static final Pattern TONGUE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");

    private final LibraryStore store;
    private final CareBook book;

    ProgressTaker(LibraryStore store, CareBook book) {
        this.store = store;
        this.book = book;
    }

    @Override
    public String type() {
        return ReportProgress.TYPE;
    }

    @Override
    public Class<ReportProgress> bodyType() {
        return ReportProgress.class;
    }

    @Override
    public Decision handle(Command command, ReportProgress body, Tx tx) {
        Optional<StayId> stay = command.stay();
        if (stay.isEmpty()) {
            return refused("stay.not-here");
        }
        Optional<String> wrong = wrong(body);
        if (wrong.isPresent()) {
            return new Decision.Refused(new Reason("library.wrong", Map.of("field", wrong.get())));
        }
        Optional<Film> film = store.film(tx.handle(), body.film(), body.version());
        if (film.isEmpty()) {
            return refused("library.no-such-film");
        }
        Care before = book.of(tx.handle(), stay.get(), body.film());
        Care now =
                before.with(
                        Watched.after(
                                before.progress(), body, command.tappedAt(), film.get().length()));
        return book.put(tx, stay.get(), before, now)
                ? new Decision.Accepted()
                : refused("stay.not-here");
    }

    private static Optional<String> wrong(ReportProgress body) {
        if (body.position().isNegative()) {
            return Optional.of("position");
        }
        if (body.furthest().isNegative()) {
            return Optional.of("furthest");
        }
        if (!TONGUE.matcher(body.language()).matches()) {
            return Optional.of("language");
        }
        return body.subtitles().filter(tag -> !TONGUE.matcher(tag).matches()).map(_ -> "subtitles");
    }

    static Decision refused(String code) {
        return new Decision.Refused(Reason.of(code));
    }
}
