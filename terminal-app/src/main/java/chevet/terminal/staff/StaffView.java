package chevet.terminal.staff;

import java.util.List;
import javafx.scene.Parent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.TouchEvent;
import javafx.scene.layout.StackPane;

/** Covers the patient's screen with what the phase wants. */
final class StaffView {
    private final StaffModel model;
    private final StaffInteractor interactor;

    StaffView(StaffModel model, StaffInteractor interactor) {
        this.model = model;
        this.interactor = interactor;
    }

    StackPane build(Parent code, Parent note, Parent space) {
        StackPane root = new StackPane(note, code, space);
        root.setId("staff");
        Runnable show =
                () -> {
                    Phase now = model.phase().get();
                    code.setVisible(now instanceof Phase.Code);
                    note.setVisible(now instanceof Phase.Reading || now instanceof Phase.Refused);
                    space.setVisible(now instanceof Phase.Open);
                };
        model.phase().addListener((_, _, _) -> show.run());
        show.run();
        List.of(
                        MouseEvent.MOUSE_PRESSED,
                        MouseEvent.MOUSE_DRAGGED,
                        KeyEvent.KEY_PRESSED,
                        TouchEvent.TOUCH_PRESSED,
                        TouchEvent.TOUCH_MOVED,
                        ScrollEvent.SCROLL)
                .forEach(type -> root.addEventFilter(type, _ -> interactor.touched()));
        return root;
    }
}
