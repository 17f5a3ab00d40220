package chevet.terminal.tv;

import chevet.terminal.ui.Icon;
import chevet.terminal.ui.Kit;
import javafx.geometry.NodeOrientation;
import javafx.scene.control.Button;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;

/** Big keys to type a channel's number. */
final class NumberView {
    private final VBox all;

    NumberView(Kit kit, TvInteractor interactor) {
        GridPane keys = new GridPane();
        keys.getStyleClass().add("tv-keys");
        // A number pad has the same face in every language.
        keys.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        for (int column = 0; column < 3; column++) {
            ColumnConstraints third = new ColumnConstraints();
            third.setPercentWidth(100.0 / 3);
            third.setHgrow(Priority.ALWAYS);
            keys.getColumnConstraints().add(third);
        }
        for (int row = 0; row < 4; row++) {
            RowConstraints quarter = new RowConstraints();
            quarter.setVgrow(Priority.ALWAYS);
            keys.getRowConstraints().add(quarter);
        }
        for (int digit = 1; digit <= 9; digit++) {
            keys.add(digit(digit, interactor), (digit - 1) % 3, (digit - 1) / 3);
        }
        keys.add(wide(kit.iconButton(Icon.Shape.ERASE, "tv.erase", interactor::erase)), 0, 3);
        keys.add(digit(0, interactor), 1, 3);
        keys.add(wide(kit.iconButton(Icon.Shape.CHECK, "tv.dial", interactor::dial)), 2, 3);
        all = new VBox(kit.text("tv.number.do"), keys);
        all.getStyleClass().add("tv-choices");
        VBox.setVgrow(keys, Priority.ALWAYS);
    }

    Region node() {
        return all;
    }

    private static Button digit(int digit, TvInteractor interactor) {
        String face = Integer.toString(digit);
        Button button = new Button(face);
        button.setAccessibleText(face);
        button.setOnAction(_ -> interactor.type(digit));
        return wide(button);
    }

    /** As high as there is room, so that all of them are seen with large text too. */
    private static Button wide(Button button) {
        button.getStyleClass().add("tv-key");
        button.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        return button;
    }
}
