package chevet.terminal;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;

/**
 * A finger and a keyboard on a terminal: real presses through the window, where things are seen,
 * without the way that a mouse would take there.
 */
public final class Finger {
    private final Bedside bedside;
    private final Robot robot = Bedside.onScreen(() -> new Robot());

    public Finger(Bedside bedside) {
        this.bedside = bedside;
    }

    /** Presses the middle of it, and waits until all that follows is done. */
    public void tap(Node node) {
        Bedside.onScreen(
                () -> {
                    Bounds bounds = node.localToScreen(node.getLayoutBounds());
                    robot.mouseMove(bounds.getCenterX(), bounds.getCenterY());
                });
        Bedside.onScreen(() -> robot.mousePress(MouseButton.PRIMARY));
        Bedside.onScreen(() -> robot.mouseRelease(MouseButton.PRIMARY));
        bedside.settle();
    }

    /** Presses a key, and waits likewise. */
    public void type(KeyCode key) {
        Bedside.onScreen(() -> robot.keyPress(key));
        Bedside.onScreen(() -> robot.keyRelease(key));
        bedside.settle();
    }
}
