package chevet.terminal.ui;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * Shows what is higher than the room for it: by a finger's pull, by two big buttons that are there
 * only when there is more, and by itself when the focus moves to something outside. Content lower
 * than the room is stretched to it.
 */
public final class Scroller extends HBox {
    private final ScrollPane pane = new ScrollPane();
    private final Region content;

    public Scroller(Kit kit, Region content) {
        this.content = content;
        getStyleClass().add("scroller");
        pane.setContent(content);
        pane.setFitToWidth(true);
        pane.setFitToHeight(true);
        pane.setPannable(true);
        pane.setFocusTraversable(false);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.setMinHeight(0);
        HBox.setHgrow(pane, Priority.ALWAYS);

        Button up = kit.iconButton(Icon.Shape.UP, "scroll.up", () -> page(-1));
        Button down = kit.iconButton(Icon.Shape.DOWN, "scroll.down", () -> page(1));
        BooleanBinding more =
                Bindings.createBooleanBinding(
                        () -> content.getHeight() > pane.getViewportBounds().getHeight() + 1,
                        content.heightProperty(),
                        pane.viewportBoundsProperty());
        up.disableProperty().bind(more.not().or(pane.vvalueProperty().lessThanOrEqualTo(0.001)));
        down.disableProperty()
                .bind(more.not().or(pane.vvalueProperty().greaterThanOrEqualTo(0.999)));
        Region between = new Region();
        VBox.setVgrow(between, Priority.ALWAYS);
        VBox buttons = new VBox(up, between, down);
        buttons.getStyleClass().add("scroller-buttons");
        buttons.visibleProperty().bind(more);
        buttons.managedProperty().bind(more);
        getChildren().addAll(pane, buttons);
        sceneProperty()
                .addListener(
                        (_, _, scene) -> {
                            if (scene != null) {
                                scene.focusOwnerProperty()
                                        .addListener((_, _, owner) -> reveal(owner));
                            }
                        });
    }

    /** Back to the beginning. */
    public void toTop() {
        pane.setVvalue(0);
    }

    private void page(int direction) {
        double room = pane.getViewportBounds().getHeight();
        double hidden = content.getHeight() - room;
        if (hidden > 0) {
            double moved = pane.getVvalue() + direction * 0.8 * room / hidden;
            pane.setVvalue(Math.clamp(moved, 0, 1));
        }
    }

    private void reveal(Node owner) {
        if (owner == null || !within(owner)) {
            return;
        }
        double room = pane.getViewportBounds().getHeight();
        double hidden = content.getHeight() - room;
        if (hidden <= 0) {
            return;
        }
        Bounds bounds = content.sceneToLocal(owner.localToScene(owner.getBoundsInLocal()));
        double top = pane.getVvalue() * hidden;
        double margin = 12;
        if (bounds.getMinY() - margin < top) {
            pane.setVvalue(Math.clamp((bounds.getMinY() - margin) / hidden, 0, 1));
        } else if (bounds.getMaxY() + margin > top + room) {
            pane.setVvalue(Math.clamp((bounds.getMaxY() + margin - room) / hidden, 0, 1));
        }
    }

    private boolean within(Node owner) {
        for (Node node = owner; node != null; node = node.getParent()) {
            if (node == content) {
                return true;
            }
        }
        return false;
    }
}
