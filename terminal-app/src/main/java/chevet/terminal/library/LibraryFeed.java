package chevet.terminal.library;

import chevet.model.library.Film;
import chevet.model.library.FilmId;
import chevet.model.library.FilmProgress;
import chevet.model.library.Prescription;
import chevet.model.library.ReportProgress;
import chevet.model.library.SendAnswers;
import chevet.model.wire.Command;
import chevet.model.wire.StreamId.Kind;
import chevet.model.wire.WireCodec;
import chevet.model.wire.WireException;
import chevet.terminal.link.Outbox;
import chevet.terminal.link.Replica;
import chevet.terminal.shell.StreamFeed;
import chevet.terminal.ui.Work;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Brings facts from the link to the interactor, as {@link StreamFeed} does; only what has changed
 * is read.
 */
final class LibraryFeed implements AutoCloseable {
    private static final List<Kind> KINDS = List.of(Kind.TERMINAL, Kind.STAY, Kind.HOUSE);

    private final Replica replica;
    private final Outbox outbox;
    private final LibraryInteractor interactor;
    private final Work work;
    private final StreamFeed<LibraryFacts> feed;
    private LibraryFacts last = LibraryFacts.NONE;

    LibraryFeed(Replica replica, Outbox outbox, LibraryInteractor interactor, Work work) {
        this.replica = replica;
        this.outbox = outbox;
        this.interactor = interactor;
        this.work = work;
        this.feed = new StreamFeed<>(work, KINDS, this::read, interactor::facts);
    }

    /** Begins to listen; the first facts follow at once. */
    void start() {
        feed.start(replica, outbox, () -> List.of(replica.watchLink(this::linked)));
    }

    private void linked(Replica.LinkState state) {
        work.screen().execute(() -> interactor.linked(state.connected()));
    }

    /** All is read anew, over what was. On the JavaFX thread. */
    void forget() {
        feed.forget();
    }

    private LibraryFacts read(Set<Kind> kinds) {
        last = facts(kinds);
        return last;
    }

    private LibraryFacts facts(Set<Kind> kinds) {
        Replica.Snapshot now = replica.snapshot();
        boolean stay = kinds.contains(Kind.STAY) || !now.stay().equals(last.stay());
        return new LibraryFacts(
                now.stay(),
                kinds.contains(Kind.HOUSE)
                        ? byFilm(now, Kind.HOUSE, "film/", Film.class, Film::id)
                        : last.films(),
                stay
                        ? byFilm(
                                now,
                                Kind.STAY,
                                "prescription/",
                                Prescription.class,
                                Prescription::film)
                        : last.prescriptions(),
                stay
                        ? byFilm(
                                now,
                                Kind.STAY,
                                "film-progress/",
                                FilmProgress.class,
                                FilmProgress::film)
                        : last.progress(),
                waiting(now));
    }

    private static <T> Map<FilmId, T> byFilm(
            Replica.Snapshot now, Kind kind, String prefix, Class<T> type, Function<T, FilmId> of) {
        Map<FilmId, T> all = new HashMap<>();
        now.all(kind, prefix, type).values().forEach(each -> all.put(of.apply(each), each));
        return all;
    }

    private List<Told> waiting(Replica.Snapshot now) {
        List<Told> waiting = new ArrayList<>();
        waiting(
                now,
                ReportProgress.TYPE,
                ReportProgress.class,
                (command, body) -> new Told.Seen(command.id(), body, command.tappedAt()),
                waiting);
        waiting(
                now,
                SendAnswers.TYPE,
                SendAnswers.class,
                (command, body) -> new Told.Answered(command.id(), body, command.tappedAt()),
                waiting);
        return waiting;
    }

    /** The outbox may know of a newer stay than the snapshot: what is not this stay's is left. */
    private <T> void waiting(
            Replica.Snapshot now,
            String type,
            Class<T> body,
            BiFunction<Command, T, Told> told,
            List<Told> all) {
        for (Command command : outbox.waiting(type)) {
            if (command.stay().equals(now.stay())) {
                read(command, body).ifPresent(each -> all.add(told.apply(command, each)));
            }
        }
    }

    /** One that cannot be read any more was written by another version; the server will say so. */
    private static <T> Optional<T> read(Command command, Class<T> type) {
        try {
            return Optional.of(WireCodec.lenient(command.body(), type));
        } catch (WireException _) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        feed.close();
    }
}
