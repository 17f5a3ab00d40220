package chevet.terminal.meal;

import static chevet.terminal.ui.Kit.fixed;

import chevet.terminal.meal.MealModel.Action;
import chevet.terminal.meal.MealModel.Line;
import chevet.terminal.meal.MealModel.Panel;
import chevet.terminal.meal.MealModel.Tab;
import chevet.terminal.shell.Navigator;
import chevet.terminal.ui.Icon;
import chevet.terminal.ui.Kit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The tray on the right: what is on it, and below it what can be done with it. The parts are
 * separate nodes, for large text keeps the big button in sight while the rest scrolls. On the
 * JavaFX thread.
 */
final class TrayView {
    private final Kit kit;
    private final MealWords words;
    private final MealInteractor interactor;
    private final Navigator navigator;

    private final StringProperty service = new SimpleStringProperty("");
    private final StringProperty doing = new SimpleStringProperty("");
    private final VBox lines = new VBox();
    private final VBox contents = new VBox();
    private final Button act;
    private final Button yesterday;
    private final VBox notes = new VBox();
    private final VBox stage = new VBox();
    private Action action = new Action.None();
    private boolean decided;
    private boolean sparing;

    TrayView(Kit kit, MealWords words, MealInteractor interactor, Navigator navigator) {
        this.kit = kit;
        this.words = words;
        this.interactor = interactor;
        this.navigator = navigator;
        act = kit.primary("meal.submit", this::pressed);
        Kit.name(act, doing);
        act.accessibleTextProperty().unbind();
        act.accessibleTextProperty().bind(doing);
        act.setMaxWidth(Double.MAX_VALUE);
        act.setId("meal-act");
        yesterday = kit.button(Icon.Shape.REPEAT, "meal.yesterday", interactor::repeat);
        yesterday.setMaxWidth(Double.MAX_VALUE);
        yesterday.setId("meal-yesterday");
        lines.getStyleClass().add("tray-lines");
        contents.getStyleClass().add("tray-contents");
        notes.getStyleClass().add("tray-notes");
    }

    /** What is on the tray. */
    VBox contents() {
        return contents;
    }

    /** How it stands: kept in sight too. */
    VBox stage() {
        return stage;
    }

    /** How long it can be changed, and yesterday's. */
    VBox notes() {
        return notes;
    }

    /** The big button; not managed where there is nothing to do, or nothing yet. */
    Button act() {
        return act;
    }

    /**
     * Where room is scarce the big button waits until every course is decided: its place belongs to
     * the dishes.
     */
    void spare(boolean room) {
        sparing = room;
        showAct();
    }

    private void showAct() {
        boolean something =
                switch (action) {
                    case Action.None _ -> false;
                    case Action.Submit _ -> decided || !sparing;
                    case Action.Next _, Action.Done _ -> true;
                };
        Kit.show(act, something);
    }

    void show(Panel panel) {
        action = panel.action();
        decided = panel.lines().stream().noneMatch(line -> line.mark() == Tab.Mark.TO_CHOOSE);
        service.set(words.dated(panel.key()));
        doing.set(label(panel.action()));
        lines.getChildren().setAll(panel.lines().stream().map(this::line).toList());
        contents.getChildren()
                .setAll(kit.title(kit.words().live("meal.tray")), kit.secondary(service), lines);
        words.regime(panel.regime())
                .map(text -> kit.chip(Kit.Tone.WARN, fixed(text)))
                .ifPresent(contents.getChildren()::add);
        notes.getChildren().setAll(notes(panel));
        stage.getChildren().setAll(stage(panel).stream().toList());
        stage.setManaged(!stage.getChildren().isEmpty());
        showAct();
    }

    private List<Node> notes(Panel panel) {
        List<Node> nodes = new ArrayList<>();
        if (panel.repeatable()) {
            nodes.add(yesterday);
        }
        panel.left()
                .ifPresent(
                        left -> {
                            String until = words.moment(panel.cutOff());
                            if (panel.action() instanceof Action.Submit) {
                                nodes.add(small(words.left(left)));
                            }
                            nodes.add(small(kit.words().text("meal.changeable", until)));
                        });
        return nodes;
    }

    private Label small(String text) {
        return kit.secondary(fixed(text));
    }

    private Label line(Line line) {
        ObservableValue<String> text = fixed(words.line(line));
        return line.mark() == Tab.Mark.PICKED ? kit.text(text) : paler(text);
    }

    private Label paler(ObservableValue<String> text) {
        Label label = kit.text(text);
        label.getStyleClass().add("tray-open");
        return label;
    }

    private Optional<Node> stage(Panel panel) {
        return words.stage(panel)
                .map(
                        sentence -> {
                            Label label = kit.strong(fixed(sentence));
                            label.getStyleClass().add("stage-word");
                            HBox.setHgrow(label, Priority.ALWAYS);
                            HBox row = new HBox(new Icon(icon(panel)), label);
                            row.setMinHeight(Region.USE_PREF_SIZE);
                            row.getStyleClass().addAll("stage-row", "stage-" + tone(panel));
                            return row;
                        });
    }

    private static String tone(Panel panel) {
        return switch (panel.state()) {
            case ACCEPTED, CHOSEN, CHOSEN_BY_TEAM -> "ok";
            case WAITING -> "warn";
            case HELD -> "alert";
            case DUE, OPEN, NOT_YET, FASTING, DEFAULT, TOO_LATE, CLOSED -> "plain";
        };
    }

    private static Icon.Shape icon(Panel panel) {
        return switch (panel.state()) {
            case ACCEPTED, CHOSEN, CHOSEN_BY_TEAM -> Icon.Shape.CHECK;
            case WAITING -> Icon.Shape.SENDING;
            case HELD -> Icon.Shape.WARNING;
            case DUE, OPEN, NOT_YET, TOO_LATE, CLOSED -> Icon.Shape.CLOCK;
            case FASTING, DEFAULT -> Icon.Shape.INFO;
        };
    }

    private String label(Action now) {
        return switch (now) {
            case Action.Submit(int _) -> kit.words().text("meal.submit");
            case Action.Next(var key, int daysAhead) ->
                    kit.words().text("meal.next", words.service(key, daysAhead));
            case Action.Done() -> kit.words().text("meal.done");
            case Action.None() -> "";
        };
    }

    private void pressed() {
        switch (action) {
            case Action.Submit(int _) -> interactor.submit();
            case Action.Next(var key, int _) -> interactor.select(key);
            case Action.Done() -> navigator.home();
            case Action.None() -> {}
        }
    }
}
