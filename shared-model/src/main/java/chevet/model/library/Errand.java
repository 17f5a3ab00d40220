package chevet.model.library;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a patient has still to do about a prescribed film.
 *
 * @param step what comes next
 */
public record Errand(Prescription prescription, Film film, Step step) {
    /** The way of a prescription, in its order. */
    public enum Step {
        WATCH,
        /** Begun, and not yet seen to its end. */
        RESUME,
        /** Seen; its questions wait. */
        CHECK,
        /** The patient has done everything; the nurse will come. */
        NURSE,
        /** The nurse has signed it off. */
        DONE
    }

    // Of two that are wished for the same time, the one prescribed first; then by name, so that
    // every screen says the same.
    private static final Comparator<Errand> FIRST =
            Comparator.comparing((Errand errand) -> errand.step() != Step.CHECK)
                    .thenComparing(errand -> errand.prescription().before().isEmpty())
                    .thenComparing(
                            errand ->
                                    errand.prescription()
                                            .before()
                                            .orElse(errand.prescription().since()))
                    .thenComparing(errand -> errand.prescription().since())
                    .thenComparing(errand -> errand.film().id());

    /** What comes next about one prescription. */
    public static Step step(Prescription prescription, Film film, Optional<FilmProgress> progress) {
        if (prescription.signed().isPresent()) {
            return Step.DONE;
        }
        if (progress.flatMap(FilmProgress::finished).isEmpty()) {
            return progress.map(FilmProgress::position).filter(p -> !p.isZero()).isPresent()
                    ? Step.RESUME
                    : Step.WATCH;
        }
        boolean asked = film.check().isEmpty() || progress.flatMap(FilmProgress::check).isPresent();
        return asked ? Step.NURSE : Step.CHECK;
    }

    /**
     * The film that stands first on the home screen: one whose questions wait before one to watch,
     * one that is wished for a time before one without, the earliest first. Empty where the patient
     * has nothing to do. A prescription whose film is not known here (yet) is passed over.
     *
     * @param films by their id
     * @param progress by the film's id
     */
    public static Optional<Errand> first(
            Collection<Prescription> prescriptions,
            Map<FilmId, Film> films,
            Map<FilmId, FilmProgress> progress) {
        return prescriptions.stream()
                .filter(prescription -> films.containsKey(prescription.film()))
                .map(prescription -> of(prescription, films, progress))
                .filter(errand -> errand.step().compareTo(Step.CHECK) <= 0)
                .min(FIRST);
    }

    private static Errand of(
            Prescription prescription,
            Map<FilmId, Film> films,
            Map<FilmId, FilmProgress> progress) {
        Film film = Objects.requireNonNull(films.get(prescription.film()));
        return new Errand(
                prescription,
                film,
                step(prescription, film, Optional.ofNullable(progress.get(film.id()))));
    }

    /** Says nothing of the patient: what has a toString ends in a log. */
    @Override
    public String toString() {
        return "Errand[]";
    }
}
