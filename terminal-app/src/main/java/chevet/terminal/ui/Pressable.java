package chevet.terminal.ui;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;

/**
 * A surface with anything on it that can be pressed: by touch, by Enter or Space. Unlike a button
 * its content wraps to the width that it is given.
 */
public final class Pressable extends StackPane {
    private static final PseudoClass ARMED = PseudoClass.getPseudoClass("armed");
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final Runnable action;
    private final BooleanProperty selected = new SimpleBooleanProperty();

    /**
     * @param name what it is called, for those who do not see it
     */
    public Pressable(Node content, ObservableValue<String> name, Runnable action) {
        super(content);
        this.action = action;
        getStyleClass().add("pressable");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        accessibleTextProperty().bind(name);
        selected.addListener((_, _, now) -> pseudoClassStateChanged(SELECTED, now));
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        addEventHandler(KeyEvent.KEY_PRESSED, this::typed);
    }

    /** It is the one that is chosen: shown by its edge; its content must say so too. */
    public BooleanProperty selectedProperty() {
        return selected;
    }

    /** Does what pressing does. */
    public void fire() {
        if (!isDisabled()) {
            action.run();
        }
    }

    private void pressed(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY) {
            requestFocus();
            pseudoClassStateChanged(ARMED, true);
        }
    }

    private void released(MouseEvent event) {
        boolean armed = getPseudoClassStates().contains(ARMED);
        pseudoClassStateChanged(ARMED, false);
        // A finger that slid away, or that scrolled the list, did not choose.
        if (armed && contains(event.getX(), event.getY()) && event.isStillSincePress()) {
            fire();
        }
    }

    private void typed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            event.consume();
            fire();
        }
    }

    /** A stack pane asks its content how low it may be at the stack's width, padding and all. */
    @Override
    protected double computeMinHeight(double width) {
        return super.computeMinHeight(
                width < 0 ? width : width - snappedLeftInset() - snappedRightInset());
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.SELECTED
                ? (Object) selected.get()
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.FIRE) {
            fire();
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }
}
