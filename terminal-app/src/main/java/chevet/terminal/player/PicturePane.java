package chevet.terminal.player;

import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.media.MediaView;
import javafx.scene.shape.Rectangle;

/**
 * The picture of whichever pipeline plays, in its own proportions on black, and the cues over it.
 */
final class PicturePane extends Region {
    private static final double SIDE = 0.02;

    private final CueBoard cues = new CueBoard();
    private Optional<Node> seen = Optional.empty();

    PicturePane() {
        getStyleClass().add("picture");
        getStylesheets().add(chevet.terminal.ui.Look.sheet(PicturePane.class, "player.css"));
        getChildren().add(cues);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        setMinSize(0, 0);
    }

    CueBoard cues() {
        return cues;
    }

    /** Shows another pipeline's picture in place of the old one. */
    void show(Node next) {
        seen.ifPresent(getChildren()::remove);
        seen = Optional.of(next);
        getChildren().addFirst(next);
        next.layoutBoundsProperty().addListener((_, _, _) -> requestLayout());
        requestLayout();
    }

    void clear() {
        seen.ifPresent(getChildren()::remove);
        seen = Optional.empty();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        seen.ifPresent(each -> fit(each, width, height));
        cues.resizeRelocate(0, 0, width, height * (1 - SIDE));
    }

    private static void fit(Node node, double width, double height) {
        if (node instanceof ImageView view) {
            view.setPreserveRatio(true);
            view.setFitWidth(width);
            view.setFitHeight(height);
        } else if (node instanceof MediaView view) {
            view.setPreserveRatio(true);
            view.setFitWidth(width);
            view.setFitHeight(height);
        }
        Bounds size = node.getLayoutBounds();
        node.relocate((width - size.getWidth()) / 2, (height - size.getHeight()) / 2);
    }
}
