package chevet.terminal.library;

import chevet.model.library.Errand;
import chevet.model.library.Film;
import chevet.model.library.Shelf;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * What the shelves and the door on the home screen show, without words: the view finds those in the
 * patient's language. Changed and read on the JavaFX thread only.
 */
final class LibraryModel {
    private final ObjectProperty<List<Task>> tasks = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<List<Shelf>> shelves = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<Optional<Shelf>> open =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<List<Card>> cards = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<Integer> films = new SimpleObjectProperty<>(0);

    /** Prescribed films with something still to do, the first one first. */
    ObjectProperty<List<Task>> tasks() {
        return tasks;
    }

    /** The shelves on which there is a film. */
    ObjectProperty<List<Shelf>> shelves() {
        return shelves;
    }

    /** The shelf that is seen; empty for all. */
    ObjectProperty<Optional<Shelf>> open() {
        return open;
    }

    /** The films of the open shelf. */
    ObjectProperty<List<Card>> cards() {
        return cards;
    }

    /** How many films there are in all. */
    ObjectProperty<Integer> films() {
        return films;
    }

    /**
     * A prescribed film and what is still to do about it.
     *
     * @param step before {@link Errand.Step#NURSE}
     * @param since when it was prescribed
     * @param before when it should have been seen, where there is such a time
     * @param left what is still to be seen of it
     */
    record Task(
            Film film, Errand.Step step, Instant since, Optional<Instant> before, Duration left) {
        @Override
        public String toString() {
            return "Task[]";
        }
    }

    /** A film on a shelf. */
    record Card(Film film, Mark mark) {
        /** What this patient has to do with it. */
        enum Mark {
            NONE,
            PRESCRIBED,
            /** Begun and not seen to its end. */
            BEGUN,
            SEEN,
            /** Prescribed and done; the nurse will come. */
            NURSE
        }

        @Override
        public String toString() {
            return "Card[" + film.id() + "]";
        }
    }
}
