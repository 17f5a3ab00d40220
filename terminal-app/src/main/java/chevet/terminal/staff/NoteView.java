package chevet.terminal.staff;

import chevet.terminal.ui.Icon;
import chevet.terminal.ui.Kit;
import chevet.terminal.ui.Scroller;
import javafx.beans.binding.Bindings;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The card is being read, or opens nothing: what is the matter and what to do. */
final class NoteView {
    private final Kit kit;
    private final StaffModel model;
    private final StaffInteractor interactor;

    NoteView(Kit kit, StaffModel model, StaffInteractor interactor) {
        this.kit = kit;
        this.model = model;
        this.interactor = interactor;
    }

    Parent build() {
        Label title = kit.title(said(this::title));
        Label detail = kit.text(said(this::detail));
        Label patient = kit.text("staff.patient-waits");
        ProgressBar waiting = new ProgressBar();
        waiting.accessibleTextProperty().bind(kit.words().live("staff.reading"));
        Button again = kit.button(Icon.Shape.REPEAT, "staff.try-again", interactor::again);
        again.setId("staff-again");
        Button back = kit.button(Icon.Shape.CLOSE, "staff.give-back", interactor::giveBack);
        back.setId("staff-note-back");
        model.phase()
                .addListener(
                        (_, _, now) -> {
                            boolean refused = now instanceof Phase.Refused;
                            Kit.show(waiting, !refused);
                            boolean retry = now instanceof Phase.Refused(_, boolean may) && may;
                            Kit.show(again, retry);
                        });
        VBox words =
                new VBox(
                        new Icon(Icon.Shape.CARD),
                        title,
                        detail,
                        waiting,
                        patient,
                        kit.row(again, back));
        words.getStyleClass().add("pad-words");
        StackPane centre = new StackPane(words);
        centre.getStyleClass().add("pad-centre");
        Scroller page = new Scroller(kit, centre);
        page.getStyleClass().addAll("pad", "staff-pad");
        page.setId("staff-note");
        return page;
    }

    private javafx.beans.binding.StringBinding said(java.util.concurrent.Callable<String> what) {
        return Bindings.createStringBinding(what, model.phase(), kit.words().languageProperty());
    }

    private String title() {
        return model.phase().get() instanceof Phase.Refused refused
                ? kit.words().text(refused.key())
                : kit.words().text("staff.reading");
    }

    private String detail() {
        return model.phase().get() instanceof Phase.Refused refused
                ? kit.words().text(refused.key() + ".do")
                : kit.words().text("staff.reading.do");
    }
}
