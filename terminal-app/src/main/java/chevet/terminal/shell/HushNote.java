package chevet.terminal.shell;

import chevet.terminal.ui.Icon;
import chevet.terminal.ui.Kit;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/**
 * Says why nothing is heard while only headphones may be, and takes the patient's word for them.
 */
public final class HushNote extends VBox {
    public HushNote(Kit kit, Quiet quiet) {
        ObservableBooleanValue asks =
                Bindings.createBooleanBinding(
                        () -> quiet.pluggedProperty().get().isEmpty(), quiet.pluggedProperty());
        Label said =
                kit.text(
                        Bindings.createStringBinding(
                                () -> kit.words().text(key(quiet.pluggedProperty().get())),
                                quiet.pluggedProperty(),
                                kit.words().languageProperty()));
        said.setGraphic(new Icon(Icon.Shape.HEADPHONES));
        Button plugged =
                kit.button(Icon.Shape.CHECK, "quiet.headphones.in", quiet::saidToBePlugged);
        Kit.shownWhen(plugged, asks);
        getChildren().addAll(said, plugged);
        getStyleClass().add("hush-note");
        Kit.shownWhen(this, quiet.hushedProperty());
    }

    /** Where the device cannot tell, the patient must. */
    static String key(Optional<Boolean> plugged) {
        return plugged.isPresent() ? "quiet.headphones" : "quiet.headphones.say";
    }
}
