package chevet.terminal.tv;

import chevet.model.tv.Programme;
import chevet.terminal.tv.TvModel.GuideCard;
import chevet.terminal.tv.TvModel.Range;
import chevet.terminal.ui.Choices;
import chevet.terminal.ui.Icon;
import chevet.terminal.ui.Kit;
import chevet.terminal.ui.Pictures;
import chevet.terminal.ui.Pressable;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What comes next, this evening, and on the tuned channel. On the JavaFX thread. */
final class GuideView {
    private final Kit kit;
    private final TvWords words;
    private final Pictures logos;
    private final TvModel model;
    private final TvInteractor interactor;
    private final VBox cards = new VBox();
    private final VBox all;

    GuideView(Kit kit, TvWords words, Pictures logos, TvModel model, TvInteractor interactor) {
        this.kit = kit;
        this.words = words;
        this.logos = logos;
        this.model = model;
        this.interactor = interactor;
        cards.getStyleClass().add("tv-cards");
        Choices<Range> ranges =
                new Choices<>(
                        List.of(Range.values()),
                        model.range(),
                        range ->
                                Bindings.createStringBinding(
                                        () -> words.range(range), kit.words().languageProperty()),
                        interactor::range);
        all = new VBox(ranges, cards);
        all.getStyleClass().add("tv-cards");
        model.guide().addListener((_, _, _) -> show());
        kit.words().languageProperty().addListener((_, _, _) -> show());
        show();
    }

    Region node() {
        return all;
    }

    private void show() {
        Range range = model.range().get();
        List<Node> nodes =
                model.guide().get().stream()
                        .map(card -> range == Range.CHANNEL ? programme(card) : channel(card))
                        .toList();
        cards.getChildren().setAll(nodes.isEmpty() ? List.of(nothing(range)) : nodes);
    }

    private Node nothing(Range range) {
        return kit.card(kit.text(new SimpleStringProperty(words.nothing(range))));
    }

    /** A channel with what it shows; pressing it goes there. */
    private Node channel(GuideCard card) {
        VBox said = new VBox(strong(card.name()));
        said.getStyleClass().add("tv-said");
        card.programmes().forEach(each -> said.getChildren().add(line(each)));
        Pressable pressable =
                kit.cardButton(
                        row(card, said),
                        new SimpleStringProperty(words.spoken(card)),
                        () -> interactor.zap(card.id()));
        pressable.getStyleClass().add("tv-card");
        pressable.selectedProperty().set(card.tuned());
        pressable.setMinHeight(Region.USE_PREF_SIZE);
        return pressable;
    }

    private Node row(GuideCard card, VBox said) {
        ChannelTile tile = new ChannelTile(logos, card.number());
        tile.show(card.number(), card.logo());
        HBox.setHgrow(said, Priority.ALWAYS);
        HBox row = new HBox(tile, said);
        row.getStyleClass().add("tv-row");
        if (card.tuned()) {
            row.getChildren().add(new Icon(Icon.Shape.CHOSEN));
        }
        return row;
    }

    private Label line(Programme programme) {
        return kit.secondary(new SimpleStringProperty(words.line(programme)));
    }

    /** One programme of the tuned channel, with what it is about. */
    private Node programme(GuideCard card) {
        Programme programme = card.programmes().getFirst();
        VBox said =
                kit.card(
                        kit.secondary(new SimpleStringProperty(words.hours(programme))),
                        strong(kit.words().text(programme.title())));
        said.getStyleClass().add("tv-programme");
        words.about(programme)
                .ifPresent(
                        about ->
                                said.getChildren()
                                        .add(kit.secondary(new SimpleStringProperty(about))));
        said.setMinHeight(Region.USE_PREF_SIZE);
        return said;
    }

    private Label strong(String text) {
        return kit.strong(new SimpleStringProperty(text));
    }
}
