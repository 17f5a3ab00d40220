package chevet.terminal.tv;

import chevet.terminal.player.Track;
import chevet.terminal.player.Tracks;
import chevet.terminal.ui.Icon;
import chevet.terminal.ui.Kit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Subtitles, sound and audio description, as far as the channel has them. */
final class TracksView {
    private final Kit kit;
    private final TvWords words;
    private final TvModel model;
    private final TrackChoices choices;
    private final VBox all = new VBox();
    private final List<ToggleButton> choosable = new ArrayList<>();

    TracksView(Kit kit, TvWords words, TvModel model, TrackChoices choices) {
        this.kit = kit;
        this.words = words;
        this.model = model;
        this.choices = choices;
        all.getStyleClass().add("tv-choices");
        model.tracks().addListener((_, _, _) -> changed());
        model.wish().addListener((_, _, _) -> changed());
        kit.words().languageProperty().addListener((_, _, _) -> changed());
        all.sceneProperty().addListener((_, _, _) -> changed());
    }

    Region node() {
        return all;
    }

    /** Each zap brings other tracks: they are laid out when somebody looks at them. */
    private void changed() {
        if (all.getScene() != null) {
            show();
        }
    }

    /** Who chooses with keys goes on from where they were. */
    private void show() {
        int focused = choosable.stream().map(Node::isFocused).toList().indexOf(true);
        lay();
        if (focused >= 0) {
            choosable.get(Math.min(focused, choosable.size() - 1)).requestFocus();
        }
    }

    private void lay() {
        Tracks tracks = model.tracks().get();
        choosable.clear();
        List<Node> nodes = new ArrayList<>();
        nodes.add(kit.strong(kit.words().live("tv.texts")));
        nodes.add(tracks.texts().isEmpty() ? kit.text("tv.texts.none") : texts(tracks));
        nodes.add(kit.strong(kit.words().live("tv.sounds")));
        nodes.add(tracks.sounds().size() < 2 ? kit.text("tv.sounds.none") : sounds(tracks));
        nodes.add(kit.strong(kit.words().live("tv.description")));
        nodes.add(kit.text("tv.description.what"));
        nodes.add(described());
        all.getChildren().setAll(nodes);
    }

    private Node texts(Tracks tracks) {
        List<Node> buttons = new ArrayList<>();
        buttons.add(
                choice(
                        kit.words().text("tv.texts.off"),
                        tracks.text().isEmpty(),
                        () -> choices.text(Optional.empty())));
        for (int i = 0; i < tracks.texts().size(); i++) {
            Track text = tracks.texts().get(i);
            buttons.add(
                    choice(
                            words.track(text, i),
                            tracks.text().filter(text::equals).isPresent(),
                            () -> choices.text(Optional.of(text))));
        }
        return column(buttons);
    }

    private Node sounds(Tracks tracks) {
        List<Node> buttons = new ArrayList<>();
        for (int i = 0; i < tracks.sounds().size(); i++) {
            Track sound = tracks.sounds().get(i);
            buttons.add(
                    choice(
                            words.track(sound, i),
                            tracks.sound().filter(sound::equals).isPresent(),
                            () -> choices.sound(sound)));
        }
        return column(buttons);
    }

    /** One below the other: names of tracks are long. */
    private static Node column(List<Node> buttons) {
        VBox column = new VBox();
        column.getStyleClass().add("tv-cards");
        column.getChildren().setAll(buttons);
        return column;
    }

    private Node described() {
        boolean wanted = model.wish().get().description();
        return kit.row(
                choice(
                        kit.words().text("tv.description.off"),
                        !wanted,
                        () -> choices.description(false)),
                choice(
                        kit.words().text("tv.description.on"),
                        wanted,
                        () -> choices.description(true)));
    }

    private ToggleButton choice(String name, boolean chosen, Runnable asked) {
        ToggleButton button = new ToggleButton();
        Kit.name(button, new SimpleStringProperty(name));
        button.setAccessibleText(name);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setSelected(chosen);
        button.setGraphic(chosen ? new Icon(Icon.Shape.CHECK) : null);
        button.setOnAction(
                _ -> {
                    // What is chosen is what the engine says, not what was pressed.
                    button.setSelected(chosen);
                    asked.run();
                });
        choosable.add(button);
        return button;
    }
}
