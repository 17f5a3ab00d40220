package chevet.terminal.meal;

import chevet.model.meal.ServiceKey;
import chevet.terminal.meal.MealModel.Service;
import chevet.terminal.ui.Icon;
import chevet.terminal.ui.Kit;
import chevet.terminal.ui.Pressable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The services to choose from, each a card with its state in a word. On the JavaFX thread. */
final class ServiceCards {
    private record Built(Service service, Pressable node) {}

    private final Kit kit;
    private final MealWords words;
    private final Consumer<ServiceKey> select;
    private final VBox list = new VBox();
    private final HBox steps = new HBox();
    private final StackPane here = new StackPane();
    private final Button before;
    private final Button after;
    private final Map<ServiceKey, Built> cards = new HashMap<>();
    private List<Service> shown = List.of();

    ServiceCards(Kit kit, MealWords words, Consumer<ServiceKey> select) {
        this.kit = kit;
        this.words = words;
        this.select = select;
        list.getStyleClass().add("services");
        before = kit.iconButton(Icon.Shape.BEFORE, "meal.earlier", () -> step(-1));
        after = kit.iconButton(Icon.Shape.NEXT, "meal.later", () -> step(1));
        HBox.setHgrow(here, Priority.ALWAYS);
        steps.getChildren().setAll(before, here, after);
        steps.getStyleClass().add("service-steps");
    }

    /** One under the other. */
    VBox list() {
        return list;
    }

    /** Only the open one, with a step to the one before and the one after: for large text. */
    HBox steps() {
        return steps;
    }

    void forget() {
        cards.clear();
    }

    void show(List<Service> services) {
        List<Node> nodes = new ArrayList<>();
        for (Service service : services) {
            Built built = cards.get(service.key());
            if (built == null || !closed(built.service()).equals(closed(service))) {
                built = new Built(service, card(service));
                cards.put(service.key(), built);
            }
            built.node().selectedProperty().set(service.open());
            nodes.add(built.node());
        }
        if (!list.getChildren().equals(nodes)) {
            list.getChildren().setAll(nodes);
        }
        shown = services;
        showStep();
    }

    private void showStep() {
        int at = open();
        before.setDisable(at <= 0);
        after.setDisable(at < 0 || at >= shown.size() - 1);
        here.getChildren().clear();
        if (at >= 0) {
            Service service = shown.get(at);
            // Side by side where they fit: a line more for the dishes.
            FlowPane content = new FlowPane();
            content.prefWrapLengthProperty().bind(here.widthProperty());
            content.getChildren().setAll(content(service).getChildren());
            content.setAccessibleText(spoken(service));
            content.getStyleClass().addAll("card", "service-here");
            here.getChildren().add(content);
        }
    }

    private int open() {
        for (int i = 0; i < shown.size(); i++) {
            if (shown.get(i).open()) {
                return i;
            }
        }
        return -1;
    }

    private void step(int by) {
        int to = open() + by;
        if (to >= 0 && to < shown.size()) {
            select.accept(shown.get(to).key());
        }
    }

    private static Service closed(Service service) {
        return new Service(
                service.key(),
                service.daysAhead(),
                service.state(),
                service.opens(),
                service.cutOff(),
                false);
    }

    private Pressable card(Service service) {
        Pressable card =
                kit.cardButton(
                        content(service),
                        new SimpleStringProperty(spoken(service)),
                        () -> select.accept(service.key()));
        card.getStyleClass().add("service");
        card.setId("service-" + service.key());
        card.setMinHeight(Region.USE_PREF_SIZE);
        return card;
    }

    private VBox content(Service service) {
        Label title =
                kit.strong(
                        new SimpleStringProperty(
                                words.service(service.key(), service.daysAhead())));
        title.getStyleClass().add("service-name");
        VBox content = new VBox(title, state(service, words.state(service)));
        content.getStyleClass().add("service-content");
        return content;
    }

    private String spoken(Service service) {
        return kit.words()
                .text(
                        "meal.spoken.service",
                        words.service(service.key(), service.daysAhead()),
                        words.state(service));
    }

    private Label state(Service service, String state) {
        SimpleStringProperty text = new SimpleStringProperty(state);
        Optional<Icon.Shape> icon =
                switch (service.state()) {
                    case DUE -> Optional.of(Icon.Shape.CLOCK);
                    case WAITING -> Optional.of(Icon.Shape.SENDING);
                    case ACCEPTED, CHOSEN, CHOSEN_BY_TEAM -> Optional.of(Icon.Shape.CHECK);
                    case HELD -> Optional.of(Icon.Shape.WARNING);
                    case OPEN, NOT_YET, FASTING, DEFAULT, TOO_LATE, CLOSED -> Optional.empty();
                };
        Kit.Tone tone =
                switch (service.state()) {
                    case DUE, WAITING -> Kit.Tone.WARN;
                    case ACCEPTED, CHOSEN, CHOSEN_BY_TEAM -> Kit.Tone.OK;
                    case HELD -> Kit.Tone.ALERT;
                    case OPEN, NOT_YET, FASTING, DEFAULT, TOO_LATE, CLOSED -> Kit.Tone.PLAIN;
                };
        if (service.state() == ServiceState.OPEN || service.state() == ServiceState.NOT_YET) {
            return kit.secondary(text);
        }
        return icon.map(i -> kit.chip(tone, i, text)).orElseGet(() -> kit.chip(tone, text));
    }
}
