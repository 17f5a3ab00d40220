package chevet.terminal.library;

import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** A bar that is filled as far as something has come; words beside it say the same. */
final class Level extends Pane {
    private final ObservableValue<Double> fraction;
    private final Region done = new Region();

    /**
     * @param fraction 0 to 1
     */
    Level(ObservableValue<Double> fraction) {
        this.fraction = fraction;
        getStyleClass().add("level-bar");
        done.getStyleClass().add("level-done");
        getChildren().add(done);
        fraction.addListener((_, _, _) -> requestLayout());
    }

    @Override
    protected void layoutChildren() {
        double part = Math.clamp(fraction.getValue(), 0.0, 1.0);
        done.resizeRelocate(0, 0, snapSizeX(getWidth() * part), getHeight());
        done.setVisible(part > 0);
    }
}
