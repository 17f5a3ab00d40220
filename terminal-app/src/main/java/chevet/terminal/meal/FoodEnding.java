package chevet.terminal.meal;

import chevet.model.meal.FoodSheet;
import chevet.terminal.shell.PaneBoard;
import chevet.terminal.ui.Icon;
import chevet.terminal.ui.Kit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;

/**
 * What stands below a food profile that is being changed: keep it, leave it, and one question
 * before what takes a precaution away. On the JavaFX thread.
 */
final class FoodEnding {
    /** What comes of the buttons. */
    interface Steps {
        void leave();

        /** Nothing is left to be asked. */
        void send(FoodSheet now);
    }

    private final Kit kit;
    private final FoodLines lines;
    private final PaneBoard board;
    private final Steps steps;
    private boolean asking;

    FoodEnding(Kit kit, FoodLines lines, PaneBoard board, Steps steps) {
        this.kit = kit;
        this.lines = lines;
        this.board = board;
        this.steps = steps;
    }

    /** Whether the question stands there. */
    boolean asking() {
        return asking;
    }

    /** What was asked is asked anew. */
    void forget() {
        asking = false;
    }

    List<Node> of(FoodSheet now, FoodDraft draft) {
        if (asking) {
            return question(now, draft);
        }
        boolean changed = !draft.equals(FoodDraft.of(now.profile()));
        if (!changed && now.profile().confirmed()) {
            return List.of();
        }
        List<Node> all = new ArrayList<>();
        int unseen = now.doubts().size() - draft.seen().size();
        if (unseen > 0) {
            all.add(kit.text("meal.food.unseen"));
        }
        Button keep = board.busy(kit.primary("meal.food.keep", () -> keep(now, draft)));
        keep.setId("pane-food-keep");
        keep.setMaxWidth(Double.MAX_VALUE);
        all.add(keep);
        if (changed) {
            all.add(kit.row(leaving()));
        }
        return all;
    }

    private Button leaving() {
        Button leave = kit.button(Icon.Shape.CLOSE, "meal.pane.leave", steps::leave);
        leave.setId("pane-food-leave");
        return leave;
    }

    private void keep(FoodSheet now, FoodDraft draft) {
        if (loosened(now, draft).isEmpty()) {
            steps.send(now);
        } else {
            asking = true;
            board.draw();
        }
    }

    private static List<FoodPart> loosened(FoodSheet now, FoodDraft draft) {
        return Stream.of(FoodPart.values())
                .filter(part -> part.loosens(now.profile(), draft.profile()))
                .toList();
    }

    /** What was and what will be, of each part that permits more than before. */
    private List<Node> question(FoodSheet now, FoodDraft draft) {
        List<Node> all = new ArrayList<>();
        all.add(kit.strong(kit.words().live("meal.food.sure")));
        for (FoodPart part : loosened(now, draft)) {
            String said =
                    kit.words()
                            .text(
                                    "meal.food.was",
                                    kit.words().text("meal.food.part." + part),
                                    lines.of(part, now.profile()),
                                    lines.of(part, draft.profile()));
            all.add(kit.text(new SimpleStringProperty(said)));
        }
        Button yes =
                board.busy(
                        kit.button(
                                Icon.Shape.WARNING, "meal.food.sure.yes", () -> steps.send(now)));
        yes.setId("pane-food-sure");
        all.add(kit.row(yes, leaving()));
        return all;
    }
}
