package chevet.model.library;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Judges the answers to a film's check; the same at the bed and at the ward. */
public final class Check {
    private Check() {}

    /**
     * Whether these can be answers to these questions: as many, and each names choices that the
     * question has.
     */
    public static boolean fits(List<Question> questions, List<SortedSet<Integer>> answers) {
        if (questions.isEmpty() || questions.size() != answers.size()) {
            return false;
        }
        for (int at = 0; at < questions.size(); at++) {
            int choices = questions.get(at).choices().size();
            if (answers.get(at).stream().anyMatch(place -> place < 0 || place >= choices)) {
                return false;
            }
        }
        return true;
    }

    /**
     * The places of the questions that were not answered rightly, from 0. An answer is right when
     * it names all that is true and nothing else; a question without an answer is wrong, since
     * somebody should explain it.
     *
     * @throws IllegalArgumentException when they do not {@link #fits fit}
     */
    public static SortedSet<Integer> wrong(
            List<Question> questions, List<SortedSet<Integer>> answers) {
        if (!fits(questions, answers)) {
            throw new IllegalArgumentException("answers do not fit the questions");
        }
        SortedSet<Integer> wrong = new TreeSet<>();
        for (int at = 0; at < questions.size(); at++) {
            if (!right(questions.get(at), answers.get(at))) {
                wrong.add(at);
            }
        }
        return wrong;
    }

    /** Whether one answer names all that is true and nothing else. */
    public static boolean right(Question question, SortedSet<Integer> answer) {
        return question.right().equals(answer);
    }
}
