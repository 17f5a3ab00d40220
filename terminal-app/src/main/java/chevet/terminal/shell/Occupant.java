package chevet.terminal.shell;

import chevet.model.stay.Patient;
import chevet.model.stay.StayId;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Who lies in the bed, as far as the terminal knows. On the JavaFX thread. */
public final class Occupant {
    private final ObjectProperty<Optional<StayId>> stay =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Patient>> patient =
            new SimpleObjectProperty<>(Optional.empty());

    /** Empty when the bed is free. */
    public ObjectProperty<Optional<StayId>> stayProperty() {
        return stay;
    }

    /** Empty when the bed is free, and until the patient's name has come. */
    public ObjectProperty<Optional<Patient>> patientProperty() {
        return patient;
    }
}
