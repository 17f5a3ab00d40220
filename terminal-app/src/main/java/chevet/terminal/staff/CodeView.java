package chevet.terminal.staff;

import chevet.model.staff.Purpose;
import chevet.terminal.device.card.Pin;
import chevet.terminal.ui.Columns;
import chevet.terminal.ui.Icon;
import chevet.terminal.ui.Kit;
import chevet.terminal.ui.NumberPad;
import chevet.terminal.ui.Scroller;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * The card's code: big keys whose digits lie elsewhere each time, so that where a finger was seen
 * says nothing.
 */
final class CodeView {
    private static final PseudoClass TYPED = PseudoClass.getPseudoClass("typed");

    private final Kit kit;
    private final StaffModel model;
    private final StaffInteractor interactor;
    private final Random random = new SecureRandom();
    private final List<Button> digits = new ArrayList<>();
    private final List<Integer> faces = new ArrayList<>(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 0));

    CodeView(Kit kit, StaffModel model, StaffInteractor interactor) {
        this.kit = kit;
        this.model = model;
        this.interactor = interactor;
        model.phase()
                .addListener(
                        (_, _, now) -> {
                            if (now instanceof Phase.Code) {
                                shuffle();
                            }
                        });
    }

    Parent build() {
        Label title = kit.title(said(this::title));
        Label tries = kit.strong(said(this::tries));
        Label stays = kit.text("staff.code.stays");
        Label patient = kit.text("staff.patient-waits");
        Label fault = kit.strong(said(this::fault));
        fault.setGraphic(new Icon(Icon.Shape.WARNING));
        fault.getStyleClass().add("staff-fault");
        model.fault().addListener((_, _, now) -> Kit.show(fault, now.isPresent()));
        Kit.show(fault, false);
        Label busy = kit.strong(kit.words().live("staff.code.busy"));
        busy.setGraphic(new Icon(Icon.Shape.CLOCK));
        model.busy().addListener((_, _, now) -> Kit.show(busy, now));
        Kit.show(busy, false);
        Button cancel = kit.button(Icon.Shape.CLOSE, said(this::cancel), interactor::giveBack);
        cancel.setId("staff-give-back");
        VBox words =
                new VBox(
                        new Icon(Icon.Shape.CARD),
                        title,
                        tries,
                        fault,
                        busy,
                        stays,
                        patient,
                        cancel);
        words.getStyleClass().add("pad-words");
        Columns columns =
                new Columns(kit.look(), 40)
                        .add(words, 16, 1)
                        .add(new VBox(24, dots(), keys()), 16, 1);
        columns.setMaxHeight(Region.USE_PREF_SIZE);
        StackPane centre = new StackPane(columns);
        centre.getStyleClass().add("pad-centre");
        Scroller page = new Scroller(kit, centre);
        page.getStyleClass().addAll("pad", "staff-pad");
        page.setId("staff-code");
        return page;
    }

    private javafx.beans.binding.StringBinding said(java.util.concurrent.Callable<String> what) {
        return Bindings.createStringBinding(
                what,
                model.phase(),
                model.tries(),
                model.fault(),
                model.session(),
                kit.words().languageProperty());
    }

    private String title() {
        if (!(model.phase().get() instanceof Phase.Code code)) {
            return "";
        }
        String key =
                code.purpose() == Purpose.BREAK_GLASS
                        ? "staff.code.glass"
                        : code.purpose() == Purpose.OFFLINE
                                ? "staff.code.offline"
                                : code.locked() ? "staff.code.locked" : "staff.code.title";
        return kit.words().text(key);
    }

    private String tries() {
        return model.tries()
                .get()
                .map(left -> kit.words().count("staff.tries", left))
                .orElseGet(() -> kit.words().text("staff.tries.unknown"));
    }

    private String fault() {
        return model.fault().get().map(key -> kit.words().text(key)).orElse("");
    }

    private String cancel() {
        boolean back =
                model.session().get().isPresent()
                        && model.phase().get() instanceof Phase.Code code
                        && !code.locked();
        return kit.words().text(back ? "staff.code.back" : "staff.give-back");
    }

    private Node dots() {
        FlowPane dots = new FlowPane();
        dots.getStyleClass().add("staff-dots");
        dots.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        for (int i = 0; i < Pin.LONGEST; i++) {
            int place = i;
            Region dot = new Region();
            dot.getStyleClass().add("staff-dot");
            model.typed()
                    .addListener(
                            (_, _, now) ->
                                    dot.pseudoClassStateChanged(TYPED, place < now.intValue()));
            dots.getChildren().add(dot);
        }
        dots.accessibleTextProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> kit.words().count("exit.typed", model.typed().get()),
                                model.typed(),
                                kit.words().languageProperty()));
        return dots;
    }

    private Node keys() {
        for (int place = 0; place < 10; place++) {
            digits.add(digit(place));
        }
        Button ok = new Button("OK");
        ok.setId("staff-ok");
        ok.accessibleTextProperty().bind(kit.words().live("staff.code.ok"));
        ok.setOnAction(_ -> interactor.code().ok());
        shuffle();
        return new NumberPad(
                "pad",
                digits,
                kit.iconButton(Icon.Shape.ERASE, "exit.erase", interactor.code()::erase),
                ok);
    }

    private Button digit(int place) {
        Button button = new Button();
        button.setOnAction(_ -> interactor.code().type(faces.get(place)));
        return button;
    }

    private void shuffle() {
        Collections.shuffle(faces, random);
        for (int place = 0; place < digits.size(); place++) {
            String face = String.valueOf(faces.get(place));
            digits.get(place).setText(face);
            digits.get(place).setAccessibleText(face);
        }
    }

    /** A key of a keyboard while the code is asked for. */
    void key(KeyEvent event) {
        if (!(model.phase().get() instanceof Phase.Code)) {
            return;
        }
        String text = event.getText();
        if (text.length() == 1 && text.charAt(0) >= '0' && text.charAt(0) <= '9') {
            interactor.code().type(text.charAt(0) - '0');
        } else if (event.getCode() == KeyCode.BACK_SPACE) {
            interactor.code().erase();
        } else if (event.getCode() == KeyCode.ENTER && model.typed().get() > 0) {
            interactor.code().ok();
        } else {
            return;
        }
        event.consume();
    }
}
