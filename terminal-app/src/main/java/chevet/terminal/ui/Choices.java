package chevet.terminal.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;

/**
 * One of several, side by side: the chosen one is in the brand's colour and has a tick. Pressing
 * one asks for it; what is chosen is what the value says.
 */
public final class Choices<T> extends FlowPane {
    private final Map<T, ToggleButton> buttons = new LinkedHashMap<>();
    private final ObservableValue<T> value;

    /**
     * @param name live name of each
     */
    public Choices(
            List<T> all,
            ObservableValue<T> value,
            Function<T, ObservableValue<String>> name,
            Consumer<T> asked) {
        this.value = value;
        getStyleClass().addAll("row", "choices");
        for (T each : all) {
            ToggleButton button = new ToggleButton();
            Kit.name(button, name.apply(each));
            button.accessibleTextProperty().bind(name.apply(each));
            button.setOnAction(
                    _ -> {
                        asked.accept(each);
                        mark();
                    });
            buttons.put(each, button);
            getChildren().add(button);
        }
        value.addListener((_, _, _) -> mark());
        mark();
    }

    /** The button of one of them. */
    public ToggleButton button(T of) {
        return Objects.requireNonNull(buttons.get(of), "not one of the choices");
    }

    private void mark() {
        buttons.forEach(
                (each, button) -> {
                    boolean chosen = each.equals(value.getValue());
                    button.setSelected(chosen);
                    button.setGraphic(chosen ? new Icon(Icon.Shape.CHECK) : null);
                });
    }
}
