package chevet.terminal.ui;

import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/**
 * Shows what is higher than the room for it: by a finger's pull, by two big buttons that are there
 * only when there is more, and by itself when the focus moves to something outside. Content lower
 * than the room is stretched to it.
 */
public final class Scroller extends Pane {
    private static final double GAP = 12;

    /** Narrower than so many of its buttons, it has them below. */
    private static final double NARROW = 5;

    private final ScrollPane pane = new ScrollPane();
    private final Region content;
    private final Holder holder;
    private final Button up;
    private final Button down;

    /** What is kept at the upper edge while the content takes its place. */
    private Optional<Node> aim = Optional.empty();

    public Scroller(Kit kit, Region content) {
        this.content = content;
        this.holder = new Holder(content);
        getStyleClass().add("scroller");
        pane.setContent(holder);
        pane.setFitToWidth(true);
        pane.setPannable(true);
        pane.setFocusTraversable(false);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        up = kit.iconButton(Icon.Shape.UP, "scroll.up", () -> page(-1));
        down = kit.iconButton(Icon.Shape.DOWN, "scroll.down", () -> page(1));
        up.disableProperty().bind(pane.vvalueProperty().lessThanOrEqualTo(0.001));
        down.disableProperty().bind(pane.vvalueProperty().greaterThanOrEqualTo(0.999));
        // JavaFX keeps what it shows as an image, and paints that image anew and whole for each
        // change in it: without a graphics card that is dearer than painting the change.
        pane.skinProperty()
                .addListener(
                        (_, _, _) ->
                                pane.lookupAll(".viewport").forEach(each -> each.setCache(false)));
        getChildren().addAll(pane, up, down);
        pane.addEventFilter(ScrollEvent.SCROLL, _ -> aim = Optional.empty());
        pane.addEventFilter(MouseEvent.MOUSE_DRAGGED, _ -> aim = Optional.empty());
        holder.heightProperty().addListener((_, _, _) -> aimAgain());
        pane.viewportBoundsProperty().addListener((_, _, _) -> aimAgain());
        // What is shown may become higher or lower without the pane around it hearing of it.
        holder.heightProperty().addListener((_, _, _) -> requestLayout());
        holder.needsLayoutProperty()
                .addListener(
                        (_, _, needed) -> {
                            if (needed) {
                                requestLayout();
                            }
                        });
        ChangeListener<Node> follow = (_, _, owner) -> reveal(owner);
        sceneProperty()
                .addListener(
                        (_, before, scene) -> {
                            if (before != null) {
                                before.focusOwnerProperty().removeListener(follow);
                            }
                            if (scene != null) {
                                scene.focusOwnerProperty().addListener(follow);
                            }
                        });
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        double left = snappedLeftInset();
        double top = snappedTopInset();
        double width = getWidth() - left - snappedRightInset();
        double height = getHeight() - top - snappedBottomInset();
        boolean more = content.minHeight(width) > height + 1;
        double side = snapSizeX(down.prefWidth(-1));
        double high = snapSizeY(down.prefHeight(-1));
        up.setVisible(more);
        down.setVisible(more);
        if (more && width < NARROW * side) {
            // Beside a narrow column they would take the words' room.
            double room = height - high - GAP;
            holder.room(room);
            pane.resizeRelocate(left, top, width, room);
            up.resizeRelocate(left, top + height - high, side, high);
            down.resizeRelocate(left + width - side, top + height - high, side, high);
            return;
        }
        holder.room(height);
        // Where there is no height for one above the other they stand side by side.
        boolean low = height < 2 * high + GAP;
        double column = low ? 2 * side + GAP : side;
        pane.resizeRelocate(left, top, more ? width - column - GAP : width, height);
        up.resizeRelocate(left + width - column, low ? top + height - high : top, side, high);
        down.resizeRelocate(left + width - side, top + height - high, side, high);
    }

    /** Gives the content the height it needs, or the height of the room where that is more. */
    private static final class Holder extends Pane {
        private final Region content;
        private double room;

        Holder(Region content) {
            super(content);
            this.content = content;
        }

        void room(double height) {
            if (height != room) {
                room = height;
                requestLayout();
            }
        }

        @Override
        public Orientation getContentBias() {
            return Orientation.HORIZONTAL;
        }

        @Override
        protected double computePrefHeight(double width) {
            return Math.max(room, content.minHeight(width));
        }

        @Override
        protected double computeMinHeight(double width) {
            return computePrefHeight(width);
        }

        @Override
        protected void layoutChildren() {
            content.resizeRelocate(0, 0, getWidth(), getHeight());
        }
    }

    /** Back to the beginning. */
    public void toTop() {
        aim = Optional.empty();
        pane.setVvalue(0);
    }

    /**
     * Shows a part of the content from its upper edge on, and keeps to that while all takes its
     * place, until somebody goes elsewhere.
     */
    public void toTopOf(Node part) {
        aim = Optional.of(part);
        Platform.runLater(this::keepToAim);
    }

    private void aimAgain() {
        if (aim.isPresent()) {
            Platform.runLater(this::keepToAim);
        }
    }

    private void keepToAim() {
        if (aim.filter(this::within).isEmpty()) {
            return;
        }
        Node part = aim.get();
        applyCss();
        // Once for the buttons beside it, and once for lines that they made shorter.
        layout();
        layout();
        double hidden = content.getHeight() - pane.getViewportBounds().getHeight();
        if (hidden > 0) {
            Bounds bounds = content.sceneToLocal(part.localToScene(part.getLayoutBounds()));
            pane.setVvalue(Math.clamp(bounds.getMinY() / hidden, 0, 1));
        }
    }

    /** Brings that part of the content into sight, when all has taken its place. */
    public void toSightOf(Node part) {
        Platform.runLater(
                () -> {
                    applyCss();
                    layout();
                    reveal(part);
                });
    }

    /** Some of that part of the content is in sight. */
    public boolean shows(Node part) {
        return within(part)
                && pane.sceneToLocal(part.localToScene(part.getLayoutBounds()))
                        .intersects(pane.getLayoutBounds());
    }

    /**
     * @param moved called whenever other parts may be in sight than before
     */
    public void onMoved(Runnable moved) {
        pane.vvalueProperty().addListener((_, _, _) -> moved.run());
        pane.viewportBoundsProperty().addListener((_, _, _) -> moved.run());
        holder.heightProperty().addListener((_, _, _) -> moved.run());
    }

    private void page(int direction) {
        aim = Optional.empty();
        double room = pane.getViewportBounds().getHeight();
        double hidden = holder.getHeight() - room;
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
        double hidden = holder.getHeight() - room;
        if (hidden <= 0) {
            return;
        }
        Bounds bounds = content.sceneToLocal(owner.localToScene(owner.getBoundsInLocal()));
        double top = pane.getVvalue() * hidden;
        double margin = 12;
        if (bounds.getMinY() - margin < top) {
            aim = Optional.empty();
            pane.setVvalue(Math.clamp((bounds.getMinY() - margin) / hidden, 0, 1));
        } else if (bounds.getMaxY() + margin > top + room) {
            aim = Optional.empty();
            pane.setVvalue(Math.clamp((bounds.getMaxY() + margin - room) / hidden, 0, 1));
        }
    }

    private boolean within(Node owner) {
        for (Node node = owner; node != null; node = node.getParent()) {
            if (node.equals(content)) {
                return true;
            }
        }
        return false;
    }
}
