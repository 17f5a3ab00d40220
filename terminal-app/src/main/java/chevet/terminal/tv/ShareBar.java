package chevet.terminal.tv;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** How much of a programme has been; its words stand beside it. */
final class ShareBar extends Pane {
    private final Region done = new Region();
    private double share;

    ShareBar() {
        getStyleClass().add("share");
        done.getStyleClass().add("share-done");
        getChildren().add(done);
    }

    /**
     * @param part 0 to 1
     */
    void show(double part) {
        share = part;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        done.resizeRelocate(0, 0, getWidth() * share, getHeight());
    }
}
