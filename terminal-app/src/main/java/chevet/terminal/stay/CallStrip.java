package chevet.terminal.stay;

import chevet.terminal.ui.Icon;
import chevet.terminal.ui.Kit;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/**
 * That the room's call button stays the call button: always seen, whatever is scrolled or written
 * below it, and louder while words sound like a symptom. On the JavaFX thread.
 */
final class CallStrip extends HBox {
    /** From this size of text on, in per cent, the short sentence leaves room for the rest. */
    private static final int LARGE = 150;

    CallStrip(Kit kit, StayModel model) {
        BooleanBinding now =
                Bindings.createBooleanBinding(
                        () -> model.writing().get() && model.sounds().get(),
                        model.writing(),
                        model.sounds());
        StringBinding text =
                Bindings.createStringBinding(
                        () -> {
                            boolean large = kit.look().textSizeProperty().get().percent() >= LARGE;
                            String key = now.get() ? "stay.write.sounds" : "stay.call-button";
                            return kit.words().text(large ? key + ".short" : key);
                        },
                        now,
                        kit.look().textSizeProperty(),
                        kit.words().languageProperty());
        Label said = kit.strong(text);
        getChildren().addAll(new Icon(Icon.Shape.BELL), said);
        HBox.setHgrow(said, Priority.ALWAYS);
        getStyleClass().add("stay-call");
        setId("stay-call-button");
        now.addListener(
                (_, _, loud) -> {
                    getStyleClass().remove("stay-call-now");
                    if (loud) {
                        getStyleClass().add("stay-call-now");
                    }
                });
    }
}
