package chevet.terminal.library;

import chevet.model.library.Film;
import chevet.model.library.FilmId;
import chevet.model.library.FilmProgress;
import chevet.model.library.Prescription;
import chevet.model.stay.StayId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the replica and the outbox held at one moment, as far as films are concerned.
 *
 * @param stay who lies here; empty where nobody does
 * @param progress as the ward knows it
 * @param waiting what has no outcome yet, the oldest first
 */
record LibraryFacts(
        Optional<StayId> stay,
        Map<FilmId, Film> films,
        Map<FilmId, Prescription> prescriptions,
        Map<FilmId, FilmProgress> progress,
        List<Told> waiting) {
    /** Nothing is known and nobody lies here. */
    static final LibraryFacts NONE =
            new LibraryFacts(Optional.empty(), Map.of(), Map.of(), Map.of(), List.of());

    LibraryFacts {
        films = Map.copyOf(films);
        prescriptions = Map.copyOf(prescriptions);
        progress = Map.copyOf(progress);
        waiting = List.copyOf(waiting);
    }

    @Override
    public String toString() {
        return "LibraryFacts[" + films.size() + " films]";
    }
}
