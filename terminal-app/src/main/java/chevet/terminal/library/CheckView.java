package chevet.terminal.library;

import static chevet.terminal.ui.Kit.fixed;

import chevet.model.library.Question;
import chevet.model.pack.ObjectRef;
import chevet.terminal.library.CheckModel.Answered;
import chevet.terminal.library.CheckModel.Asked;
import chevet.terminal.ui.Bar;
import chevet.terminal.ui.Icon;
import chevet.terminal.ui.Kit;
import chevet.terminal.ui.Pictures;
import chevet.terminal.ui.Pressable;
import chevet.terminal.ui.Scroller;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** One question at a time, and a kind word at the end. On the JavaFX thread. */
final class CheckView {
    private static final double PICTURE_EMS = 9;
    private static final double CHOICE_EMS = 4.5;

    /** From this size of text on, in per cent, reading aloud is a sign without words. */
    private static final int LARGE = 150;

    private final Kit kit;
    private final LibraryWords words;
    private final CheckModel model;
    private final CheckInteractor check;
    private final FilmInteractor film;
    private final Pictures pictures;
    private final boolean voice;
    private final Runnable done;
    private final VBox page = new VBox();
    private final StackPane foot = new StackPane();
    private final Scroller scroller;
    private final VBox root;
    private Optional<CheckModel.Step> shown = Optional.empty();

    /**
     * @param voice this device can read aloud
     * @param done back to the shelves
     */
    CheckView(
            Kit kit,
            LibraryWords words,
            CheckModel model,
            CheckInteractor check,
            FilmInteractor film,
            Pictures pictures,
            boolean voice,
            Runnable done) {
        this.kit = kit;
        this.words = words;
        this.model = model;
        this.check = check;
        this.film = film;
        this.pictures = pictures;
        this.voice = voice;
        this.done = done;
        page.getStyleClass().add("check-page");
        scroller = new Scroller(kit, page);
        VBox.setVgrow(scroller, Priority.ALWAYS);
        root = new VBox(scroller, foot);
        root.getStyleClass().add("check");
        model.step().addListener((_, _, _) -> show());
        model.voiceless().addListener((_, _, _) -> show());
        kit.words().languageProperty().addListener((_, _, _) -> show());
        kit.look().textSizeProperty().addListener((_, _, _) -> show());
        show();
    }

    Region root() {
        return root;
    }

    private void show() {
        Optional<CheckModel.Step> step = model.step().get();
        page.getChildren().clear();
        foot.getChildren().clear();
        step.ifPresent(
                now -> {
                    switch (now) {
                        case Asked asked -> show(asked);
                        case Answered answered -> show(answered);
                    }
                });
        if (!samePage(step)) {
            scroller.toTop();
        }
        shown = step;
    }

    private boolean samePage(Optional<CheckModel.Step> step) {
        return shown.isPresent()
                && step.isPresent()
                && shown.get() instanceof Asked before
                && step.get() instanceof Asked now
                && before.place() == now.place()
                && before.right().isPresent() == now.right().isPresent();
    }

    private void show(Asked asked) {
        List<Node> parts = new ArrayList<>();
        parts.add(kit.secondary(fixed(words.number(asked))));
        parts.add(kit.title(fixed(kit.words().text(asked.question().text()))));
        asked.right().ifPresent(right -> parts.add(judged(asked, right)));
        asked.question().picture().ifPresent(picture -> parts.add(picture(picture, PICTURE_EMS)));
        if (asked.several() && asked.right().isEmpty()) {
            parts.add(kit.text("library.check.several"));
        }
        if (model.voiceless().get()) {
            parts.add(kit.text("library.check.voiceless"));
        }
        for (int place = 0; place < asked.question().choices().size(); place++) {
            parts.add(choice(asked, place));
        }
        page.getChildren().setAll(parts);

        Button next =
                kit.primary(
                        asked.right().isEmpty()
                                ? "library.check.answer"
                                : asked.last() ? "library.check.finish" : "library.check.next",
                        check::next);
        next.setId("check-next");
        next.setGraphic(new Icon(Icon.Shape.NEXT));
        next.setDisable(asked.right().isEmpty() && asked.picked().isEmpty());
        Bar bar = new Bar(14);
        if (voice) {
            bar.start(aloud());
        }
        if (asked.right().isEmpty()) {
            Button unsure = kit.button(Icon.Shape.HELP, "library.check.unsure", check::unsure);
            unsure.setId("check-unsure");
            bar.start(unsure);
        }
        foot.getChildren().setAll(bar.end(next));
    }

