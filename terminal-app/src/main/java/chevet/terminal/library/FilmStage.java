package chevet.terminal.library;

import static chevet.terminal.ui.Kit.fixed;

import chevet.terminal.library.FilmModel.Stage;
import chevet.terminal.shell.HushNote;
import chevet.terminal.ui.Icon;
import chevet.terminal.ui.Kit;
import chevet.terminal.ui.PictureTouch;
import chevet.terminal.ui.RoundCorners;
import chevet.terminal.ui.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The picture, what is said over it while there is none, where it stands, and the big buttons. */
final class FilmStage extends VBox {
    private final Kit kit;
    private final Words words;
    private final LibraryWords sentences;
    private final FilmModel model;
    private final FilmInteractor interactor;
    private final Runnable others;
    private final StackPane screen = new StackPane();
    private final StackPane cover = new StackPane();
    private final Picture picture;
    private final VBox foot;
    private final Button play;
    private final Button larger;

    /**
     * @param others back to the shelves
     */
    FilmStage(
            Kit kit,
            LibraryWords sentences,
            FilmModel model,
            FilmInteractor interactor,
            Projector projector,
            HushNote hush,
            Runnable others) {
        this.kit = kit;
        this.words = kit.words();
        this.sentences = sentences;
        this.model = model;
        this.interactor = interactor;
        this.others = others;
        getStyleClass().add("film-stage");
        screen.getStyleClass().add("film-screen");
        // What is written in the picture runs as its own letters do.
        screen.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        cover.getStyleClass().add("film-cover");
        cover.setPickOnBounds(false);
        picture = new Picture(screen, cover, new RoundCorners(model.whole()));
        picture.getStyleClass().add("film-picture");
        PictureTouch.on(picture, () -> interactor.whole(!model.whole().get()));
        VBox.setVgrow(picture, Priority.ALWAYS);
        FilmButtons buttons = new FilmButtons(kit, model, interactor, projector);
        play = buttons.play("film-play");
        larger = buttons.larger();
        FlowPane controls = kit.row(play, buttons.back("film-back"), larger);
        controls.getStyleClass().add("film-controls");
        foot = new VBox(place(), controls);
        foot.getStyleClass().add("film-foot");
        getChildren().addAll(picture, foot, hush, notes(hush));
        model.stage().addListener((_, _, _) -> showCover());
        model.fetched().addListener((_, _, _) -> showCover());
        model.sent().addListener((_, _, _) -> showCover());
        words.languageProperty().addListener((_, _, _) -> showCover());
        kit.look().textSizeProperty().addListener((_, _, _) -> showCover());
        showCover();
    }

    /** The engine's picture; the same one again changes nothing. */
    void show(Node picture) {
        if (!screen.getChildren().contains(picture)) {
            screen.getChildren().setAll(picture);
        }
    }

    /** The keys are for a button that works from the first moment on. */
    void takeKeys() {
        (play.isDisabled() ? larger : play).requestFocus();
    }

    /** The picture with what is said over it, for a place of its own. */
    Node giveAway() {
        getChildren().remove(picture);
        return picture;
    }

    /** Has the picture above its buttons again. */
    void takeBack() {
        if (!getChildren().contains(picture)) {
            getChildren().addFirst(picture);
        }
    }

    /**
     * The picture is so high that its buttons can still be seen in a room of that height.
     *
     * @param room 0 where the picture takes what is left
     */
    void fit(double width, double room) {
        double left = room - foot.prefHeight(width) - getSpacing();
        picture.room(Math.max(kit.look().em(6), left));
    }

