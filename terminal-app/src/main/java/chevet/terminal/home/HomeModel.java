package chevet.terminal.home;

import chevet.terminal.shell.ToDo;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What the home screen shows. */
final class HomeModel {
    private final BooleanProperty occupied = new SimpleBooleanProperty();
    private final ObjectProperty<Optional<ToDo>> toDo =
            new SimpleObjectProperty<>(Optional.empty());

    /** Somebody lies in the bed. */
    BooleanProperty occupied() {
        return occupied;
    }

    /** The one thing to do now. */
    ObjectProperty<Optional<ToDo>> toDo() {
        return toDo;
    }
}
