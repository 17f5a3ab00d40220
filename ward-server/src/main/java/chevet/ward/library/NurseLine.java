package chevet.ward.library;

import chevet.model.library.Errand;
import chevet.model.library.Film;
import chevet.model.library.FilmProgress;
import chevet.model.library.Prescription;
import chevet.model.library.Question;
import chevet.model.library.SendAnswers;
import chevet.ward.sync.Bedsides;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One prescription on the nurse's list.
 *
 * @param film in the version that was watched, else the newest
 * @param onShelf the film is still in the library
 * @param answers to the questions of that version
 * @param signedBy the account, or who of the staff at the bed, that signed it off
 */
public record NurseLine(
        Bedsides.Lying lying,
        Film film,
        boolean onShelf,
        Prescription prescription,
        Errand.Step step,
        Optional<FilmProgress> progress,
        Optional<SendAnswers> answers,
        Optional<String> signedBy) {
    /** When the check was answered, by the clock of the bed. */
    public Optional<Instant> answeredAt() {
        return progress.flatMap(FilmProgress::check).map(FilmProgress.Checked::at);
    }

    /** The same line with a name in place of who signed it. */
    NurseLine named(Function<String, Optional<String>> names) {
        return new NurseLine(
                lying,
                film,
                onShelf,
                prescription,
                step,
                progress,
                answers,
                signedBy.flatMap(names));
    }

    /** The questions to explain again, with what was answered. */
    public List<Unclear> unclear() {
        return progress.flatMap(FilmProgress::check).stream()
                .flatMap(checked -> checked.wrong().stream())
                .filter(place -> place < film.check().size())
                .map(place -> new Unclear(film.check().get(place), given(place)))
                .toList();
    }

    private List<Question.Choice> given(int place) {
        Question question = film.check().get(place);
        return answers.filter(sent -> place < sent.answers().size()).stream()
                .flatMap(sent -> sent.answers().get(place).stream())
                .filter(choice -> choice < question.choices().size())
                .map(choice -> question.choices().get(choice))
                .toList();
    }

    /**
     * A question that was not answered rightly.
     *
     * @param given what was answered; empty where the patient did not know
     */
    public record Unclear(Question question, List<Question.Choice> given) {
        /** What would have been right. */
        public List<Question.Choice> right() {
            return question.right().stream().map(question.choices()::get).toList();
        }
    }

    /** How much of it was watched, from 0 to 100. */
    public int percent() {
        long length = Math.max(1, film.length().toMillis());
        return progress.map(
                        seen ->
                                seen.finished().isPresent()
                                        ? 100
                                        : (int) (seen.furthest().toMillis() * 100 / length))
                .orElse(0);
    }

    int rank() {
        return switch (step) {
            case NURSE -> unclear().isEmpty() ? 1 : 0;
            case CHECK -> 2;
            case RESUME -> 3;
            case WATCH -> 4;
            case DONE -> 5;
        };
    }

    /** Says nothing of the patient: what has a toString ends in a log. */
    @Override
    public String toString() {
        return "NurseLine[]";
    }
}
