package chevet.model.library;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Body of the command {@code library.answers}: what the patient answered to a film's check.
 *
 * @param version of the film whose questions were asked
 * @param language BCP 47, in which they were asked
 * @param answers for each question in its order the places of the choices that were tapped, from 0;
 *     empty where the patient does not know
 */
public record SendAnswers(
        FilmId film, String version, String language, List<SortedSet<Integer>> answers) {
    public static final String TYPE = "library.answers";

    public SendAnswers {
        answers =
                answers.stream()
                        .<SortedSet<Integer>>map(
                                each -> Collections.unmodifiableSortedSet(new TreeSet<>(each)))
                        .toList();
    }

    /** Names the film alone: what has a toString ends in a log. */
    @Override
    public String toString() {
        return "SendAnswers[" + film + "]";
    }
}
