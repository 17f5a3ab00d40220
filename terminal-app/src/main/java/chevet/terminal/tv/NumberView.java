package chevet.terminal.tv;

import chevet.terminal.ui.Icon;
import chevet.terminal.ui.Kit;
import chevet.terminal.ui.NumberPad;
import javafx.scene.control.Button;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;

/** Big keys to type a channel's number. */
final class NumberView {
    private final VBox all;

    NumberView(Kit kit, TvInteractor interactor) {
        NumberPad keys =
                new NumberPad(
                        "tv",
                        NumberPad.digits(interactor::type),
                        kit.iconButton(Icon.Shape.ERASE, "tv.erase", interactor::erase),
                        kit.iconButton(Icon.Shape.CHECK, "tv.dial", interactor::dial));
        // As high as there is room, so that all of them are seen with large text too.
        for (int row = 0; row < 4; row++) {
            RowConstraints quarter = new RowConstraints();
            quarter.setVgrow(Priority.ALWAYS);
            keys.getRowConstraints().add(quarter);
        }
        keys.getChildren().forEach(key -> ((Button) key).setMaxHeight(Double.MAX_VALUE));
        all = new VBox(kit.text("tv.number.do"), keys);
        all.getStyleClass().add("tv-choices");
        VBox.setVgrow(keys, Priority.ALWAYS);
    }

    Region node() {
        return all;
    }
}
