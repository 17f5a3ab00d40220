package chevet.model.library;

import java.time.Instant;
import java.util.Optional;

/**
 * The ward wishes that this patient sees a film; the body of the event {@code prescription/<film>}
 * of the stay's stream. A prescription taken back is a tombstone.
 *
 * @param since when it was prescribed
 * @param before when it should have been seen, where there is such a time: the operation
 * @param signed when a nurse had explained what was still unclear and signed it off
 */
public record Prescription(
        FilmId film, Instant since, Optional<Instant> before, Optional<Instant> signed) {
    public static final String TYPE = "library.prescription";

    /** The key of its event in the stay's stream. */
    public static String key(FilmId film) {
        return "prescription/" + film;
    }

    /** Says nothing of the patient: what has a toString ends in a log. */
    @Override
    public String toString() {
        return "Prescription[]";
    }
}
