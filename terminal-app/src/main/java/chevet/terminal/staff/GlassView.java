package chevet.terminal.staff;

import chevet.model.staff.BreakGlass;
import chevet.terminal.ui.Icon;
import chevet.terminal.ui.Kit;
import java.util.Locale;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Access out of the ordinary: why, said once more what follows, then done. */
final class GlassView {
    private final Kit kit;
    private final StaffModel model;
    private final Glass glass;
    private final VBox steps = new VBox(12);

    GlassView(Kit kit, StaffModel model, Glass glass) {
        this.kit = kit;
        this.model = model;
        this.glass = glass;
    }

    Node build() {
        model.glass().addListener((_, _, now) -> show(now));
        show(model.glass().get());
        VBox card = kit.card(kit.title(kit.words().live("staff.glass")), steps);
        card.setId("staff-glass");
        return card;
    }

    private void show(StaffModel.Glass now) {
        switch (now) {
            case StaffModel.Glass.Whole _ -> whole();
            // Behind the page where it is written.
            case StaffModel.Glass.Choosing _, StaffModel.Glass.Writing _ -> choosing();
            case StaffModel.Glass.Sure sure -> sure(sure.cause());
        }
    }

    private void whole() {
        Button open = alert(kit.button(Icon.Shape.WARNING, "staff.glass.open", glass::wanted));
        open.setId("staff-glass-open");
        steps.getChildren().setAll(kit.secondary(kit.words().live("staff.glass.text")), open);
    }

    private void choosing() {
        steps.getChildren().setAll(kit.text("staff.glass.why"));
        for (BreakGlass.Cause cause : BreakGlass.Cause.values()) {
            Button button = kit.button(Icon.Shape.NEXT, key(cause), () -> glass.chooses(cause));
            button.setId("staff-cause-" + cause.name().toLowerCase(Locale.ROOT));
            button.setMaxWidth(Double.MAX_VALUE);
            steps.getChildren().add(button);
        }
        steps.getChildren().add(no());
    }

    private void sure(BreakGlass.Cause cause) {
        Label why =
                cause == BreakGlass.Cause.OTHER
                        ? kit.strong(new SimpleStringProperty(glass.words().text()))
                        : kit.strong(kit.words().live(key(cause)));
        Button yes =
                alert(kit.button(Icon.Shape.WARNING, "staff.glass.yes", () -> glass.breaks(cause)));
        yes.setId("staff-glass-yes");
        yes.disableProperty().bind(model.busy());
        steps.getChildren().setAll(why, kit.text("staff.glass.sure"), yes, no());
    }

    private Button no() {
        Button no = kit.button(Icon.Shape.CLOSE, "staff.glass.no", glass::leaves);
        no.setMaxWidth(Double.MAX_VALUE);
        return no;
    }

    private static Button alert(Button button) {
        button.getStyleClass().add("staff-alert");
        button.setMaxWidth(Double.MAX_VALUE);
        return button;
    }

    private static String key(BreakGlass.Cause cause) {
        return "staff.glass.cause." + cause.name().toLowerCase(Locale.ROOT);
    }
}
