package chevet.ward.library;

import chevet.model.library.Film;
import chevet.model.library.Shelf;
import chevet.model.place.WardId;
import java.util.List;
import java.util.Optional;

/**
 * The page of films: the nurse's list of a ward, and the shelves.
 *
 * @param mayAct this account may prescribe and sign
 * @param mayRemove this account may take a film off the shelves of the whole hospital
 */
public record FilmsPage(
        WardId ward,
        List<NurseLine> lines,
        List<Film> films,
        boolean mayAct,
        boolean mayRemove,
        Optional<PrescribePanel> panel) {
    public FilmsPage {
        lines = List.copyOf(lines);
        films = List.copyOf(films);
    }

    /** The films of a shelf, by their titles. */
    public List<Film> on(Shelf shelf) {
        return films.stream().filter(film -> film.shelf() == shelf).toList();
    }

    /** How many patients a nurse has to see, however many films there are to speak of. */
    public long waiting() {
        return lines.stream()
                .filter(line -> line.rank() <= 1)
                .map(line -> line.lying().stay())
                .distinct()
                .count();
    }

    @Override
    public String toString() {
        return "FilmsPage[" + ward + "]";
    }
}
