package chevet.terminal.library;

import static chevet.terminal.ui.Kit.fixed;

import chevet.model.library.Film;
import chevet.terminal.library.LibraryModel.Card;
import chevet.terminal.library.LibraryModel.Task;
import chevet.terminal.ui.Columns;
import chevet.terminal.ui.Icon;
import chevet.terminal.ui.Kit;
import chevet.terminal.ui.Pictures;
import chevet.terminal.ui.Pressable;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Films as cards: the prescribed one across the page, the others side by side. */
final class FilmCards {
    /** In pixels: a card's width at the largest text. */
    static final double PICTURE = 640;

    /** The sketch's proportion of a poster, a little lower than a film's picture. */
    private static final double POSTER_EMS = 6;

    /** From this size of text on, in per cent, the prescribed film has no poster. */
    private static final int LARGE = 150;

    private static final double TASK_POSTER_EMS = 11.5;

    private final Kit kit;
    private final LibraryWords words;
    private final Pictures pictures;
    private final Consumer<Film> open;

    FilmCards(Kit kit, LibraryWords words, Pictures pictures, Consumer<Film> open) {
        this.kit = kit;
        this.words = words;
        this.pictures = pictures;
        this.open = open;
    }

    /** A prescribed film and what to do about it. */
    Node task(Task task) {
        Film film = task.film();
        StackPane poster = poster(film);
        poster.getStyleClass().add("task-poster");
        Label wished =
                kit.chip(Kit.Tone.OK, Icon.Shape.TEAM, kit.words().live("library.prescribed"));
        Label title = kit.title(fixed(kit.words().text(film.title())));
        VBox said =
                new VBox(
                        wished,
                        title,
                        kit.text(fixed(words.detail(task))),
                        kit.secondary(fixed(words.written(film))));
        said.getStyleClass().add("task-said");
        Button action = kit.primary("library.action." + task.step(), () -> open.accept(film));
        action.setGraphic(new Icon(Icon.Shape.PLAY));
        action.accessibleTextProperty().unbind();
        action.setAccessibleText(words.todo(task));
        action.setId("task-" + film.id());
        action.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(action, Priority.ALWAYS);
        HBox side = new HBox(action);
        side.getStyleClass().add("task-side");
        Columns card =
                new Columns(kit.look(), 22)
                        .add(poster, TASK_POSTER_EMS, 0)
                        .add(said, 16, 1)
                        .add(side, 11, 0);
        // One under the other the words and the button come first.
        boolean large = kit.look().textSizeProperty().get().percent() >= LARGE;
        Kit.show(poster, !large);
        card.getStyleClass().add("task");
        card.setMinHeight(Region.USE_PREF_SIZE);
        return card;
    }

    /** A film on a shelf. */
    Pressable card(Card card) {
        Film film = card.film();
        VBox said = new VBox();
        said.getStyleClass().add("film-said");
        Label title = kit.strong(fixed(kit.words().text(film.title())));
        said.getChildren()
                .addAll(
                        title,
                        kit.secondary(fixed(words.brief(film))),
                        kit.secondary(fixed(words.written(film))));
        words.mark(card.mark())
                .ifPresent(
                        mark ->
                                said.getChildren()
                                        .add(
                                                kit.chip(
                                                        tone(card.mark()),
                                                        icon(card.mark()),
                                                        fixed(mark))));
        VBox all = new VBox(poster(film), said);
        all.getStyleClass().add("film-card-content");
        Pressable pressable =
                kit.cardButton(
                        all,
                        fixed(
                                kit.words().text(film.title())
                                        + ", "
                                        + words.brief(film)
                                        + words.mark(card.mark())
                                                .map(mark -> ", " + mark)
                                                .orElse("")),
                        () -> open.accept(film));
        pressable.getStyleClass().add("film-card");
        pressable.setId("film-" + film.id());
        return pressable;
    }

    private StackPane poster(Film film) {
        Icon icon = new Icon(Icon.Shape.FILM);
        icon.getStyleClass().add("poster-icon");
        StackPane poster = new StackPane(icon);
        poster.getStyleClass()
                .addAll("poster", "poster-" + film.shelf().name().toLowerCase(Locale.ROOT));
        film.picture().ifPresent(picture -> pictures.show(picture, image -> show(image, poster)));
        return poster;
    }

    private void show(Image image, StackPane poster) {
        ImageView view = new ImageView(image);
        view.setPreserveRatio(true);
        view.setFitHeight(kit.look().em(POSTER_EMS) - 16);
        poster.getChildren().setAll(view);
    }

    private static Kit.Tone tone(Card.Mark mark) {
        return switch (mark) {
            case PRESCRIBED, SEEN, NURSE -> Kit.Tone.OK;
            case NONE, BEGUN -> Kit.Tone.PLAIN;
        };
    }

    private static Icon.Shape icon(Card.Mark mark) {
        return switch (mark) {
            case PRESCRIBED -> Icon.Shape.TEAM;
            case SEEN, NURSE -> Icon.Shape.CHECK;
            case NONE, BEGUN -> Icon.Shape.CLOCK;
        };
    }
}
