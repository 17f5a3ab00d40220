package chevet.model.library;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How far a patient has come with a film; the body of the event {@code film-progress/<film>} of the
 * stay's stream. It follows the patient to another bed.
 *
 * @param version of the film that was watched
 * @param language BCP 47, that it was spoken in
 * @param subtitles BCP 47, that was written below it; empty where none was
 * @param position where to go on
 * @param furthest up to where it was played, as {@link Watched} counts; it never goes back within a
 *     version
 * @param at when the patient's last tap or stop about it was, by the terminal's clock
 * @param finished when {@link Watched#finished} first held for this version
 * @param check what came of the last answers for this version
 */
public record FilmProgress(
        FilmId film,
        String version,
        String language,
        Optional<String> subtitles,
        Duration position,
        Duration furthest,
        Instant at,
        Optional<Instant> finished,
        Optional<Checked> check) {
    public static final String TYPE = "library.progress";

    /** The key of its event in the stay's stream. */
    public static String key(FilmId film) {
        return "film-progress/" + film;
    }

    /**
     * Answers, judged.
     *
     * @param at when they were tapped
     * @param wrong the places of the questions, from 0, that were not answered rightly
     */
    public record Checked(Instant at, SortedSet<Integer> wrong) {
        public Checked {
            wrong = Collections.unmodifiableSortedSet(new TreeSet<>(wrong));
        }

        @Override
        public String toString() {
            return "Checked[]";
        }
    }

    /** Says nothing of the patient: what has a toString ends in a log. */
    @Override
    public String toString() {
        return "FilmProgress[]";
    }
}
