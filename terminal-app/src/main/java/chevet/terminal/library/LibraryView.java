package chevet.terminal.library;

import chevet.model.library.Film;
import chevet.model.library.Shelf;
import chevet.terminal.ui.Choices;
import chevet.terminal.ui.Kit;
import chevet.terminal.ui.Pictures;
import chevet.terminal.ui.Scroller;
import chevet.terminal.ui.TileGrid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The prescribed films, then the shelves. On the JavaFX thread. */
final class LibraryView {
    private final Kit kit;
    private final LibraryModel model;
    private final LibraryInteractor interactor;
    private final FilmCards cards;
    private final VBox tasks = new VBox();
    private final StackPane shelves = new StackPane();
    private final TileGrid grid;
    private final Scroller scroller;
    private final StackPane root;

    LibraryView(
            Kit kit,
            LibraryWords words,
            LibraryModel model,
            LibraryInteractor interactor,
            Pictures pictures,
            Consumer<Film> open) {
        this.kit = kit;
        this.model = model;
        this.interactor = interactor;
        this.cards = new FilmCards(kit, words, pictures, open);
        this.grid = new TileGrid(kit.look());
        tasks.getStyleClass().add("tasks");
        VBox all = new VBox(tasks, shelves, grid);
        all.getStyleClass().add("shelves");
        scroller = new Scroller(kit, all);
        VBox empty =
                kit.card(
                        kit.title(kit.words().live("library.empty")), kit.text("library.empty.do"));
        empty.setMaxHeight(Region.USE_PREF_SIZE);
        empty.visibleProperty().bind(model.films().map(films -> films == 0));
        scroller.visibleProperty().bind(model.films().map(films -> films > 0));
        root = new StackPane(scroller, empty);
        root.getStyleClass().add("library");
        model.tasks().addListener((_, _, _) -> showTasks());
        model.shelves().addListener((_, _, _) -> showShelves());
        model.cards().addListener((_, _, _) -> showCards());
        kit.words().languageProperty().addListener((_, _, _) -> showAll());
        kit.look().textSizeProperty().addListener((_, _, _) -> showTasks());
        showShelves();
        showAll();
    }

    Parent root() {
        return root;
    }

    void toTop() {
        scroller.toTop();
    }

    private void showAll() {
        showTasks();
        showCards();
    }

    private void showTasks() {
        tasks.getChildren().setAll(model.tasks().get().stream().map(cards::task).toList());
        boolean any = !model.tasks().get().isEmpty();
        Kit.show(tasks, any);
    }

    private void showShelves() {
        List<Optional<Shelf>> all = new ArrayList<>();
        all.add(Optional.empty());
        model.shelves().get().forEach(shelf -> all.add(Optional.of(shelf)));
        Choices<Optional<Shelf>> choices =
                new Choices<>(
                        all,
                        model.open(),
                        shelf ->
                                kit.words()
                                        .live(
                                                "library.shelf."
                                                        + shelf.map(Shelf::name).orElse("ALL")),
                        interactor::openShelf);
        choices.setMinHeight(Region.USE_PREF_SIZE);
        all.forEach(
                shelf ->
                        choices.button(shelf)
                                .setId("shelf-" + shelf.map(Shelf::name).orElse("ALL")));
        shelves.getChildren().setAll(choices);
    }

    private void showCards() {
        grid.getChildren().setAll(model.cards().get().stream().map(cards::card).toList());
    }
}
