package chevet.terminal.home;

import chevet.terminal.shell.Occupant;
import chevet.terminal.shell.ToDo;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;

/** Finds the one thing to do now among what the features say. */
final class HomeInteractor {
    private final HomeModel model;
    private final List<ObservableValue<Optional<ToDo>>> sources;

    HomeInteractor(
            HomeModel model, Occupant occupant, List<ObservableValue<Optional<ToDo>>> sources) {
        this.model = model;
        this.sources = List.copyOf(sources);
        occupant.stayProperty().addListener((_, _, stay) -> model.occupied().set(stay.isPresent()));
        model.occupied().set(occupant.stayProperty().get().isPresent());
        sources.forEach(source -> source.addListener((_, _, _) -> choose()));
        choose();
    }

    private void choose() {
        model.toDo()
                .set(
                        sources.stream()
                                .flatMap(source -> source.getValue().stream())
                                .min(Comparator.comparing(ToDo::due)));
    }
}
