package chevet.terminal.ui;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.geometry.NodeOrientation;
import javafx.scene.control.Button;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** Ten digits and two keys more, three in a row. On the JavaFX thread. */
public final class NumberPad extends GridPane {
    /**
     * @param style begins the names of its classes: {@code pad} gives {@code pad-keys} and {@code
     *     pad-key}
     * @param digits ten; the last stands between the two that are none
     */
    public NumberPad(String style, List<Button> digits, Button erase, Button done) {
        getStyleClass().add(style + "-keys");
        // A number pad has the same face in every language.
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        for (int column = 0; column < 3; column++) {
            ColumnConstraints third = new ColumnConstraints();
            third.setPercentWidth(100.0 / 3);
            third.setHgrow(Priority.ALWAYS);
            getColumnConstraints().add(third);
        }
        for (int place = 0; place < 9; place++) {
            add(digits.get(place), place % 3, place / 3);
        }
        addRow(3, erase, digits.get(9), done);
        getChildren()
                .forEach(
                        key -> {
                            key.getStyleClass().add(style + "-key");
                            ((Button) key).setMaxWidth(Double.MAX_VALUE);
                        });
    }

    /** Keys that say and give 1 to 9 and 0, in this order. */
    public static List<Button> digits(IntConsumer typed) {
        return IntStream.rangeClosed(1, 10)
                .map(digit -> digit % 10)
                .mapToObj(
                        digit -> {
                            String face = Integer.toString(digit);
                            Button button = new Button(face);
                            button.setAccessibleText(face);
                            button.setOnAction(_ -> typed.accept(digit));
                            return button;
                        })
                .toList();
    }
}
