package chevet.ward.library;

import chevet.config.FilmFile;
import chevet.config.FilmSheet;
import chevet.config.Problem;
import chevet.config.Reading;
import chevet.model.library.Film;
import chevet.model.library.FilmId;
import chevet.model.pack.ObjectRef;
import chevet.model.text.Language;
import chevet.model.wire.StreamId;
import chevet.ward.db.Tx;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The library itself: which films there are. */
public final class FilmDesk {
    private final LibraryDoors doors;
    private final LibraryStore store;

    FilmDesk(LibraryDoors doors, LibraryStore store) {
        this.doors = doors;
        this.store = store;
    }

    /** All films in their newest version, by shelf and then by title. */
    public List<Film> films() {
        List<Film> films = new ArrayList<>(doors.database().read(store::films));
        films.sort(Comparator.comparing(Film::shelf).thenComparing(film -> film.title().fr()));
        return films;
    }

    /**
     * Takes every film of a folder: each in a folder of its own, or one film in the folder itself.
     * A film that is there in another version is replaced; others stay. With one fault in one film
     * none is taken.
     *
     * @throws UncheckedIOException when the folder cannot be read
     */
    public FilmImport importFolder(Path folder, Language told) {
        List<FilmSheet> sheets = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        List<Path> folders = listed(folder, FilmDesk::isFilm);
        List<Path> unsaid = listed(folder, each -> !isFilm(each) && holdsFilm(each));
        if (folders.isEmpty() && unsaid.isEmpty()) {
            folders = List.of(folder);
        }
        Locale locale = Locale.of(told.tag());
        LocalDate today = doors.today();
        Map<FilmId, Path> known = new HashMap<>();
        for (Path each : folders) {
            switch (FilmFile.read(each, locale, today, known)) {
                case Reading.Good<FilmSheet>(FilmSheet sheet) -> sheets.add(sheet);
                case Reading.Faulty<FilmSheet>(List<Problem> faults) -> problems.addAll(faults);
            }
        }
        unsaid.forEach(each -> problems.add(FilmFile.nothingSaid(each, locale)));
        if (!problems.isEmpty()) {
            return new FilmImport.Faulty(problems);
        }
        List<Film> films = sheets.stream().map(sheet -> sheet.film(this::keep)).toList();
        doors.database().change(tx -> films.forEach(film -> put(tx, film)));
        pin();
        return new FilmImport.Done(films.size());
    }

    private void put(Tx tx, Film film) {
        store.putFilm(tx.handle(), film, tx.now());
        doors.events().put(tx, StreamId.HOUSE, Film.key(film.id()), Film.TYPE, film);
        tx.afterCommit(() -> doors.live().changed(Library.TOPIC));
    }

    /** Takes a film off the shelves; what patients did with it stays. */
    public void remove(FilmId film) {
        doors.database()
                .change(
                        tx -> {
                            store.removeFilm(tx.handle(), film);
                            doors.events().remove(tx, StreamId.HOUSE, Film.key(film));
                            tx.afterCommit(() -> doors.live().changed(Library.TOPIC));
                        });
    }

    /** What belongs to a film stays in the store. To be called at the start. */
    void pin() {
        doors.objects().pin("library", objects(doors.database().read(store::all)));
    }

    private static List<ObjectRef> objects(List<Film> films) {
        List<ObjectRef> objects = new ArrayList<>();
        for (Film film : films) {
            film.picture().ifPresent(objects::add);
            film.spoken().forEach(each -> objects.add(each.video()));
            film.subtitles().forEach(each -> objects.add(each.text()));
            film.check()
                    .forEach(
                            question -> {
                                question.picture().ifPresent(objects::add);
                                question.choices()
                                        .forEach(each -> each.picture().ifPresent(objects::add));
                            });
        }
        return objects;
    }

    private ObjectRef keep(Path file, String mediaType) {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return doors.objects().keep(in, mediaType);
        } catch (IOException e) {
            throw new UncheckedIOException("not read: " + file.getFileName(), e);
        }
    }

    private static boolean isFilm(Path folder) {
        return Files.isRegularFile(folder.resolve(FilmFile.NAME));
    }

    /** Somebody's film that would be passed over, where it says nothing of itself. */
    private static boolean holdsFilm(Path folder) {
        return Files.isDirectory(folder) && !listed(folder, FilmFile::isOfFilm).isEmpty();
    }

    private static List<Path> listed(Path folder, Predicate<Path> which) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(which).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("not a folder: " + folder, e);
        }
    }
}
