package chevet.terminal.meal;

import chevet.terminal.ui.Choices;
import chevet.terminal.ui.Icon;
import chevet.terminal.ui.Kit;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;

/** The big keys of a food profile at the bed. On the JavaFX thread. */
final class FoodKeys {
    private final Kit kit;

    FoodKeys(Kit kit) {
        this.kit = kit;
    }

    /** A key that is on or off. */
    ToggleButton tick(String id, String name, boolean on, Runnable pressed) {
        ToggleButton tick = new ToggleButton();
        Kit.name(tick, new SimpleStringProperty(name));
        tick.setAccessibleText(name);
        tick.setSelected(on);
        tick.setGraphic(on ? new Icon(Icon.Shape.CHECK) : null);
        tick.setOnAction(_ -> pressed.run());
        tick.setId(id);
        return tick;
    }

    /**
     * Any of several.
     *
     * @param fixed what cannot be taken away here
     */
    <E> List<Node> ticks(
            List<E> all, Set<E> on, Set<E> fixed, Function<E, String> name, Consumer<E> pressed) {
        FlowPane keys = kit.row();
        keys.getStyleClass().add("choices");
        for (E each : all) {
            ToggleButton key =
                    tick(
                            "pane-food-" + each,
                            name.apply(each),
                            on.contains(each),
                            () -> pressed.accept(each));
            if (fixed.contains(each)) {
                key.setDisable(true);
                key.setGraphic(new Icon(Icon.Shape.LOCK));
            }
            keys.getChildren().add(key);
        }
        return fixed.isEmpty()
                ? List.of(keys)
                : List.of(keys, kit.secondary(kit.words().live("meal.food.fixed")));
    }

    /** One of several. */
    <T> Choices<T> choices(
            String id, List<T> all, T is, Function<T, String> name, Consumer<T> pressed) {
        Choices<T> choices =
                new Choices<>(
                        all,
                        new SimpleObjectProperty<>(is),
                        each -> new SimpleStringProperty(name.apply(each)),
                        pressed);
        for (int i = 0; i < all.size(); i++) {
            choices.button(all.get(i)).setId("pane-food-" + id + "-" + i);
        }
        return choices;
    }
}
