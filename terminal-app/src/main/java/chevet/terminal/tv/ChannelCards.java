package chevet.terminal.tv;

import chevet.model.tv.ChannelId;
import chevet.terminal.tv.TvModel.Access;
import chevet.terminal.tv.TvModel.Card;
import chevet.terminal.ui.Icon;
import chevet.terminal.ui.Kit;
import chevet.terminal.ui.Pictures;
import chevet.terminal.ui.Pressable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * A list of channels with what is on: each node is built once and says something else when that
 * changes, so that a zap costs two cards. On the JavaFX thread.
 */
final class ChannelCards {
    private record Built(Region node, Consumer<Card> show) {}

    private final Kit kit;
    private final TvWords words;
    private final Pictures logos;
    private final Consumer<ChannelId> touch;
    private final Consumer<ChannelId> go;
    private final VBox list = new VBox();
    private final Map<ChannelId, Built> built = new HashMap<>();
    private final Map<ChannelId, Card> shown = new HashMap<>();

    /**
     * @param touch called when a finger comes down on a channel
     * @param go called when it is chosen
     */
    ChannelCards(
            Kit kit,
            TvWords words,
            Pictures logos,
            Consumer<ChannelId> touch,
            Consumer<ChannelId> go) {
        this.kit = kit;
        this.words = words;
        this.logos = logos;
        this.touch = touch;
        this.go = go;
        list.getStyleClass().add("tv-cards");
    }

    Region list() {
        return list;
    }

    void show(List<Card> cards) {
        List<Node> nodes = cards.stream().map(this::node).toList();
        if (!list.getChildren().equals(nodes)) {
            list.getChildren().setAll(nodes);
        }
    }

    /** Those of the list that are seen, from above down. */
    List<ChannelId> inSight(Predicate<Node> seen) {
        return list.getChildren().stream()
                .filter(seen)
                .flatMap(
                        node ->
                                built.entrySet().stream()
                                        .filter(each -> each.getValue().node().equals(node))
                                        .map(Map.Entry::getKey))
                .toList();
    }

    /** The card of a channel; empty where the list has none. */
    Optional<Node> card(ChannelId id) {
        return Optional.ofNullable(built.get(id))
                .<Node>map(Built::node)
                .filter(list.getChildren()::contains);
    }

    /** Says all anew: the language has changed, or the patient. */
    void forget() {
        shown.clear();
    }

    private Node node(Card card) {
        Built node = built.computeIfAbsent(card.id(), _ -> build(card));
        if (!card.equals(shown.put(card.id(), card))) {
            node.show().accept(card);
        }
        return node.node();
    }

    private Built build(Card first) {
        ChannelTile tile = new ChannelTile(logos, first.number());
        SimpleStringProperty name = new SimpleStringProperty("");
        SimpleStringProperty on = new SimpleStringProperty("");
        SimpleStringProperty spoken = new SimpleStringProperty("");
        ShareBar share = new ShareBar();
        VBox said = new VBox(kit.strong(name), kit.secondary(on), share);
        said.getStyleClass().add("tv-said");
        HBox.setHgrow(said, Priority.ALWAYS);
        Icon star = new Icon(Icon.Shape.STAR);
        star.getStyleClass().add("tv-star");
        Icon lock = new Icon(Icon.Shape.LOCK);
        Icon here = new Icon(Icon.Shape.CHOSEN);
        VBox marks = new VBox(here, star, lock);
        marks.getStyleClass().add("tv-marks");
        HBox row = new HBox(tile, said, marks);
        row.getStyleClass().add("tv-row");
        Pressable card = kit.cardButton(row, spoken, () -> go.accept(first.id()));
        card.getStyleClass().add("tv-card");
        card.setId("channel-" + first.id());
        card.addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> touch.accept(first.id()));
        card.setMinHeight(Region.USE_PREF_SIZE);
        return new Built(
                card,
                now -> {
                    tile.show(now.number(), now.logo());
                    name.set(now.name());
                    on.set(words.below(now));
                    spoken.set(words.spoken(now));
                    Kit.show(share, now.now().isPresent() && now.access() instanceof Access.Free);
                    share.show(now.share());
                    Kit.show(star, now.favourite());
                    Kit.show(lock, !(now.access() instanceof Access.Free));
                    Kit.show(here, now.tuned());
                    Kit.show(marks, now.favourite() || now.tuned() || lock.isVisible());
                    card.selectedProperty().set(now.tuned());
                });
    }
}
