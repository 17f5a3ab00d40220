package chevet.bench;

import chevet.ward.stream.TestCard;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.robot.Robot;

/**
 * Reads a test card's number off the window as it was painted last. Nothing is drawn for it: a
 * snapshot of a picture takes as long as painting it, and would hold up what is to be measured.
 */
final class SeenNumber {
    private static final double BRIGHT = 0.5;

    private final Robot robot;
    private final Node picture;

    /** On the JavaFX thread. */
    SeenNumber(Node picture) {
        this.picture = picture;
        robot = new Robot();
    }

    /** 0 where no card is seen. On the JavaFX thread. */
    int read() {
        Bounds all = picture.getLayoutBounds();
        double x = TestCard.FIELDS_LEFT + TestCard.FIELD_WIDTH / 2;
        int number = 0;
        for (int field = 0; field < TestCard.FIELDS; field++) {
            double y = TestCard.FIELDS_TOP + (field + 0.5) * TestCard.FIELD_HEIGHT;
            Point2D at =
                    picture.localToScreen(
                            all.getMinX() + x * all.getWidth(),
                            all.getMinY() + y * all.getHeight());
            if (robot.getPixelColor(at).getBrightness() > BRIGHT) {
                number |= 1 << field;
            }
        }
        return number;
    }
}
