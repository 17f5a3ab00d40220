package chevet.terminal.tv;

import chevet.terminal.ui.Kit;
import chevet.terminal.ui.Scroller;
import chevet.terminal.ui.TextSize;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * The picture with its buttons below and the list beside it; where that leaves no room for what the
 * picture has to say, everything below the picture, which always stays in sight; or the picture
 * alone.
 */
final class TvLayout extends StackPane {
    /** Widths in em that both need to stand side by side. */
    private static final double PICTURE = 26;

    private static final double LIST = 20.5;

    /** Beside large text the picture is small: it can be enlarged with a touch. */
    private static final double SMALL = 8;

    private static final double GAP = 24;

    /** Of the height: the least that the picture has beside a list, and above one. */
    private static final double BESIDE = 0.55;

    private static final double ABOVE = 0.5;

    /** Pictures are 16 to 9. */
    private static final double WIDE = 9.0 / 16;

    private final Kit kit;
    private final Region picture;
    private final TvButtons buttons;
    private final Region tabs;
    private final Region panel;
    private final Runnable moved;
    private Scroller scroller;
    private boolean stacked;
    private boolean whole;
    private boolean titled;
    private TextSize size;

    /**
     * @param moved called whenever other parts of the panel may be in sight than before
     */
    TvLayout(
            Kit kit, Region picture, TvButtons buttons, Region tabs, Region panel, Runnable moved) {
        this.kit = kit;
        this.picture = picture;
        this.buttons = buttons;
        this.tabs = tabs;
        this.panel = panel;
        this.moved = moved;
        scroller = new Scroller(kit, new VBox());
        size = kit.look().textSizeProperty().get();
        place();
    }

    /** The picture alone, or all again. */
    void whole(boolean alone) {
        if (alone != whole) {
            whole = alone;
            place();
        }
    }

    /**
     * Shows the beginning of another panel.
     *
     * @param own it has a title and a way back of its own, so that the tabs may go where room is
     *     wanting
     */
    void opened(boolean own) {
        titled = own;
        tabs();
        if (stacked) {
            scroller.toTopOf(tabs.isVisible() ? tabs : panel);
        } else {
            scroller.toTop();
        }
    }

    /** Some of that part of the panel is in sight. */
    boolean shows(Node part) {
        return !whole && scroller.shows(part);
    }

    /** Moves the list to that part of it; below the picture the buttons stay where they are. */
    void follow(Node part) {
        if (!whole && !stacked) {
            scroller.toSightOf(part);
        }
    }

    private void tabs() {
        boolean shown = !(titled && narrow());
        Kit.show(tabs, shown);
    }

    /** Only now it is known how much room the picture's words take. */
    @Override
    protected void layoutChildren() {
        arrange();
        super.layoutChildren();
    }

    private void arrange() {
        if (getWidth() <= 0 || whole) {
            return;
        }
        boolean beside = !narrow() || (holds(SMALL) && !wordy());
        TextSize now = kit.look().textSizeProperty().get();
        buttons.enlargeFirst(narrow());
        if (beside == stacked || now != size) {
            stacked = !beside;
            size = now;
            tabs();
            place();
        }
    }

    private boolean narrow() {
        return !holds(PICTURE);
    }

    private boolean holds(double picture) {
        return getWidth() >= kit.look().em(picture + LIST) + GAP;
    }

    private boolean wordy() {
        double room = getWidth() - kit.look().em(LIST) - GAP;
        return picture.minHeight(room) > room * WIDE;
    }

    private void place() {
        getChildren().setAll(whole ? picture : stacked ? stack() : columns());
    }

    private Node columns() {
        scroller = new Scroller(kit, scrolled(panel));
        scroller.onMoved(moved);
        VBox.setVgrow(scroller, Priority.ALWAYS);
        VBox list = new VBox(tabs, scroller);
        list.getStyleClass().add("tv-list");
        list.setMinWidth(kit.look().em(LIST));
        list.setMaxWidth(kit.look().em(LIST));
        Node left = new Over(picture, buttons.node(), new Scroller(kit, buttons.node()), BESIDE);
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox columns = new HBox(left, list);
        columns.getStyleClass().add("tv-columns");
        return columns;
    }

    private Node stack() {
        buttons.enlargeFirst(false);
        VBox below = new VBox(buttons.node(), tabs, panel);
        below.getStyleClass().addAll("scrolled", "tv-stack");
        scroller = new Scroller(kit, below);
        scroller.onMoved(moved);
        return new Over(picture, below, scroller, ABOVE);
    }

    private static VBox scrolled(Region content) {
        VBox box = new VBox(content);
        VBox.setVgrow(content, Priority.ALWAYS);
        box.getStyleClass().add("scrolled");
        return box;
    }

    /** The picture above, as high as what is below leaves room for, but never small. */
    private static final class Over extends Pane {
        private static final double BETWEEN = 14;

        private final Region above;
        private final Region content;
        private final Region below;
        private final double least;

        Over(Region above, Region content, Region below, double least) {
            super(above, below);
            this.above = above;
            this.content = content;
            this.below = below;
            this.least = least;
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
            double needed = Math.ceil(content.minHeight(getWidth()));
            double share = Math.max(getHeight() * least, getHeight() - needed - BETWEEN);
            // More height than that would only be black.
            double seen = Math.min(share, Math.ceil(getWidth() * WIDE));
            double high = Math.max(seen, Math.ceil(above.minHeight(getWidth())));
            double upper = Math.floor(Math.min(high, getHeight() - BETWEEN));
            above.resizeRelocate(0, 0, getWidth(), upper);
            below.resizeRelocate(0, upper + BETWEEN, getWidth(), getHeight() - upper - BETWEEN);
        }
    }
}
