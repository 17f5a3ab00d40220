package chevet.terminal.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;

/** Lays the views of interruptions over the frame, which stands still below. */
final class Cover implements Interruptions {
    private final AudioFocus focus;
    private final StackPane root = new StackPane();
    private final List<Layer> layers = new ArrayList<>();
    private final ReadOnlyBooleanWrapper on = new ReadOnlyBooleanWrapper();

    /** Where the keys went before. */
    private Optional<Node> focused = Optional.empty();

    private record Layer(Kind kind, Parent view) {}

    Cover(AudioFocus focus) {
        this.focus = focus;
        root.getStyleClass().add("cover");
        root.visibleProperty().bind(on);
        root.managedProperty().bind(on);
    }

    Parent root() {
        return root;
    }

    /** Something interrupts now. */
    ReadOnlyBooleanProperty onProperty() {
        return on.getReadOnlyProperty();
    }

    @Override
    public AudioFocus.Held begin(Kind kind, Parent view) {
        if (layers.isEmpty()) {
            focused =
                    Optional.ofNullable(root.getScene())
                            .flatMap(scene -> Optional.ofNullable(scene.getFocusOwner()));
        }
        AudioFocus.Held silence = focus.interrupt();
        Layer layer = new Layer(kind, view);
        layers.add(layer);
        layers.sort(Comparator.comparing(Layer::kind));
        root.getChildren().setAll(layers.stream().map(Layer::view).toList());
        show();
        return () -> end(layer, silence);
    }

    private void end(Layer layer, AudioFocus.Held silence) {
        if (layers.remove(layer)) {
            root.getChildren().remove(layer.view());
            show();
            silence.close();
        }
    }

    private void show() {
        on.set(!layers.isEmpty());
        for (Layer each : layers) {
            each.view().setVisible(each.equals(layers.getLast()));
        }
        if (layers.isEmpty()) {
            focused.ifPresent(Node::requestFocus);
            focused = Optional.empty();
        } else {
            // Keys must not reach what lies below.
            layers.getLast().view().requestFocus();
        }
    }
}
