package chevet.terminal.staff;

import chevet.terminal.ui.Columns;
import chevet.terminal.ui.Icon;
import chevet.terminal.ui.Keyboard;
import chevet.terminal.ui.Kit;
import chevet.terminal.ui.Scroller;
import chevet.terminal.ui.TypeField;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Why the glass has to be broken, in a few words, on big keys: a page of its own. */
final class GlassWords {
    private final Scroller root;

    GlassWords(Kit kit, Glass glass, ObservableValue<Boolean> writing) {
        Keyboard keyboard = new Keyboard(kit, glass.words());
        TypeField field = new TypeField(glass.words(), kit.words().live("staff.glass.words"));
        field.setId("staff-glass-words");
        Button next = kit.button(Icon.Shape.NEXT, "staff.glass.written", glass::written);
        next.setId("staff-glass-written");
        next.setMaxWidth(Double.MAX_VALUE);
        next.disableProperty().bind(glass.words().textProperty().map(String::isBlank));
        Button no = kit.button(Icon.Shape.CLOSE, "staff.glass.no", glass::leaves);
        no.setMaxWidth(Double.MAX_VALUE);
        VBox side = new VBox(12, next, no);
        VBox page =
                new VBox(
                        14,
                        new Columns(kit.look(), 16).add(field, 16, 1).add(side, 12, 0),
                        keyboard);
        VBox.setVgrow(keyboard, Priority.ALWAYS);
        root = new Scroller(kit, page);
        root.getStyleClass().add("staff-panes");
        root.setId("staff-glass-page");
        writing.addListener(
                (_, _, now) -> {
                    if (now) {
                        keyboard.reset();
                        root.toTop();
                    }
                });
    }

    Parent root() {
        return root;
    }
}
