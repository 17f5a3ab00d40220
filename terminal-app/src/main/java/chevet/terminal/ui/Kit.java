package chevet.terminal.ui;

import java.util.Locale;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The pieces that screens are built of: each has the size, the focus ring, the wrapping and the
 * accessible name that a person lying in bed needs. On the JavaFX thread.
 */
public final class Kit {
    /** What a chip says about its matter; it always has words too. */
    public enum Tone {
        PLAIN,
        OK,
        WARN,
        ALERT;

        String styleClass() {
            return "chip-" + name().toLowerCase(Locale.ROOT);
        }
    }

    private final Words words;
    private final Look look;

    public Kit(Words words, Look look) {
        this.words = words;
        this.look = look;
    }

    public Words words() {
        return words;
    }

    public Look look() {
        return look;
    }

    /** A title of 26 px at 100 %. */
    public Label title(ObservableValue<String> text) {
        return label(text, "title");
    }

    /** Body text that wraps. */
    public Label text(ObservableValue<String> text) {
        return label(text, "body");
    }

    /** Body text in bold. */
    public Label strong(ObservableValue<String> text) {
        return label(text, "strong");
    }

    /** Secondary text: 17 px at 100 %, paler. */
    public Label secondary(ObservableValue<String> text) {
        return label(text, "secondary");
    }

    /** Text of a key in body size, live. */
    public Label text(String key) {
        return text(words.live(key));
    }

    /** A button of 56 px, its name the text of a key. */
    public Button button(Icon.Shape icon, String key, Runnable action) {
        return button(icon, words.live(key), action);
    }

    /** A button of 56 px. */
    public Button button(Icon.Shape icon, ObservableValue<String> name, Runnable action) {
        Button button = plain(name, action);
        button.setGraphic(new Icon(icon));
        return button;
    }

    /** The main action of a screen: 72 px, in the brand's colour. */
    public Button primary(String key, Runnable action) {
        Button button = plain(words.live(key), action);
        button.getStyleClass().add("primary");
        return button;
    }

    /** A button that shows an icon only; its name is still said. */
    public Button iconButton(Icon.Shape icon, String key, Runnable action) {
        Button button = new Button();
        button.setGraphic(new Icon(icon));
        button.accessibleTextProperty().bind(words.live(key));
        button.setOnAction(_ -> action.run());
        button.getStyleClass().add("icon-button");
        return button;
    }

    /** A white surface with round corners, its parts one under the other. */
    public VBox card(Node... parts) {
        VBox card = new VBox(parts);
        card.getStyleClass().add("card");
        return card;
    }

    /** A card that can be pressed. */
    public Pressable cardButton(Node content, ObservableValue<String> name, Runnable action) {
        Pressable pressable = new Pressable(content, name, action);
        pressable.getStyleClass().addAll("card", "card-button");
        return pressable;
    }

    /** A small word with a colour. */
    public Label chip(Tone tone, ObservableValue<String> text) {
        Label chip = label(text, "chip");
        chip.getStyleClass().add(tone.styleClass());
        // A chip is as wide as its words, and wraps only where even a line of its own is too short.
        chip.setMaxWidth(Region.USE_PREF_SIZE);
        return chip;
    }

    /** A small word with a colour and an icon. */
    public Label chip(Tone tone, Icon.Shape icon, ObservableValue<String> text) {
        Label chip = chip(tone, text);
        chip.setGraphic(new Icon(icon));
        return chip;
    }

    /** Things in a row that go to the next row when there is no room. */
    public FlowPane row(Node... parts) {
        FlowPane row = new FlowPane(parts);
        row.getStyleClass().add("row");
        return row;
    }

    /** A text that stays as it is. */
    public static ObservableValue<String> fixed(String text) {
        return new SimpleStringProperty(text);
    }

    /** Seen while that is true, and taking no room otherwise. */
    public static void shownWhen(Node node, ObservableValue<Boolean> shown) {
        node.visibleProperty().bind(shown);
        node.managedProperty().bind(shown);
    }

    /** Seen, or taking no room. */
    public static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /**
     * Gives a button its text, live, wrapped where that can be done: see {@link WrappingLabel} for
     * why Arabic is not.
     */
    public static void name(Labeled button, ObservableValue<String> text) {
        button.textProperty().bind(text);
        button.wrapTextProperty().bind(text.map(said -> !WrappingLabel.rightToLeft(said)));
        button.setMinHeight(Region.USE_PREF_SIZE);
    }

    private Button plain(ObservableValue<String> name, Runnable action) {
        Button button = new Button();
        name(button, name);
        button.accessibleTextProperty().bind(name);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private static Label label(ObservableValue<String> text, String style) {
        Label label = new WrappingLabel(text);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }
}
