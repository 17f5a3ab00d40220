package chevet.terminal.meal;

import chevet.terminal.ui.Kit;
import chevet.terminal.ui.Scroller;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * Three columns while there is room for them; with larger text everything one under the other, and
 * what can be done with the tray always in sight at the bottom.
 */
final class MealLayout extends StackPane {
    /** Widths in em: the columns need these to stand side by side. */
    private static final double SERVICES = 12.5;

    private static final double DISHES = 19;
    private static final double TRAY = 15.5;
    private static final double GAP = 24;

    private final Kit kit;
    private final Region services;
    private final Region tabs;
    private final Region dishes;
    private final TrayView tray;
    private Scroller scroller;
    private boolean wide = true;
    private boolean arranged;

    MealLayout(Kit kit, Region services, Region tabs, Region dishes, TrayView tray) {
        this.kit = kit;
        this.services = services;
        this.tabs = tabs;
        this.dishes = dishes;
        this.tray = tray;
        dishes.getStyleClass().add("shelf");
        scroller = new Scroller(kit, new VBox());
        widthProperty().addListener((_, _, _) -> arrange());
        kit.look().textSizeProperty().addListener((_, _, _) -> arrange());
    }

    /** Shows the beginning of the dishes. */
    void toTop() {
        scroller.toTop();
    }

    private void arrange() {
        double needed = kit.look().em(SERVICES + DISHES + TRAY) + 2 * GAP;
        boolean fits = getWidth() >= needed;
        if (getWidth() <= 0 || (arranged && fits == wide && !fits)) {
            return;
        }
        wide = fits;
        arranged = true;
        getChildren().setAll(wide ? columns() : stack());
    }

    private Node columns() {
        VBox list = new VBox(services);
        list.getStyleClass().add("scrolled");
        Scroller left = new Scroller(kit, list);
        width(left, SERVICES);
        scroller = new Scroller(kit, scrolled(dishes));
        VBox.setVgrow(scroller, Priority.ALWAYS);
        VBox middle = new VBox(tabs, scroller);
        middle.getStyleClass().add("middle");
        HBox.setHgrow(middle, Priority.ALWAYS);
        Scroller on = new Scroller(kit, scrolled(tray.contents()));
        VBox.setVgrow(on, Priority.ALWAYS);
        VBox right = kit.card(on, tray.actions());
        right.getStyleClass().add("tray");
        width(right, TRAY);
        HBox columns = new HBox(left, middle, right);
        columns.getStyleClass().add("meal-columns");
        return columns;
    }

    private Node stack() {
        VBox card = kit.card(tray.contents());
        VBox all = new VBox(services, tabs, dishes, card);
        all.getStyleClass().addAll("scrolled", "meal-stack");
        scroller = new Scroller(kit, all);
        VBox.setVgrow(scroller, Priority.ALWAYS);
        VBox stack = new VBox(scroller, tray.actions());
        stack.getStyleClass().add("meal-stacked");
        return stack;
    }

    private static VBox scrolled(Region content) {
        VBox box = new VBox(content);
        box.getStyleClass().add("scrolled");
        return box;
    }

    private void width(Region column, double ems) {
        column.setMinWidth(kit.look().em(ems));
        column.setMaxWidth(kit.look().em(ems));
    }
}
