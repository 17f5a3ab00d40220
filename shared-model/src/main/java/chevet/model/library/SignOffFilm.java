package chevet.model.library;

/**
 * Body of the act {@code library.sign-off}: staff at the bed has explained what was unclear. The
 * answer holds the {@link Prescription} as it then is.
 *
 * @param token of the staff's session
 */
public record SignOffFilm(String token, FilmId film) {
    public static final String TYPE = "library.sign-off";

    /** Names the film alone: tokens end in no log. */
    @Override
    public String toString() {
        return "SignOffFilm[" + film + "]";
    }
}
