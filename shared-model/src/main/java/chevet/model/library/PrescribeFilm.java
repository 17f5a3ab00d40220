package chevet.model.library;

import java.time.Instant;
import java.util.Optional;

/**
 * Body of the act {@code library.prescribe}: staff at the bed prescribes a film for the patient who
 * lies there. The answer holds the {@link Prescription}.
 *
 * @param token of the staff's session
 * @param before when it should have been seen, where there is such a time
 */
public record PrescribeFilm(String token, FilmId film, Optional<Instant> before) {
    public static final String TYPE = "library.prescribe";

    /** Names the film alone: tokens end in no log. */
    @Override
    public String toString() {
        return "PrescribeFilm[" + film + "]";
    }
}
