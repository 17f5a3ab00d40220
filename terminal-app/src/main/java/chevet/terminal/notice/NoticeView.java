package chevet.terminal.notice;

import chevet.terminal.ui.Icon;
import chevet.terminal.ui.Kit;
import chevet.terminal.ui.Scroller;
import chevet.terminal.ui.WardTime;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** A notice in large letters, and the button that closes it. */
final class NoticeView {
    private final Kit kit;
    private final NoticeModel model;
    private final WardTime time;
    private final BorderPane root = new BorderPane();

    NoticeView(
            Kit kit, NoticeModel model, NoticeInteractor interactor, WardTime time, boolean voice) {
        this.kit = kit;
        this.model = model;
        this.time = time;
        VBox words = new VBox(head(), said(), voiceless());
        words.getStyleClass().add("notice-words");
        Button close = kit.primary("notice.close", interactor::close);
        close.setId("notice-close");
        close.setDefaultButton(true);
        FlowPane buttons = kit.row(close);
        if (voice) {
            buttons.getChildren().add(aloud(interactor));
        }
        buttons.getStyleClass().add("notice-buttons");
        root.setCenter(new Scroller(kit, words));
        root.setBottom(buttons);
        root.getStyleClass().add("urgent");
    }

    Parent root() {
        return root;
    }

    private Node head() {
        Label title =
                kit.strong(
                        Bindings.createStringBinding(
                                () ->
                                        model.shown()
                                                .get()
                                                .map(
                                                        notice ->
                                                                kit.words()
                                                                        .text(
                                                                                "notice.title",
                                                                                kit.words()
                                                                                        .time(
                                                                                                time.at(
                                                                                                                notice
                                                                                                                        .at())
                                                                                                        .toLocalTime())))
                                                .orElse(""),
                                model.shown(),
                                kit.words().languageProperty()));
        title.setGraphic(new Icon(Icon.Shape.WARNING));
        title.getStyleClass().add("notice-title");
        return title;
    }

    private Node said() {
        Label said =
                kit.title(
                        Bindings.createStringBinding(
                                () ->
                                        model.shown()
                                                .get()
                                                .map(notice -> kit.words().text(notice.text()))
                                                .orElse(""),
                                model.shown(),
                                kit.words().languageProperty()));
        said.getStyleClass().add("notice-text");
        return said;
    }

    private Node voiceless() {
        Label sorry = kit.text("notice.voiceless");
        sorry.visibleProperty().bind(model.voiceless());
        sorry.managedProperty().bind(model.voiceless());
        return sorry;
    }

    private Button aloud(NoticeInteractor interactor) {
        Button aloud =
                kit.button(
                        Icon.Shape.SPEAKING,
                        Bindings.createStringBinding(
                                () ->
                                        kit.words()
                                                .text(
                                                        model.aloud().get()
                                                                ? "notice.silence"
                                                                : "notice.aloud"),
                                model.aloud(),
                                kit.words().languageProperty()),
                        interactor::aloud);
        aloud.setId("notice-aloud");
        return aloud;
    }
}
