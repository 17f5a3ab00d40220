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
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** The services to choose from, each a card with its state in a word. On the JavaFX thread. */
final class ServiceCards {
    private record Built(Service service, Pressable node) {}

    private final Kit kit;
    private final MealWords words;
    private final Consumer<ServiceKey> select;
    private final FlowPane list = new FlowPane();
    private final Map<ServiceKey, Built> cards = new HashMap<>();

    ServiceCards(Kit kit, MealWords words, Consumer<ServiceKey> select) {
        this.kit = kit;
        this.words = words;
        this.select = select;
        list.getStyleClass().add("services");
    }

    /** One under the other, or from row to row where that is wide enough. */
    FlowPane node() {
        return list;
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
        String name = words.service(service.key(), service.daysAhead());
        String state = words.state(service);
        Label title = kit.strong(new SimpleStringProperty(name));
        title.getStyleClass().add("service-name");
        VBox content = new VBox(title, state(service, state));
        content.getStyleClass().add("service-content");
        Pressable card =
                kit.cardButton(
                        content,
                        new SimpleStringProperty(
                                kit.words().text("meal.spoken.service", name, state)),
                        () -> select.accept(service.key()));
        card.getStyleClass().add("service");
        return card;
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
