package chevet.terminal.stay;

import static chevet.terminal.ui.Kit.fixed;

import chevet.model.request.RequestId;
import chevet.model.request.RequestKind;
import chevet.terminal.stay.StayModel.Line;
import chevet.terminal.stay.StayModel.Step;
import chevet.terminal.ui.Icon;
import chevet.terminal.ui.Kit;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Requests as cards, each with its state. */
final class RequestCards {
    private final Kit kit;
    private final StayWords words;
    private final StayModel model;
    private final StayInteractor interactor;

    RequestCards(Kit kit, StayWords words, StayModel model, StayInteractor interactor) {
        this.kit = kit;
        this.words = words;
        this.model = model;
        this.interactor = interactor;
    }

    static Icon.Shape icon(RequestKind kind) {
        return switch (kind) {
            case PILLOW -> Icon.Shape.PILLOW;
            case BLANKET -> Icon.Shape.BLANKET;
            case WATER -> Icon.Shape.WATER;
            case BLIND -> Icon.Shape.BLIND;
            case SHOW_ME -> Icon.Shape.HELP;
            case QUESTION -> Icon.Shape.SPEAKING;
        };
    }

    Node card(Line line) {
        Label what = kit.strong(kit.words().live("stay.ask." + line.kind()));
        VBox said = new VBox(what);
        said.getStyleClass().add("stay-said");
        line.text().ifPresent(text -> said.getChildren().add(kit.text(fixed("« " + text + " »"))));
        said.getChildren()
                .addAll(
                        kit.secondary(fixed(words.since(line))),
                        kit.chip(StayWords.tone(line), icon(line), fixed(words.step(line))));
        if (line.step() instanceof Step.AtWard at && at.said().isPresent()) {
            said.getChildren()
                    .add(kit.text(fixed(kit.words().text("stay.said", at.said().orElseThrow()))));
        }
        if (line.withdrawable()) {
            said.getChildren().add(back(new RequestId(line.id())));
        }
        HBox.setHgrow(said, Priority.ALWAYS);
        HBox row = new HBox(new Icon(icon(line.kind())), said);
        row.getStyleClass().add("stay-line");
        VBox card = kit.card(row);
        card.setId("line-" + line.id());
        return card;
    }

    /** It is taken back after one question. */
    private Node back(RequestId id) {
        if (model.asking().get().filter(id::equals).isEmpty()) {
            Button back =
                    kit.button(
                            Icon.Shape.CLOSE,
                            "stay.back",
                            () -> interactor.askBack(Optional.of(id)));
            back.setId("back-" + id);
            return kit.row(back);
        }
        Button yes = kit.button(Icon.Shape.CHECK, "stay.back.yes", () -> interactor.withdraw(id));
        yes.setId("back-yes-" + id);
        Button no =
                kit.button(
                        Icon.Shape.BACK,
                        "stay.back.no",
                        () -> interactor.askBack(Optional.empty()));
        VBox asked = new VBox(kit.strong(kit.words().live("stay.back.ask")), kit.row(yes, no));
        asked.getStyleClass().add("stay-said");
        return asked;
    }

    private static Icon.Shape icon(Line line) {
        return switch (line.step()) {
            case Step.Keeping _, Step.Kept _ -> Icon.Shape.CLOCK;
            case Step.NotKept _, Step.Refused _ -> Icon.Shape.WARNING;
            case Step.AtWard at ->
                    switch (at.state()) {
                        case SENT -> Icon.Shape.SENDING;
                        case SEEN, DONE -> Icon.Shape.CHECK;
                        case COMING -> Icon.Shape.PERSON;
                        case DECLINED -> Icon.Shape.INFO;
                        case WITHDRAWN -> Icon.Shape.CLOSE;
                    };
        };
    }
}
