package chevet.terminal.meal;

import static chevet.terminal.ui.Kit.fixed;

import chevet.model.meal.Course;
import chevet.terminal.meal.MealModel.Card;
import chevet.terminal.meal.MealModel.Notice;
import chevet.terminal.meal.MealModel.Shelf;
import chevet.terminal.meal.MealModel.Tab;
import chevet.terminal.shell.Navigator;
import chevet.terminal.ui.Icon;
import chevet.terminal.ui.Kit;
import chevet.terminal.ui.Pictures;
import chevet.terminal.ui.Pressable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The nodes of the meals screen, bound to its model. On the JavaFX thread. */
final class MealView {
    private final Kit kit;
    private final MealWords words;
    private final MealModel model;
    private final MealInteractor interactor;

    private final ServiceCards services;
    private final DishCards cards;
    private final TrayView tray;
    private final FlowPane tabs;
    private final VBox notices = new VBox();
    private final SimpleStringProperty where = new SimpleStringProperty("");
    private final Label heading;
    private final VBox dishes = new VBox();
    private final VBox empty;
    private final MealLayout layout;
    private final StackPane root;
    private Optional<Shelf> shown = Optional.empty();
    private boolean byKeyboard;

    MealView(
            Kit kit,
            MealWords words,
            MealModel model,
            MealInteractor interactor,
            Navigator navigator) {
        this.kit = kit;
        this.words = words;
        this.model = model;
        this.interactor = interactor;
        services = new ServiceCards(kit, words, interactor::select);
        cards = new DishCards(kit, words, interactor::pick);
        tray = new TrayView(kit, words, interactor, navigator);
        tabs = kit.row();
        tabs.getStyleClass().add("courses");
        tabs.setMinHeight(Region.USE_PREF_SIZE);
        heading = kit.title(where);
        notices.getStyleClass().add("notices");
        dishes.getStyleClass().add("dishes");
        empty = kit.card(kit.title(kit.words().live("meal.empty")), kit.text("meal.empty.do"));
        empty.getStyleClass().add("meal-empty");
        layout = new MealLayout(kit, services, tabs, new VBox(notices, heading, dishes), tray);
        heading.visibleProperty().bind(layout.stacked().and(heading.textProperty().isNotEmpty()));
        heading.managedProperty().bind(heading.visibleProperty());
        root = new StackPane(layout, empty);
        root.getStyleClass().add("meal");
        root.addEventFilter(KeyEvent.KEY_PRESSED, _ -> byKeyboard = true);
        root.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> byKeyboard = false);
        bind();
    }

    Parent root() {
        return root;
    }

    void showPictures(Pictures pictures) {
        cards.showPictures(pictures);
        showShelf();
    }

    /** Drops every node that names a dish or a service. */
    void forget() {
        services.forget();
        cards.forget();
    }

    private void bind() {
        follow(model.services(), this::showServices);
        follow(model.tabs(), this::showTabs);
        follow(model.notices(), this::showNotices);
        follow(model.shelf(), this::showShelf);
        follow(model.panel(), this::showPanel);
        kit.words()
                .languageProperty()
                .addListener(
                        (_, _, _) -> {
                            forget();
                            showServices();
                            showTabs();
                            showNotices();
                            showShelf();
                            showPanel();
                        });
    }

    private static void follow(ObservableValue<?> part, Runnable show) {
        part.addListener((_, _, _) -> show.run());
        show.run();
    }

    private void showServices() {
        boolean any = !model.services().get().isEmpty();
        services.show(model.services().get());
        layout.setVisible(any);
        empty.setVisible(!any);
    }

    private void showTabs() {
        boolean focused = holdsFocus(tabs);
        tabs.getChildren().setAll(model.tabs().get().stream().map(this::tab).toList());
        boolean any = !tabs.getChildren().isEmpty();
        Kit.show(tabs, any);
        if (focused) {
            tabs.getChildren().stream()
                    .filter(tab -> tab.getStyleClass().contains("here"))
                    .findFirst()
                    .ifPresent(Node::requestFocus);
        }
    }

    private Node tab(Tab tab) {
        Course course = tab.course();
        String name = words.course(course);
        Runnable open = () -> interactor.openCourse(course);
        Button button = kit.button(Icon.Shape.CHECK, fixed(name), open);
        switch (tab.mark()) {
            case PICKED, WITHOUT -> button.getStyleClass().add("tab-done");
            case NOTHING_FITS -> button.setGraphic(new Icon(Icon.Shape.MINUS));
            case TO_CHOOSE -> button.setGraphic(null);
        }
        button.getStyleClass().add("tab");
        if (tab.open()) {
            button.getStyleClass().add("here");
        }
        String said = tab.mark() == Tab.Mark.WITHOUT ? words.without(course) : name;
        button.accessibleTextProperty().unbind();
        button.setAccessibleText(kit.words().text("meal.spoken.tab." + tab.mark(), said));
        button.setId("course-" + course);
        return button;
    }

    private void showNotices() {
        List<Node> banners = new ArrayList<>();
        model.notices().get().forEach(notice -> banners.add(banner(notice)));
        boolean more = banners.size() > notices.getChildren().size();
        notices.getChildren().setAll(banners);
        Kit.show(notices, !banners.isEmpty());
        if (more) {
            layout.toTop();
        }
    }

    private Node banner(Notice notice) {
        List<String> sentences = words.notices().of(notice);
        VBox said = new VBox(kit.strong(fixed(sentences.getFirst())));
        sentences.stream().skip(1).map(Kit::fixed).map(kit::text).forEach(said.getChildren()::add);
        HBox.setHgrow(said, Priority.ALWAYS);
        HBox banner = new HBox(new Icon(icon(notice)), said);
        banner.getStyleClass().addAll("notice", "notice-" + tone(notice));
        banner.setMinHeight(Region.USE_PREF_SIZE);
        banner.setAccessibleText(String.join(". ", sentences));
        return banner;
    }

    private static String tone(Notice notice) {
        return switch (notice) {
            case Notice.Held _, Notice.Refused _, Notice.NotKept _ -> "alert";
            case Notice.Fasting _, Notice.Changed _, Notice.TooMuch _, Notice.StillToChoose _ ->
                    "warn";
            case Notice.Unconfirmed _, Notice.Repeated _ -> "plain";
        };
    }

    private static Icon.Shape icon(Notice notice) {
        return switch (notice) {
            case Notice.Held _, Notice.Refused _, Notice.NotKept _, Notice.TooMuch _ ->
                    Icon.Shape.WARNING;
            case Notice.Fasting _ -> Icon.Shape.CLOCK;
            case Notice.Repeated _ -> Icon.Shape.REPEAT;
            case Notice.Changed _, Notice.StillToChoose _, Notice.Unconfirmed _ -> Icon.Shape.INFO;
        };
    }

    private void showShelf() {
        Shelf shelf = model.shelf().get();
        boolean focused = holdsFocus(dishes);
        List<Node> nodes = new ArrayList<>();
        add(nodes, shelf.course(), shelf.offered());
        if (shelf.offered().isEmpty()
                && shelf.replacements().isEmpty()
                && shelf.course().isPresent()) {
            nodes.add(kit.text("meal.nothing-fits"));
        }
        if (!shelf.replacements().isEmpty()) {
            // Where nothing proposed fits, what may be had instead is simply what there is.
            if (!shelf.offered().isEmpty()) {
                nodes.add(kit.secondary(kit.words().live("meal.replacements")));
            }
            add(nodes, shelf.course(), shelf.replacements());
        }
        shelf.course()
                .filter(_ -> !shelf.offered().isEmpty() || !shelf.replacements().isEmpty())
                .ifPresent(course -> nodes.add(without(course, shelf.withoutPicked())));
        add(nodes, shelf.course(), shelf.refused());
        boolean other =
                shown.filter(before -> before.key().equals(shelf.key()))
                        .filter(before -> before.course().equals(shelf.course()))
                        .isEmpty();
        shown = Optional.of(shelf);
        where.set(
                shelf.key()
                        .flatMap(key -> shelf.course().map(course -> words.place(key, course)))
                        .orElse(""));
        if (!dishes.getChildren().equals(nodes)) {
            dishes.getChildren().setAll(nodes);
        }
        if (other) {
            layout.toTop();
        }
        if (focused && byKeyboard && other) {
            focusFirst();
        }
    }

    private void add(List<Node> nodes, Optional<Course> course, List<Card> some) {
        some.forEach(card -> nodes.add(cards.of(course, card)));
    }

    private Node without(Course course, boolean picked) {
        Label name = kit.text(fixed(words.without(course)));
        Icon circle = new Icon(picked ? Icon.Shape.CHOSEN : Icon.Shape.CIRCLE);
        circle.getStyleClass().add("dish-circle");
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox row = new HBox(name, between, circle);
        row.getStyleClass().add("dish-row");
        String spoken =
                picked
                        ? words.without(course) + ". " + kit.words().text("meal.spoken.picked")
                        : words.without(course);
        Pressable pressable = kit.cardButton(row, fixed(spoken), interactor::leaveOut);
        pressable.getStyleClass().addAll("dish", "dish-without");
        pressable.setMinHeight(Region.USE_PREF_SIZE);
        pressable.selectedProperty().set(picked);
        return pressable;
    }

    /** Somebody who goes by keys goes on from the first dish, or from the big button at the end. */
    private void focusFirst() {
        Platform.runLater(
                () ->
                        dishes.getChildren().stream()
                                .filter(Pressable.class::isInstance)
                                .findFirst()
                                .ifPresent(Node::requestFocus));
    }

    private void showPanel() {
        boolean focused = tray.act().isFocused();
        model.panel().get().ifPresent(tray::show);
        if (focused && byKeyboard && tray.act().getScene() != null) {
            tray.act().requestFocus();
        }
    }

    private static boolean holdsFocus(Node part) {
        Scene scene = part.getScene();
        Node owner = scene == null ? null : scene.getFocusOwner();
        for (Node node = owner; node != null; node = node.getParent()) {
            if (node.equals(part)) {
                return true;
            }
        }
        return false;
    }
}
