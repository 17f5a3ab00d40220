package chevet.terminal.ui;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * Shows what is being written, with a mark where it goes on; takes what comes from a real keyboard
 * too. On the JavaFX thread.
 */
public final class TypeField extends StackPane {
    private static final String CARET = "|";

    /**
     * @param prompt said while nothing is written
     */
    public TypeField(TypedText text, ObservableValue<String> prompt) {
        getStyleClass().add("type-field");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT_FIELD);
        accessibleTextProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> text.text().isEmpty() ? prompt.getValue() : text.text(),
                                text.textProperty(),
                                prompt));
        Label shown =
                new WrappingLabel(
                        Bindings.createStringBinding(
                                () ->
                                        text.text().isEmpty()
                                                ? prompt.getValue()
                                                : text.text() + CARET,
                                text.textProperty(),
                                prompt));
        shown.setMinHeight(Region.USE_PREF_SIZE);
        shown.setMaxWidth(Double.MAX_VALUE);
        shown.getStyleClass().add("type-field-text");
        text.textProperty().addListener((_, _, written) -> prompting(shown, written.isEmpty()));
        prompting(shown, text.text().isEmpty());
        getChildren().add(shown);
        addEventHandler(KeyEvent.KEY_TYPED, event -> typed(event, text));
        addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.BACK_SPACE) {
                        text.erase();
                        event.consume();
                    }
                });
        setOnMousePressed(_ -> requestFocus());
    }

    private static void prompting(Label shown, boolean empty) {
        shown.getStyleClass().remove("type-field-prompt");
        if (empty) {
            shown.getStyleClass().add("type-field-prompt");
        }
    }

    private static void typed(KeyEvent event, TypedText text) {
        String typed = event.getCharacter();
        boolean letter =
                !typed.isEmpty()
                        && !event.isControlDown()
                        && !event.isMetaDown()
                        && typed.codePoints().noneMatch(Character::isISOControl);
        if (letter) {
            text.type(typed);
            event.consume();
        }
    }
}
