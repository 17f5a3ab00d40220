package chevet.model.library;

import java.time.Duration;
import java.util.Optional;

/**
 * Body of the command {@code library.progress}: the patient has watched this film so far. It is
 * sent when the film is paused, left or at its end, and every minute while it plays; the command's
 * {@code tappedAt} says when it was true.
 *
 * @param version of the film that is watched, as {@link Film#version} had it
 * @param language BCP 47, that it is spoken in
 * @param subtitles BCP 47, that is written below it
 * @param position where the film stands
 * @param furthest up to where it was played, as {@link Watched} counts
 */
public record ReportProgress(
        FilmId film,
        String version,
        String language,
        Optional<String> subtitles,
        Duration position,
        Duration furthest) {
    public static final String TYPE = "library.progress";

    /** Names the film alone: what has a toString ends in a log. */
    @Override
    public String toString() {
        return "ReportProgress[" + film + "]";
    }
}
