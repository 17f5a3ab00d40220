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
 * The picture with its buttons below and the list beside it; with larger text everything below the
 * picture, which always stays in sight; or the picture alone.
 */
final class TvLayout extends StackPane {
    /** Widths in em that both need to stand side by side. */
    private static final double PICTURE = 26;

    private static final double LIST = 20.5;
    private static final double GAP = 24;

    /** Of the height: the least that the picture has beside a list, and above one. */
    private static final double BESIDE = 0.55;

    private static final double ABOVE = 0.5;

    private final Kit kit;
    private final Region picture;
    private final Region buttons;
    private final Region tabs;
    private final Region panel;
    private Scroller scroller;
    private boolean stacked;
    private boolean whole;
    private TextSize size;

    TvLayout(Kit kit, Region picture, Region buttons, Region tabs, Region panel) {
        this.kit = kit;
        this.picture = picture;
        this.buttons = buttons;
        this.tabs = tabs;
        this.panel = panel;
        scroller = new Scroller(kit, new VBox());
        size = kit.look().textSizeProperty().get();
        place();
        widthProperty().addListener((_, _, _) -> arrange());
        kit.look().textSizeProperty().addListener((_, _, _) -> arrange());
    }

    /** The picture alone, or all again. */
    void whole(boolean alone) {
        if (alone != whole) {
            whole = alone;
            place();
        }
    }

    /** Shows the beginning of the panel. */
    void toTop() {
        if (stacked) {
            scroller.toTopOf(tabs);
        } else {
            scroller.toTop();
        }
    }

    private void arrange() {
        if (getWidth() <= 0 || whole) {
            return;
        }
        boolean narrow = getWidth() < kit.look().em(PICTURE + LIST) + GAP;
        TextSize now = kit.look().textSizeProperty().get();
        if (narrow != stacked || now != size) {
            stacked = narrow;
            size = now;
            place();
        }
    }

    private void place() {
        getChildren().setAll(whole ? picture : stacked ? stack() : columns());
    }

    private Node columns() {
        scroller = new Scroller(kit, scrolled(panel));
        VBox.setVgrow(scroller, Priority.ALWAYS);
        VBox list = new VBox(tabs, scroller);
        list.getStyleClass().add("tv-list");
        list.setMinWidth(kit.look().em(LIST));
        list.setMaxWidth(kit.look().em(LIST));
        Node left = new Over(picture, buttons, new Scroller(kit, buttons), BESIDE);
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox columns = new HBox(left, list);
        columns.getStyleClass().add("tv-columns");
        return columns;
    }

    private Node stack() {
        VBox below = new VBox(buttons, tabs, panel);
        below.getStyleClass().addAll("scrolled", "tv-stack");
        scroller = new Scroller(kit, below);
        return new Over(picture, below, scroller, ABOVE);
    }

    private static VBox scrolled(Region content) {
        VBox box = new VBox(content);
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
            double high = Math.max(share, Math.ceil(above.minHeight(getWidth())));
            double upper = Math.floor(Math.min(high, getHeight() - BETWEEN));
            above.resizeRelocate(0, 0, getWidth(), upper);
            below.resizeRelocate(0, upper + BETWEEN, getWidth(), getHeight() - upper - BETWEEN);
        }
    }
}
