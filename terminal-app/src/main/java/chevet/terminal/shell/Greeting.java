package chevet.terminal.shell;

import chevet.model.stay.Patient;
import chevet.terminal.ui.Words;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;

/** How whoever lies in the bed is greeted: by title and initial, as a neighbour may read it too. */
final class Greeting {
    private final Words words;
    private final Occupant occupant;
    private final ObservableValue<String> text;

    Greeting(Words words, Occupant occupant) {
        this.words = words;
        this.occupant = occupant;
        this.text =
                Bindings.createStringBinding(
                        this::said,
                        occupant.stayProperty(),
                        occupant.patientProperty(),
                        words.languageProperty());
    }

    ObservableValue<String> text() {
        return text;
    }

    private String said() {
        if (occupant.stayProperty().get().isEmpty()) {
            return words.text("greeting.welcome");
        }
        return occupant.patientProperty()
                .get()
                .map(this::greeted)
                .orElseGet(() -> words.text("greeting.hello"));
    }

    private String greeted(Patient patient) {
        return switch (patient.title()) {
            case MRS -> words.text("greeting.mrs", patient.initial());
            case MR -> words.text("greeting.mr", patient.initial());
            case NONE -> words.text("greeting.hello");
        };
    }
}
