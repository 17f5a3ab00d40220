package chevet.terminal.library;

import chevet.terminal.library.LibraryModel.Task;
import chevet.terminal.shell.Tile;
import chevet.terminal.shell.ToDo;
import chevet.terminal.ui.Icon;
import chevet.terminal.ui.Words;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;

/** What the home screen shows of films: a tile while there are some, and the prescribed film. */
final class LibraryDoor {
    private final LibraryModel model;
    private final Words words;
    private final LibraryWords library;

    LibraryDoor(LibraryModel model, Words words, LibraryWords library) {
        this.model = model;
        this.words = words;
        this.library = library;
    }

    Tile tile() {
        return new Tile(
                LibraryScreen.NAME,
                "tile-library",
                Icon.Shape.FILM,
                "library.title",
                Bindings.createStringBinding(
                        () -> library.subtitle(model.tasks().get(), model.films().get()),
                        model.tasks(),
                        model.films(),
                        words.languageProperty()),
                model.tasks().map(tasks -> tasks.size()),
                model.films().map(films -> films > 0));
    }

    ObservableValue<Optional<ToDo>> toDo() {
        return Bindings.createObjectBinding(
                () -> model.tasks().get().stream().findFirst().map(this::toDo),
                model.tasks(),
                words.languageProperty());
    }

    /** Due since it was prescribed: what the team wishes stands before what may be chosen. */
    private ToDo toDo(Task task) {
        return new ToDo(
                library.todo(task),
                library.detail(task),
                Icon.Shape.FILM,
                library.action(task.step()),
                FilmScreen.NAME,
                task.since());
    }
}
