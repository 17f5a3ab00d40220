package chevet.terminal.ui;

import java.util.List;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;

/**
 * Paper over the four corners of what it lies on. A clip with round corners would have every frame
 * of a film painted twice: beside itself, and then into its place.
 */
public final class RoundCorners extends Region {
    private static final double RADIUS = 24;

    /** One corner, as it lies above at the left. */
    private static final String CORNER = "M0 0 H24 A24 24 0 0 0 0 24 Z";

    private final List<SVGPath> corners =
            List.of(corner(1, 1), corner(-1, 1), corner(1, -1), corner(-1, -1));

    /**
     * @param square while true there are none
     */
    public RoundCorners(ObservableBooleanValue square) {
        getStyleClass().add("round-corners");
        setMouseTransparent(true);
        // It takes the room that there is and asks for none.
        setMinSize(0, 0);
        setPrefSize(0, 0);
        getChildren().addAll(corners);
        square.subscribe(now -> setVisible(!now));
    }

    private static SVGPath corner(double right, double down) {
        SVGPath corner = new SVGPath();
        corner.setContent(CORNER);
        corner.getStyleClass().add("round-corner");
        corner.setScaleX(right);
        corner.setScaleY(down);
        return corner;
    }

    @Override
    protected void layoutChildren() {
        double right = getWidth() - RADIUS;
        double low = getHeight() - RADIUS;
        corners.get(1).setLayoutX(right);
        corners.get(3).setLayoutX(right);
        corners.get(2).setLayoutY(low);
        corners.get(3).setLayoutY(low);
    }
}
