package chevet.terminal.library;

import chevet.model.library.Film;
import chevet.model.library.Question;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What the check after a film shows. Changed and read on the JavaFX thread only. */
final class CheckModel {
    private final ObjectProperty<Optional<Step>> step =
            new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty aloud = new SimpleBooleanProperty();
    private final BooleanProperty voiceless = new SimpleBooleanProperty();

    /** Empty where no check is open. */
    ObjectProperty<Optional<Step>> step() {
        return step;
    }

    /** Questions are read aloud. */
    BooleanProperty aloud() {
        return aloud;
    }

    /** Reading aloud did not work. */
    BooleanProperty voiceless() {
        return voiceless;
    }

    /** What is seen of a check. */
    sealed interface Step {
        Film film();
    }

    /**
     * A question.
     *
     * @param place from 0
     * @param count how many there are
     * @param picked places of the choices that were tapped
     * @param right what came of them; empty until the patient has said that this is the answer
     */
    record Asked(
            Film film,
            int place,
            int count,
            Question question,
            SortedSet<Integer> picked,
            Optional<Boolean> right)
            implements Step {
        Asked {
            picked = Collections.unmodifiableSortedSet(new TreeSet<>(picked));
        }

        boolean last() {
            return place == count - 1;
        }

        /** More than one choice is right. */
        boolean several() {
            return question.right().size() > 1;
        }

        @Override
        public String toString() {
            return "Asked[" + place + "]";
        }
    }

    /**
     * All was answered.
     *
     * @param unclear the questions that somebody will explain
     */
    record Answered(Film film, List<Question> unclear, Sent sent) implements Step {
        Answered {
            unclear = List.copyOf(unclear);
        }

        @Override
        public String toString() {
            return "Answered[" + sent + "]";
        }
    }
}
