package chevet.terminal.meal;

import chevet.terminal.ui.Kit;
import chevet.terminal.ui.Scroller;
import chevet.terminal.ui.TextSize;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
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
    private static final double SERVICES = 12.3;

    private static final double DISHES = 18;
    private static final double TRAY = 16.5;
    private static final double GAP = 24;

    private final Kit kit;
    private final ServiceCards services;
    private final Region tabs;
    private final Region dishes;
    private final TrayView tray;
    private Scroller scroller;
    private final BooleanProperty stacked = new SimpleBooleanProperty();
    private TextSize size;

    MealLayout(Kit kit, ServiceCards services, Region tabs, Region dishes, TrayView tray) {
        this.kit = kit;
        this.services = services;
        this.tabs = tabs;
        this.dishes = dishes;
        this.tray = tray;
        dishes.getStyleClass().add("shelf");
        // The usual arrangement before the width is known, so that the first picture is whole.
        scroller = new Scroller(kit, new VBox());
        size = kit.look().textSizeProperty().get();
        getChildren().setAll(columns());
        widthProperty().addListener((_, _, _) -> arrange());
        kit.look().textSizeProperty().addListener((_, _, _) -> arrange());
    }

    /** Everything stands one under the other. */
    ReadOnlyBooleanProperty stacked() {
        return stacked;
    }

    /** Shows the beginning of the dishes. */
    void toTop() {
        if (!stacked.get()) {
            scroller.toTop();
        } else {
            scroller.toTopOf(dishes);
        }
    }

    private void arrange() {
        double needed = kit.look().em(SERVICES + DISHES + TRAY) + 2 * GAP;
        boolean narrow = getWidth() < needed;
        TextSize now = kit.look().textSizeProperty().get();
        if (getWidth() <= 0 || (narrow == stacked.get() && now == size)) {
            return;
        }
        size = now;
        stacked.set(narrow);
        tray.spare(narrow);
        getChildren().setAll(narrow ? stack() : columns());
        toTop();
    }

    private Node columns() {
        Scroller left = new Scroller(kit, scrolled(services.list()));
        width(left, SERVICES);
        scroller = new Scroller(kit, scrolled(dishes));
        VBox.setVgrow(scroller, Priority.ALWAYS);
        VBox middle = new VBox(tabs, scroller);
        middle.getStyleClass().add("middle");
        HBox.setHgrow(middle, Priority.ALWAYS);
        Scroller on = new Scroller(kit, new VBox(tray.contents()));
        VBox.setVgrow(on, Priority.ALWAYS);
        VBox right = kit.card(on, tray.stage(), tray.notes(), tray.act());
        right.getStyleClass().add("tray");
        width(right, TRAY);
        HBox columns = new HBox(left, middle, right);
        columns.getStyleClass().add("meal-columns");
        return columns;
    }

    private Node stack() {
        VBox card = kit.card(tray.contents(), tray.notes());
        VBox all = new VBox(services.steps(), tabs, dishes, card);
        all.getStyleClass().addAll("scrolled", "meal-stack");
        scroller = new Scroller(kit, all);
        VBox.setVgrow(scroller, Priority.ALWAYS);
        // Beside each other: a row more for the dishes.
        HBox foot = new HBox(tray.stage(), tray.act());
        HBox.setHgrow(tray.stage(), Priority.ALWAYS);
        HBox.setHgrow(tray.act(), Priority.ALWAYS);
        foot.getStyleClass().add("meal-foot");
        VBox stack = new VBox(scroller, foot);
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
