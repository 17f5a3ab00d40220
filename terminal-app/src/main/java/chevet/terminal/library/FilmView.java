package chevet.terminal.library;

import chevet.terminal.library.FilmModel.Page;
import chevet.terminal.ui.Kit;
import chevet.terminal.ui.Scroller;
import chevet.terminal.ui.TextSize;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * The page of one film: the picture with what it is beside it where there is room, below it with
 * larger text, or the picture alone; and its questions. On the JavaFX thread.
 */
final class FilmView {
    /** Widths in em that picture and panel need to stand side by side. */
    private static final double STAGE = 24;

    private static final double PANEL = 20.5;
    private static final double GAP = 24;

    private final Kit kit;
    private final FilmModel model;
    private final FilmStage stage;
    private final FilmPanel panel;
    private final FilmWhole whole;
    private final StackPane film = new StackPane();
    private final StackPane root;
    private List<Scroller> scrollers = List.of();
    private boolean narrow;
    private TextSize size;

    FilmView(
            Kit kit,
            FilmModel model,
            FilmStage stage,
            FilmPanel panel,
            FilmWhole whole,
            CheckView check,
            Runnable others) {
        this.kit = kit;
        this.stage = stage;
        this.panel = panel;
        this.model = model;
        this.whole = whole;
        this.size = kit.look().textSizeProperty().get();
        place();
        model.whole().addListener((_, _, _) -> place());
        film.widthProperty().addListener((_, _, _) -> arrange());
        film.heightProperty().addListener((_, _, _) -> fit());
        kit.look().textSizeProperty().addListener((_, _, _) -> arrange());
        VBox none =
                kit.card(
                        kit.title(kit.words().live("library.no-film")),
                        kit.text("library.no-film.do"),
                        kit.primary("library.others", others));
        none.setMaxHeight(Region.USE_PREF_SIZE);
        none.setMaxWidth(Region.USE_PREF_SIZE);
        none.visibleProperty().bind(model.film().map(open -> open.isEmpty()));
        film.visibleProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () ->
                                        model.film().get().isPresent()
                                                && model.page().get() == Page.FILM,
                                model.film(),
                                model.page()));
        check.root()
                .visibleProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () ->
                                        model.film().get().isPresent()
                                                && model.page().get() == Page.CHECK,
                                model.film(),
                                model.page()));
        root = new StackPane(film, check.root(), none);
        root.getStyleClass().add("library");
    }

    Parent root() {
        return root;
    }

    void show(Node picture) {
        stage.show(picture);
        toTop();
        Platform.runLater(
                () -> {
                    stage.takeKeys();
                    toTop();
                });
    }

    private void toTop() {
        scrollers.forEach(Scroller::toTop);
    }

    private void arrange() {
        TextSize now = kit.look().textSizeProperty().get();
        boolean close = film.getWidth() < kit.look().em(STAGE + PANEL) + GAP;
        if (film.getWidth() <= 0 || model.whole().get()) {
            return;
        }
        if (close != narrow || now != size) {
            narrow = close;
            size = now;
            place();
        }
        fit();
    }

    private void place() {
        if (model.whole().get()) {
            whole.show(stage.giveAway());
            film.getChildren().setAll(whole);
        } else {
            stage.takeBack();
            film.getChildren().setAll(narrow ? stack() : columns());
        }
    }

    private void fit() {
        if (narrow && film.getHeight() > 0 && !model.whole().get()) {
            // The scroller's two buttons stand beside it.
            stage.fit(film.getWidth() - kit.look().em(3), film.getHeight());
        }
    }

    private Node columns() {
        stage.fit(0, 0);
        Scroller left = new Scroller(kit, new VBox(stage));
        VBox.setVgrow(stage, Priority.ALWAYS);
        HBox.setHgrow(left, Priority.ALWAYS);
        Scroller right = new Scroller(kit, new VBox(panel));
        right.setMinWidth(kit.look().em(PANEL));
        right.setMaxWidth(kit.look().em(PANEL));
        scrollers = List.of(left, right);
        HBox columns = new HBox(GAP, left, right);
        columns.getStyleClass().add("film-columns");
        return columns;
    }

    private Node stack() {
        VBox all = new VBox(stage, panel);
        VBox.setVgrow(stage, Priority.NEVER);
        all.getStyleClass().add("film-stack");
        Scroller scroller = new Scroller(kit, all);
        scrollers = List.of(scroller);
        return scroller;
    }
}