    private Button aloud() {
        ObservableValue<String> name =
                Bindings.createStringBinding(
                        () ->
                                kit.words()
                                        .text(
                                                model.aloud().get()
                                                        ? "library.check.hush"
                                                        : "library.check.aloud"),
                        model.aloud(),
                        kit.words().languageProperty());
        // Large words of three buttons would leave the answers no room.
        boolean large = kit.look().textSizeProperty().get().percent() >= LARGE;
        Button button =
                large
                        ? kit.iconButton(Icon.Shape.SPEAKING, "library.check.aloud", check::aloud)
                        : kit.button(Icon.Shape.SPEAKING, name, check::aloud);
        button.accessibleTextProperty().bind(name);
        button.graphicProperty()
                .bind(
                        Bindings.createObjectBinding(
                                () ->
                                        new Icon(
                                                model.aloud().get()
                                                        ? Icon.Shape.MUTE
                                                        : Icon.Shape.SPEAKING),
                                model.aloud()));
        button.setId("check-aloud");
        return button;
    }

    private Node judged(Asked asked, boolean right) {
        VBox said = new VBox(kit.strong(fixed(words.judged(right))));
        String why = kit.words().text(asked.question().why());
        if (!why.isBlank()) {
            said.getChildren().add(kit.text(fixed(why)));
        }
        HBox.setHgrow(said, Priority.ALWAYS);
        HBox notice = new HBox(new Icon(right ? Icon.Shape.CHECK : Icon.Shape.TEAM), said);
        notice.getStyleClass().addAll("check-said", right ? "check-right" : "check-unclear");
        notice.setMinHeight(Region.USE_PREF_SIZE);
        return notice;
    }

    private Node choice(Asked asked, int place) {
        Question.Choice choice = asked.question().choices().get(place);
        boolean picked = asked.picked().contains(place);
        Label text = kit.text(fixed(kit.words().text(choice.text())));
        Icon circle = new Icon(picked ? Icon.Shape.CHOSEN : Icon.Shape.CIRCLE);
        circle.getStyleClass().add("check-circle");
        HBox row = new HBox(circle, text);
        row.getStyleClass().add("check-choice-row");
        HBox.setHgrow(text, Priority.ALWAYS);
        choice.picture()
                .ifPresent(picture -> row.getChildren().add(1, picture(picture, CHOICE_EMS)));
        String name = kit.words().text(choice.text());
        Pressable pressable =
                kit.cardButton(
                        row,
                        fixed(
                                picked
                                        ? name + ". " + kit.words().text("library.check.picked")
                                        : name),
                        () -> check.pick(place));
        pressable.selectedProperty().set(picked);
        pressable.getStyleClass().add("check-choice");
        pressable.setMinHeight(Region.USE_PREF_SIZE);
        pressable.setId("choice-" + place);
        return pressable;
    }

    private Node picture(ObjectRef picture, double ems) {
        StackPane frame = new StackPane();
        frame.getStyleClass().add("check-picture");
        double height = kit.look().em(ems);
        pictures.show(
                picture,
                image -> {
                    ImageView view = new ImageView(image);
                    view.setPreserveRatio(true);
                    view.setFitHeight(height);
                    frame.getChildren().setAll(view);
                });
        return frame;
    }

    private void show(Answered answered) {
        List<Node> parts = new ArrayList<>();
        Icon icon = new Icon(Icon.Shape.CHECK);
        icon.getStyleClass().add("check-done");
        parts.add(icon);
        parts.add(kit.title(kit.words().live("library.check.thanks")));
        parts.add(kit.text(fixed(words.closing(answered))));
        for (Question each : answered.unclear()) {
            parts.add(kit.strong(fixed("• " + kit.words().text(each.text()))));
        }
        words.sent("answers", answered.sent())
                .ifPresent(sent -> parts.add(kit.secondary(fixed(sent))));
        page.getChildren().setAll(parts);
        Button others = kit.primary("library.others", done);
        Bar bar = new Bar(14);
        if (voice) {
            bar.start(aloud());
        }
        bar.start(kit.button(Icon.Shape.REPEAT, "library.rewatch", film::again));
        foot.getChildren().setAll(bar.end(others));
    }
}
