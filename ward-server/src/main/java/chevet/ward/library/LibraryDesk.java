package chevet.ward.library;

import chevet.model.library.Errand;
import chevet.model.library.Film;
import chevet.model.library.FilmId;
import chevet.model.library.FilmProgress;
import chevet.model.library.Prescription;
import chevet.model.place.WardId;
import chevet.model.stay.StayId;
import chevet.ward.db.Tx;
import chevet.ward.sync.Bedsides;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What the ward does with films: it prescribes, sees what was understood, explains, signs off. */
public final class LibraryDesk {
    private final LibraryDoors doors;
    private final LibraryStore store;
    private final CareBook book;
    private final Bedsides bedsides;

    LibraryDesk(LibraryDoors doors, LibraryStore store, CareBook book, Bedsides bedsides) {
        this.doors = doors;
        this.store = store;
        this.book = book;
        this.bedsides = bedsides;
    }

    /** Everybody who lies in the ward, in the order of its beds. */
    public List<Bedsides.Lying> lying(WardId ward) {
        return doors.database().read(handle -> bedsides.in(handle, ward));
    }

    /** Where a stay lies; empty after its discharge. */
    public Optional<Bedsides.Lying> lying(StayId stay) {
        return doors.database().read(handle -> bedsides.of(handle, stay));
    }

    /**
     * The nurse's list: what is prescribed in the ward and what became of it. Where something is to
     * be done by a nurse stands first; what is signed off stands last.
     */
    public List<NurseLine> list(WardId ward) {
        return doors.database()
                .read(
                        handle -> {
                            Map<FilmId, Film> films = LibraryStore.byId(store.films(handle));
                            List<NurseLine> lines = new ArrayList<>();
                            for (Bedsides.Lying lying : bedsides.in(handle, ward)) {
                                for (Care care : book.all(handle, lying.stay())) {
                                    line(handle, lying, care, films).ifPresent(lines::add);
                                }
                            }
                            // Stable: within a rank by bed.
                            lines.sort(Comparator.comparingInt(NurseLine::rank));
                            return lines;
                        });
    }

    private Optional<NurseLine> line(
            Handle handle, Bedsides.Lying lying, Care care, Map<FilmId, Film> films) {
        if (care.prescription().isEmpty()) {
            return Optional.empty();
        }
        Optional<Film> watched =
                care.progress().flatMap(seen -> store.film(handle, care.film(), seen.version()));
        Optional<Film> newest = Optional.ofNullable(films.get(care.film()));
        // Off the shelves a prescription still stands: who made it has to see that it leads
        // nowhere.
        Optional<Film> film = watched.or(() -> newest).or(() -> store.last(handle, care.film()));
        return film.map(
                of -> {
                    Prescription prescription = care.prescription().get();
                    return new NurseLine(
                            lying,
                            of,
                            newest.isPresent(),
                            prescription,
                            Errand.step(prescription, of, care.progress()),
                            care.progress(),
                            care.answers().filter(given -> given.version().equals(of.version())),
                            care.signedBy());
                });
    }

    /**
     * Prescribes a film. What was signed off begins anew: the patient is asked to watch it and to
     * answer once more.
     */
    public LibraryResult prescribe(
            StayId stay, FilmId film, Optional<Instant> before, String account) {
        return change(
                stay,
                tx -> {
                    if (store.film(tx.handle(), film).isEmpty()) {
                        return LibraryResult.NO_SUCH_FILM;
                    }
                    Care until = book.of(tx.handle(), stay, film);
                    Care known =
                            until.prescription().flatMap(Prescription::signed).isPresent()
                                    ? Care.none(film)
                                    : until;
                    Prescription prescription =
                            new Prescription(film, tx.now(), before, Optional.empty());
                    return written(
                            tx,
                            stay,
                            until,
                            known.with(Optional.of(prescription), Optional.of(account)));
                });
    }

    /** Takes a prescription back; what was watched stays known. */
    public LibraryResult withdraw(StayId stay, FilmId film) {
        return change(
                stay,
                tx -> {
                    Care known = book.of(tx.handle(), stay, film);
                    return known.prescription().isEmpty()
                            ? LibraryResult.NOT_PRESCRIBED
                            : written(
                                    tx,
                                    stay,
                                    known,
                                    known.with(Optional.empty(), Optional.empty()));
                });
    }

    /** A nurse has explained what was unclear. */
    public LibraryResult sign(StayId stay, FilmId film, String account) {
        return change(
                stay,
                tx -> {
                    Care known = book.of(tx.handle(), stay, film);
                    Optional<Prescription> open =
                            known.prescription().filter(each -> each.signed().isEmpty());
                    if (open.isEmpty()) {
                        return LibraryResult.NOT_PRESCRIBED;
                    }
                    Prescription signed =
                            new Prescription(
                                    film,
                                    open.get().since(),
                                    open.get().before(),
                                    Optional.of(tx.now()));
                    return written(tx, stay, known, known.signed(signed, account));
                });
    }

    private LibraryResult written(Tx tx, StayId stay, Care before, Care now) {
        return book.put(tx, stay, before, now) ? LibraryResult.DONE : LibraryResult.NOBODY;
    }

    private interface Change {
        LibraryResult in(Tx tx);
    }

    private LibraryResult change(StayId stay, Change change) {
        return doors.database()
                .write(
                        tx ->
                                bedsides.of(tx.handle(), stay).isEmpty()
                                        ? LibraryResult.NOBODY
                                        : change.in(tx))
                .join();
    }

    /** What is prescribed of a film; empty where it is not. */
    Optional<Prescription> prescription(StayId stay, FilmId film) {
        return doors.database().read(handle -> book.of(handle, stay, film)).prescription();
    }

    /** What a stay has watched of a film, for tests of the whole and the bed's panel. */
    Optional<FilmProgress> progress(StayId stay, FilmId film) {
        return doors.database().read(handle -> book.of(handle, stay, film)).progress();
    }
}
