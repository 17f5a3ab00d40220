package chevet.terminal.ui;

import chevet.model.text.Language;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * Big keys that write into a {@link TypedText}, in the letters of the language that is spoken now.
 * A key counts when the finger leaves it where it came down; a trembling finger writes one letter.
 * Shows nothing of what is written: see {@link TypeField}. On the JavaFX thread.
 */
public final class Keyboard extends VBox {
    /** What a key that shows a letter counts in a row. */
    private static final double ONE = 1;

    private final Kit kit;
    private final TypedText text;
    private final KeyBounce bounce;
    private KeyLayout.Page page = KeyLayout.Page.LETTERS;

    public Keyboard(Kit kit, TypedText text) {
        this(kit, text, System::nanoTime);
    }

    /**
     * @param nanos a clock that only runs forward, in nanoseconds
     */
    Keyboard(Kit kit, TypedText text, LongSupplier nanos) {
        this.kit = kit;
        this.text = text;
        this.bounce = new KeyBounce(nanos);
        getStyleClass().add("keyboard");
        // Keyboards begin on the left in every script.
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        kit.words().languageProperty().addListener((_, _, _) -> show(KeyLayout.Page.LETTERS));
        show(KeyLayout.Page.LETTERS);
    }

    /** Back to small letters, for the next who writes. */
    public void reset() {
        show(KeyLayout.Page.LETTERS);
    }

    private void show(KeyLayout.Page wanted) {
        page = wanted;
        Language language = kit.words().language();
        List<List<String>> rows = KeyLayout.rows(language, page);
        getChildren()
                .setAll(
                        letters(rows.get(0), new KeyRow()),
                        letters(rows.get(1), new KeyRow()),
                        last(rows.get(2), language),
                        bottom(language));
        getChildren().forEach(row -> setVgrow(row, Priority.ALWAYS));
    }

    private KeyRow letters(List<String> keys, KeyRow row) {
        keys.forEach(key -> row.add(letter(key), ONE));
        return row;
    }

    private KeyRow last(List<String> keys, Language language) {
        KeyRow row = new KeyRow();
        double used = keys.size();
        boolean shift =
                KeyLayout.capitals(language)
                        && (page == KeyLayout.Page.LETTERS || page == KeyLayout.Page.CAPITALS);
        double side = Math.max(1.4, (10 - used) / (shift ? 2 : 1));
        if (shift) {
            row.add(shift(), side);
        }
        letters(keys, row);
        row.add(
                key(kit.iconButton(Icon.Shape.ERASE, "keyboard.erase", this::erase), "erase"),
                side);
        return row;
    }

    private KeyRow bottom(Language language) {
        List<String> ends = KeyLayout.ends(language);
        Button space = key(new Button(), "space");
        space.setGraphic(new Icon(Icon.Shape.SPACE));
        space.accessibleTextProperty().bind(kit.words().live("keyboard.space"));
        space.setOnAction(_ -> type(" "));
        return new KeyRow()
                .add(turn(KeyLayout.Page.DIGITS, "123", "keyboard.digits"), 1.6)
                .add(turn(KeyLayout.Page.MORE, KeyLayout.moreFace(language), "keyboard.more"), 1.6)
                .add(space, 4.8)
                .add(letter(ends.get(0)), ONE)
                .add(letter(ends.get(1)), ONE);
    }

    private Button shift() {
        boolean capitals = page == KeyLayout.Page.CAPITALS;
        Button shift =
                key(
                        kit.iconButton(
                                Icon.Shape.SHIFT,
                                "keyboard.shift",
                                () ->
                                        show(
                                                capitals
                                                        ? KeyLayout.Page.LETTERS
                                                        : KeyLayout.Page.CAPITALS)),
                        "shift");
        if (capitals) {
            shift.getStyleClass().add("here");
        }
        return shift;
    }

    /** To another page, or back to the letters from there. */
    private Button turn(KeyLayout.Page to, String face, String name) {
        boolean there = page == to;
        Button button = key(new Button(), "page-" + to.name());
        button.setText(there ? lettersFace() : face);
        button.accessibleTextProperty().bind(kit.words().live(there ? "keyboard.letters" : name));
        button.setOnAction(_ -> show(there ? KeyLayout.Page.LETTERS : to));
        return button;
    }

    private String lettersFace() {
        return kit.words().language() == Language.AR ? "ا ب" : "abc";
    }

    private Button letter(String face) {
        Button button = key(new Button(face), face);
        button.setAccessibleText(face);
        button.setOnAction(_ -> type(face));
        return button;
    }

    private <B extends Button> B key(B button, String name) {
        button.getStyleClass().add("key");
        button.setUserData(name);
        return button;
    }

    private void type(String face) {
        if (!bounce.meant(face)) {
            return;
        }
        text.type(face);
        // One capital, then on in small letters; one accent, then on with the alphabet.
        if (page == KeyLayout.Page.CAPITALS || page == KeyLayout.Page.MORE) {
            show(KeyLayout.Page.LETTERS);
            refocus(face);
        }
    }

    /** Whoever goes by keys stays on the keyboard when its page has turned. */
    private void refocus(String face) {
        String small = face.toLowerCase(Locale.ROOT);
        for (Node row : getChildren()) {
            for (Node key : ((KeyRow) row).getChildren()) {
                if (small.equals(key.getUserData())) {
                    key.requestFocus();
                    return;
                }
            }
        }
    }

    private void erase() {
        if (bounce.meant("erase")) {
            text.erase();
        }
    }
}