    private Node place() {
        ObservableValue<Double> part =
                Bindings.createObjectBinding(
                        () ->
                                model.length().get().isPositive()
                                        ? (double) model.position().get().toMillis()
                                                / model.length().get().toMillis()
                                        : 0.0,
                        model.position(),
                        model.length());
        Level level = new Level(part);
        HBox.setHgrow(level, Priority.ALWAYS);
        HBox line = new HBox(clock(model.position()), level, clock(model.length()));
        line.getStyleClass().add("film-place");
        line.accessibleTextProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        words.text(
                                                "library.place",
                                                LibraryWords.place(model.position().get()),
                                                LibraryWords.place(model.length().get())),
                                model.position(),
                                model.length(),
                                words.languageProperty()));
        return line;
    }

    private Label clock(ObservableValue<Duration> at) {
        Label label = kit.strong(at.map(LibraryWords::place));
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private Node notes(HushNote hush) {
        Label resumed =
                kit.secondary(
                        Bindings.createStringBinding(
                                () ->
                                        model.resumed()
                                                .get()
                                                .map(LibraryWords::place)
                                                .map(at -> words.text("library.resumed", at))
                                                .orElse(""),
                                model.resumed(),
                                words.languageProperty()));
        Button again =
                kit.button(Icon.Shape.REPEAT, "library.from-start", () -> anew(interactor::again));
        again.setId("film-again");
        Kit.shownWhen(resumed, model.resumed().map(Optional::isPresent));
        Kit.shownWhen(
                again,
                Bindings.createBooleanBinding(
                        () ->
                                model.resumed().get().isPresent()
                                        || model.stage().get() instanceof Stage.Ended,
                        model.resumed(),
                        model.stage()));
        Label silent = kit.text("library.silent");
        silent.setGraphic(new Icon(Icon.Shape.MUTE));
        silent.getStyleClass().add("film-silent");
        // While nothing may be heard anyway, the reason for that is enough.
        Kit.shownWhen(silent, model.silent().and(hush.visibleProperty().not()));
        VBox notes = new VBox(kit.row(again, resumed), silent);
        notes.getStyleClass().add("film-notes");
        return notes;
    }

    private void showCover() {
        Stage stage = model.stage().get();
        List<String> said = sentences.cover(stage, model.fetched().get(), model.prescribed().get());
        Kit.show(cover, !said.isEmpty());
        if (said.isEmpty()) {
            cover.getChildren().clear();
            return;
        }
        VBox card = kit.card(kit.title(fixed(said.getFirst())), kit.text(fixed(said.get(1))));
        model.fetched()
                .get()
                .filter(_ -> stage instanceof Stage.Fetching || stage instanceof Stage.Stalled)
                .ifPresent(percent -> card.getChildren().add(level(percent)));
        if (stage instanceof Stage.Ended && model.prescribed().get()) {
            sentences
                    .sent("progress", model.sent().get())
                    .ifPresent(sent -> card.getChildren().add(kit.secondary(fixed(sent))));
        }
        List<Button> actions = actions(stage);
        if (!actions.isEmpty()) {
            card.getChildren().add(kit.row(actions.toArray(Node[]::new)));
        }
        card.getStyleClass().add("film-said-over");
        card.setMaxWidth(kit.look().em(30));
        card.setMaxHeight(Region.USE_PREF_SIZE);
        cover.getChildren().setAll(card);
    }

    private static Level level(int percent) {
        Level level = new Level(Bindings.createObjectBinding(() -> percent / 100.0));
        level.setMaxWidth(Double.MAX_VALUE);
        return level;
    }

    private List<Button> actions(Stage stage) {
        List<Button> actions = new ArrayList<>();
        switch (stage) {
            case Stage.Ended ended -> {
                if (ended.questions() > 0) {
                    Button answer = kit.primary("library.action.CHECK", interactor::answer);
                    answer.setId("film-answer");
                    answer.setGraphic(new Icon(Icon.Shape.NEXT));
                    actions.add(answer);
                } else {
                    actions.add(toOthers());
                }
            }
            case Stage.Failed _, Stage.Refused _, Stage.Away _ -> {
                actions.add(
                        kit.button(
                                Icon.Shape.REPEAT, "library.retry", () -> anew(interactor::retry)));
                actions.add(toOthers());
            }
            case Stage.Closed _,
                    Stage.Fetching _,
                    Stage.Opening _,
                    Stage.Playing _,
                    Stage.Paused _,
                    Stage.Stalled _ -> {}
        }
        return actions;
    }

    /** The button that was pressed goes: its keys must not go to one that the page scrolls to. */
    private void anew(Runnable play) {
        larger.requestFocus();
        play.run();
    }

    private Button toOthers() {
        return kit.button(Icon.Shape.FILM, "library.others", others);
    }

    /** As high as there is room, and never lower than what is said over it. */
    private static final class Picture extends StackPane {
        private double room;

        Picture(Node... layers) {
            super(layers);
        }

        void room(double height) {
            if (height != room) {
                room = height;
                requestLayout();
            }
        }

        @Override
        protected double computeMinHeight(double width) {
            return Math.max(room, super.computeMinHeight(width));
        }
    }
}
