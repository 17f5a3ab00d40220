package chevet.terminal.tv;

import chevet.model.tv.Channel;
import chevet.terminal.tv.TvModel.Card;
import chevet.terminal.tv.TvModel.Notice;
import chevet.terminal.tv.TvModel.OnAir;
import chevet.terminal.ui.Icon;
import chevet.terminal.ui.Kit;
import chevet.terminal.ui.PictureTouch;
import chevet.terminal.ui.RoundCorners;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.property.SimpleStringProperty;
import javafx.css.PseudoClass;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/**
 * The picture, and over it the channel's name, the digits that are typed, and in plain words why
 * there is no picture and what to do. Touching it makes it larger or smaller.
 */
final class PictureView extends StackPane {
    /** A wait that is over sooner needs no words: they would only flash. */
    private static final Duration WAITED = Duration.millis(200);

    /** A picture that is lower than this, in em, has no room for a programme's title. */
    private static final double LOW = 12;

    private static final PseudoClass SMALL = PseudoClass.getPseudoClass("small");

    private final Kit kit;
    private final TvWords words;
    private final TvModel model;
    private final TvInteractor interactor;
    private final SimpleStringProperty title = new SimpleStringProperty("");
    private final SimpleStringProperty detail = new SimpleStringProperty("");
    private final SimpleStringProperty retry = new SimpleStringProperty("");
    private final SimpleStringProperty name = new SimpleStringProperty("");
    private final Label named;
    private final VBox notices = new VBox();
    private final VBox status;
    private final Button again;
    private final Button up;
    private final Icon radio = new Icon(Icon.Shape.RADIO);
    private final VBox bottom;
    private final PauseTransition waiting = new PauseTransition(WAITED);

    PictureView(Kit kit, TvWords words, TvModel model, TvInteractor interactor, Node picture) {
        this.kit = kit;
        this.words = words;
        this.model = model;
        this.interactor = interactor;
        getStyleClass().add("tv-picture");

        // The screen is mirrored for Arabic; a picture never is.
        picture.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        radio.getStyleClass().add("tv-radio");
        // A radio that sends a picture is told of by its card alone: neither can be read over the
        // other.
        picture.visibleProperty().bind(radio.visibleProperty().not());
        Label said = kit.title(title);
        Label more = kit.text(detail);
        again = kit.button(Icon.Shape.REPEAT, retry, interactor::again);
        up = kit.button(Icon.Shape.UP, "tv.other", interactor::up);
        status = new VBox(radio, said, more, kit.row(again, up));
        status.getStyleClass().add("tv-status");
        more.visibleProperty().bind(detail.isNotEmpty());
        more.managedProperty().bind(more.visibleProperty());
        status.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);

        named = kit.strong(name);
        named.getStyleClass().add("tv-name");
        // A radio's card bears its name.
        named.visibleProperty()
                .bind(model.named().and(name.isNotEmpty()).and(radio.visibleProperty().not()));
        named.managedProperty().bind(named.visibleProperty());
        Button smaller = kit.button(Icon.Shape.REDUCE, "tv.smaller", () -> interactor.whole(false));
        smaller.visibleProperty().bind(model.whole().and(model.named()));
        smaller.managedProperty().bind(smaller.visibleProperty());
        bottom = new VBox(smaller, named);
        bottom.getStyleClass().add("tv-bottom");
        bottom.setPickOnBounds(false);

        Label typed = new Label();
        typed.getStyleClass().add("tv-typed");
        typed.textProperty().bind(model.typed().concat("–"));
        typed.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        typed.visibleProperty().bind(model.typed().isNotEmpty());
        typed.managedProperty().bind(typed.visibleProperty());
        VBox top = new VBox(typed, notices);
        top.getStyleClass().add("tv-top");
        top.setPickOnBounds(false);
        notices.getStyleClass().add("tv-notices");
        notices.setPickOnBounds(false);

        getChildren().addAll(picture, status, bottom, top, new RoundCorners(model.whole()));
        PictureTouch.on(this, () -> interactor.whole(!model.whole().get()));
        follow();
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    /** What it has to say instead of a picture is never cut. */
    @Override
    protected double computeMinHeight(double width) {
        return status.isVisible() ? status.prefHeight(width) : 0;
    }

    /** A programme's title would cover half of it, and stands in the list. */
    private boolean small() {
        return getHeight() < kit.look().em(LOW);
    }

    private void follow() {
        // Not within the layout that makes it larger or smaller.
        heightProperty().addListener((_, _, _) -> Platform.runLater(this::air));
        waiting.setOnFinished(_ -> status.setVisible(!title.get().isEmpty()));
        model.onAir().addListener((_, _, _) -> air());
        model.tuned().addListener((_, _, _) -> air());
        model.notices().addListener((_, _, _) -> notices());
        kit.words()
                .languageProperty()
                .addListener(
                        (_, _, _) -> {
                            air();
                            notices();
                        });
        air();
        notices();
    }

    private void air() {
        OnAir now = model.onAir().get();
        Optional<Card> tuned = model.tuned().get();
        boolean sounds =
                now instanceof OnAir.Playing
                        && tuned.filter(card -> card.kind() == Channel.Kind.RADIO).isPresent();
        boolean small = small();
        named.pseudoClassStateChanged(SMALL, small);
        String said = tuned.map(words::named).orElse("");
        name.set(small ? tuned.map(words::brief).orElse("") : said);
        title.set(sounds ? said : words.title(now, tuned).orElse(""));
        detail.set(sounds ? kit.words().text("tv.radio.do") : words.detail(now));
        Kit.show(radio, sounds);
        say(now instanceof OnAir.Coming);
        boolean tries =
                now instanceof OnAir.Broken
                        || now instanceof OnAir.Paused
                        || (now instanceof OnAir.Off && tuned.isPresent());
        retry.set(words.retry(now));
        Kit.show(again, tries);
        Kit.show(
                up,
                now instanceof OnAir.Broken
                        || now instanceof OnAir.Stopped
                        || now instanceof OnAir.Gone
                        || now instanceof OnAir.NotFor);
    }

    private void say(boolean coming) {
        if (coming && !status.isVisible() && !title.get().isEmpty()) {
            waiting.play();
        } else {
            waiting.stop();
            status.setVisible(!title.get().isEmpty());
        }
    }

    private void notices() {
        List<Node> shown = new ArrayList<>();
        for (Notice notice : model.notices().get()) {
            Label said = kit.text(new SimpleStringProperty(words.notice(notice)));
            said.getStyleClass().add("tv-notice-words");
            VBox box = new VBox(said);
            box.getStyleClass().add("tv-notice");
            if (notice instanceof Notice.SleepsSoon) {
                box.getChildren()
                        .add(
                                kit.button(
                                        Icon.Shape.CHECK,
                                        "tv.stay-on",
                                        () -> interactor.sleepIn(java.util.Optional.empty())));
            } else if (notice instanceof Notice.Headphones headphones && !headphones.known()) {
                box.getChildren()
                        .add(
                                kit.button(
                                        Icon.Shape.HEADPHONES,
                                        "quiet.headphones.in",
                                        interactor::headphones));
            }
            shown.add(box);
        }
        notices.getChildren().setAll(shown);
    }
}
