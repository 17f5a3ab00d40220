package chevet.terminal.stay;

import chevet.terminal.ui.Columns;
import chevet.terminal.ui.Icon;
import chevet.terminal.ui.Keyboard;
import chevet.terminal.ui.Kit;
import chevet.terminal.ui.Scroller;
import chevet.terminal.ui.TypeField;
import chevet.terminal.ui.TypedText;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A question in the patient's own words, on big keys. */
final class WriteView {
    /** From this size of text on, in per cent, there is no room for a word of explanation. */
    private static final int LARGE = 150;

    private final Kit kit;
    private final StayModel model;
    private final StayInteractor interactor;
    private final Keyboard keyboard;
    private final Scroller root;

    WriteView(Kit kit, StayModel model, StayInteractor interactor, TypedText typed) {
        this.kit = kit;
        this.model = model;
        this.interactor = interactor;
        this.keyboard = new Keyboard(kit, typed);
        TypeField field = new TypeField(typed, kit.words().live("stay.write.prompt"));
        field.setId("stay-field");
        Button send = kit.primary("stay.write.send", this::send);
        send.setGraphic(new Icon(Icon.Shape.SENDING));
        send.setId("stay-send");
        send.setMaxWidth(Double.MAX_VALUE);
        send.disableProperty().bind(typed.textProperty().map(String::isBlank));
        HBox.setHgrow(send, Priority.ALWAYS);
        HBox side = new HBox(send);
        side.getStyleClass().add("stay-side");
        Columns line = new Columns(kit.look(), 16).add(field, 16, 1).add(side, 10, 0);
        VBox page = new VBox(calm(), line, keyboard);
        page.getStyleClass().add("stay-write");
        VBox.setVgrow(keyboard, Priority.ALWAYS);
        root = new Scroller(kit, page);
        model.writing().addListener((_, _, writing) -> opened(writing));
    }

    Parent root() {
        return root;
    }

    private void opened(boolean writing) {
        keyboard.reset();
        if (writing) {
            root.toTop();
        }
    }

    private void send() {
        interactor.sendQuestion();
    }

    private Node calm() {
        Label said = kit.text("stay.write.how");
        // With larger text the keys need the room.
        BooleanBinding shown =
                Bindings.createBooleanBinding(
                        () ->
                                !model.sounds().get()
                                        && kit.look().textSizeProperty().get().percent() < LARGE,
                        model.sounds(),
                        kit.look().textSizeProperty());
        said.visibleProperty().bind(shown);
        said.managedProperty().bind(shown);
        return said;
    }
}
