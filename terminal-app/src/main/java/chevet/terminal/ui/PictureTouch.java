package chevet.terminal.ui;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** A touch on a picture itself: not on a button over it, and not a pull. */
public final class PictureTouch {
    private PictureTouch() {}

    /**
     * @param touched called after each one
     */
    public static void on(Node picture, Runnable touched) {
        picture.addEventHandler(
                MouseEvent.MOUSE_CLICKED,
                event -> {
                    boolean pressed = event.getTarget() instanceof Node node && within(node);
                    if (event.getButton() == MouseButton.PRIMARY
                            && event.isStillSincePress()
                            && !pressed) {
                        touched.run();
                    }
                });
    }

    private static boolean within(Node node) {
        for (Node up = node; up != null; up = up.getParent()) {
            if (up instanceof Button) {
                return true;
            }
        }
        return false;
    }
}
