package chevet.terminal.home;

import chevet.terminal.shell.Navigator;
import chevet.terminal.shell.Tile;
import chevet.terminal.shell.ToDo;
import chevet.terminal.ui.Columns;
import chevet.terminal.ui.Icon;
import chevet.terminal.ui.Kit;
import chevet.terminal.ui.Pressable;
import chevet.terminal.ui.Scroller;
import chevet.terminal.ui.TileGrid;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The one thing to do now, then the doors; or a welcome where nobody lies. */
final class HomeView {
    /** With so few doors there is room for larger words. */
    private static final int FEW = 4;

    private final Kit kit;
    private final HomeModel model;
    private final Navigator navigator;
    private final List<Tile> tiles;

    HomeView(Kit kit, HomeModel model, Navigator navigator, List<Tile> tiles) {
        this.kit = kit;
        this.model = model;
        this.navigator = navigator;
        this.tiles = tiles;
    }

    Scroller build() {
        Node now = now();
        TileGrid grid = new TileGrid(kit.look());
        tiles.forEach(tile -> grid.getChildren().add(door(tile)));
        VBox.setVgrow(grid, Priority.ALWAYS);
        VBox doors = new VBox(now, grid);
        doors.getStyleClass().add("home");
        doors.visibleProperty().bind(model.occupied());
        doors.managedProperty().bind(model.occupied());
        Node welcome = welcome();
        welcome.visibleProperty().bind(model.occupied().not());
        welcome.managedProperty().bind(model.occupied().not());
        return new Scroller(kit, new StackPane(doors, welcome));
    }

    private Node welcome() {
        Icon bed = new Icon(Icon.Shape.BED);
        bed.getStyleClass().add("welcome-icon");
        VBox welcome =
                new VBox(
                        bed,
                        kit.title(kit.words().live("home.welcome")),
                        kit.text("home.welcome-detail"));
        welcome.getStyleClass().add("welcome");
        return welcome;
    }

    private Node now() {
        Icon icon = new Icon(Icon.Shape.CHECK);
        icon.getStyleClass().add("now-icon");
        Label title = kit.text(said(ToDo::title, "home.nothing"));
        title.getStyleClass().add("now-title");
        Label detail = kit.text(said(ToDo::detail, "home.nothing-detail"));
        detail.getStyleClass().add("now-detail");
        VBox words = new VBox(title, detail);
        words.getStyleClass().add("now-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(icon, words);
        line.getStyleClass().add("now-line");

        Button button = kit.primary("home.open", this::follow);
        Kit.name(button, said(ToDo::action, "home.open"));
        button.accessibleTextProperty().unbind();
        button.accessibleTextProperty().bind(said(ToDo::title, "home.open"));
        button.setGraphic(new Icon(Icon.Shape.NEXT));
        button.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        button.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(button, Priority.ALWAYS);
        HBox side = new HBox(button);
        side.getStyleClass().add("now-button");

        Columns now = new Columns(kit.look(), 20).add(line, 20, 1).add(side, 11, 0);
        now.setMinHeight(Region.USE_PREF_SIZE);
        now.getStyleClass().add("now");
        if (tiles.size() <= FEW) {
            now.getStyleClass().add("roomy");
        }
        Runnable show =
                () -> {
                    boolean some = model.toDo().get().isPresent();
                    icon.show(model.toDo().get().map(ToDo::icon).orElse(Icon.Shape.CHECK));
                    now.getStyleClass().remove("nothing");
                    if (!some) {
                        now.getStyleClass().add("nothing");
                    }
                    Kit.show(side, some);
                };
        model.toDo().addListener((_, _, _) -> show.run());
        show.run();
        return now;
    }

    private void follow() {
        model.toDo().get().ifPresent(toDo -> navigator.show(toDo.screen()));
    }

    private ObservableValue<String> said(Function<ToDo, String> part, String otherwise) {
        return Bindings.createStringBinding(
                () -> model.toDo().get().map(part).orElseGet(() -> kit.words().text(otherwise)),
                model.toDo(),
                kit.words().languageProperty());
    }

    private Node door(Tile tile) {
        Icon icon = new Icon(tile.icon());
        icon.getStyleClass().add("tile-icon");
        Label badge = new Label();
        badge.getStyleClass().add("badge");
        badge.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> String.valueOf(tile.badge().getValue().intValue()),
                                tile.badge()));
        badge.visibleProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> tile.badge().getValue().intValue() > 0, tile.badge()));
        BorderPane top = new BorderPane();
        top.setLeft(icon);
        top.setRight(badge);
        ObservableValue<String> title = kit.words().live(tile.titleKey());
        Label name = kit.text(title);
        name.getStyleClass().add("tile-title");
        Label behind = kit.text(tile.subtitle());
        behind.getStyleClass().add("tile-subtitle");
        Region between = new Region();
        VBox.setVgrow(between, Priority.ALWAYS);
        VBox body = new VBox(top, between, name, behind);
        body.getStyleClass().add("tile-body");
        Pressable door =
                new Pressable(
                        body,
                        Bindings.createStringBinding(
                                () -> title.getValue() + ", " + tile.subtitle().getValue(),
                                title,
                                tile.subtitle()),
                        () -> navigator.show(tile.screen()));
        door.getStyleClass().addAll("tile", tile.style());
        door.visibleProperty().bind(tile.there());
        door.managedProperty().bind(tile.there());
        return door;
    }
}
