package chevet.terminal.shell;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;

/**
 * What a feature gives to the shell: its screen, and what there is of it on the home screen.
 *
 * @param tile its door; empty where it is reached from a bar
 * @param toDo what the patient had better do there now
 * @param sheets its style sheets, see {@link chevet.terminal.ui.Look#sheet}
 */
public record Feature(
        Screen screen,
        Optional<Tile> tile,
        Optional<ObservableValue<Optional<ToDo>>> toDo,
        List<String> sheets) {}
