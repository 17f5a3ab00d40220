package chevet.terminal.library;

import chevet.model.library.Errand;
import chevet.model.library.Film;
import chevet.model.library.FilmId;
import chevet.model.library.FilmProgress;
import chevet.model.library.Prescription;
import chevet.model.library.Shelf;
import chevet.model.pack.ObjectRef;
import chevet.model.stay.StayId;
import chevet.terminal.library.LibraryModel.Card;
import chevet.terminal.library.LibraryModel.Task;
import chevet.terminal.ui.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Knows the films and how far the patient is with each, what was just said here included, and lays
 * them out on the shelves. On the JavaFX thread.
 */
final class LibraryInteractor {
    private static final Comparator<Card> ON_THE_SHELF =
            Comparator.comparing((Card card) -> card.film().shelf())
                    .thenComparing(card -> card.film().title().fr());

    private final LibraryModel model;
    private final FilmObjects objects;
    private final Words words;
    private final List<Told> own = new ArrayList<>();
    private LibraryFacts facts = LibraryFacts.NONE;
    private List<ObjectRef> kept = List.of();
    private boolean connected;

    LibraryInteractor(LibraryModel model, FilmObjects objects, Words words) {
        this.model = model;
        this.objects = objects;
        this.words = words;
        words.languageProperty().addListener((_, _, _) -> keep());
    }

    /** The replica or the outbox has changed. */
    void facts(LibraryFacts changed) {
        if (!facts.stay().equals(changed.stay())) {
            own.clear();
        }
        facts = changed;
        show();
        keep();
    }

    /** Prescribed films are brought before the patient asks for them, in the patient's language. */
    private void keep() {
        List<ObjectRef> wanted =
                model.tasks().get().stream()
                        .map(Task::film)
                        .flatMap(film -> Reel.parts(film, words.language().tag()))
                        .distinct()
                        .toList();
        if (!wanted.equals(kept)) {
            kept = wanted;
            objects.keep(wanted);
        }
    }

    /** Whether the ward server answers now. */
    void linked(boolean now) {
        connected = now;
    }

    boolean connected() {
        return connected;
    }

    /** Whom the screen shows. */
    Optional<StayId> stay() {
        return facts.stay();
    }

    void openShelf(Optional<Shelf> shelf) {
        model.open().set(shelf);
        show();
    }

    /** Keeps nothing of the stay that lay here. */
    void forget() {
        own.clear();
        facts = LibraryFacts.NONE;
        model.open().set(Optional.empty());
        show();
        keep();
    }

    /** What was just sent counts at once: the next one of a film and kind takes its place. */
    void told(Told told) {
        own.removeIf(
                each -> each.film().equals(told.film()) && each.getClass().equals(told.getClass()));
        own.add(told);
        show();
    }

    /** The ward did not take it. */
    void untold(String command) {
        own.removeIf(each -> each.command().equals(command));
        show();
    }

    /** The film that the team wishes for most; empty where none is left to see. */
    Optional<Film> firstTask() {
        return model.tasks().get().stream().map(Task::film).findFirst();
    }

    Optional<Film> film(FilmId id) {
        return Optional.ofNullable(facts.films().get(id));
    }

    Optional<Prescription> prescription(FilmId id) {
        return Optional.ofNullable(facts.prescriptions().get(id));
    }

    /** How far the patient is with a film, as the ward knows it or is about to. */
    Optional<FilmProgress> progress(Film film) {
        Optional<FilmProgress> known = Optional.ofNullable(facts.progress().get(film.id()));
        for (Told told : Stream.concat(facts.waiting().stream(), own.stream()).toList()) {
            if (told.film().equals(film.id())) {
                known = told.onTop(known, film);
            }
        }
        return known;
    }

    /** What is still to do about a film; empty where it is not prescribed. */
    Optional<Errand.Step> step(Film film) {
        return prescription(film.id())
                .map(prescription -> Errand.step(prescription, film, progress(film)));
    }

    private void show() {
        boolean occupied = facts.stay().isPresent();
        List<Film> films = occupied ? List.copyOf(facts.films().values()) : List.of();
        model.films().set(films.size());
        model.tasks().set(tasks());
        model.shelves().set(films.stream().map(Film::shelf).distinct().sorted().toList());
        if (model.open().get().filter(open -> !model.shelves().get().contains(open)).isPresent()) {
            model.open().set(Optional.empty());
        }
        Optional<Shelf> open = model.open().get();
        model.cards()
                .set(
                        films.stream()
                                .filter(film -> open.isEmpty() || open.get() == film.shelf())
                                .map(film -> new Card(film, mark(film)))
                                .sorted(ON_THE_SHELF)
                                .toList());
    }

    private List<Task> tasks() {
        Map<FilmId, FilmProgress> progress = new HashMap<>();
        facts.films()
                .values()
                .forEach(film -> progress(film).ifPresent(known -> progress.put(film.id(), known)));
        List<Prescription> left = new ArrayList<>(facts.prescriptions().values());
        List<Task> tasks = new ArrayList<>();
        Optional<Errand> next = Errand.first(left, facts.films(), progress);
        while (next.isPresent()) {
            Errand errand = next.get();
            tasks.add(task(errand, Optional.ofNullable(progress.get(errand.film().id()))));
            left.remove(errand.prescription());
            next = Errand.first(left, facts.films(), progress);
        }
        return List.copyOf(tasks);
    }

    private static Task task(Errand errand, Optional<FilmProgress> progress) {
        Duration length = errand.film().length();
        Duration stands = progress.map(FilmProgress::position).orElse(Duration.ZERO);
        return new Task(
                errand.film(),
                errand.step(),
                errand.prescription().since(),
                errand.prescription().before(),
                stands.compareTo(length) < 0 ? length.minus(stands) : Duration.ZERO);
    }

    private Card.Mark mark(Film film) {
        Optional<FilmProgress> progress = progress(film);
        boolean seen = progress.flatMap(FilmProgress::finished).isPresent();
        return switch (step(film).orElse(Errand.Step.DONE)) {
            case WATCH, RESUME, CHECK -> Card.Mark.PRESCRIBED;
            case NURSE -> Card.Mark.NURSE;
            case DONE ->
                    seen
                            ? Card.Mark.SEEN
                            : progress.map(FilmProgress::position)
                                            .filter(p -> !Objects.equals(p, Duration.ZERO))
                                            .isPresent()
                                    ? Card.Mark.BEGUN
                                    : Card.Mark.NONE;
        };
    }
}
