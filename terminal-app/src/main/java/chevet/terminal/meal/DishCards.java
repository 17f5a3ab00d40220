package chevet.terminal.meal;

import static chevet.terminal.ui.Kit.fixed;

import chevet.model.meal.Course;
import chevet.model.meal.DishId;
import chevet.terminal.meal.MealModel.Card;
import chevet.terminal.ui.Icon;
import chevet.terminal.ui.Kit;
import chevet.terminal.ui.Pictures;
import chevet.terminal.ui.Pressable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of dishes: each is built once and used again as long as what it says is the same, so
 * that a tap shows the next course at once. On the JavaFX thread.
 */
final class DishCards {
    /** In pixels, twice what a card shows at the largest text, for sharpness. */
    static final double PICTURE = 320;

    private record Place(Optional<Course> course, DishId dish) {}

    private record Built(Card card, Region node, Consumer<Card> mark) {}

    private final Kit kit;
    private final MealWords words;
    private final Consumer<DishId> pick;
    private final Map<Place, Built> cards = new HashMap<>();
    private @Nullable Pictures pictures;

    DishCards(Kit kit, MealWords words, Consumer<DishId> pick) {
        this.kit = kit;
        this.words = words;
        this.pick = pick;
    }

    void showPictures(Pictures shelf) {
        pictures = shelf;
        cards.clear();
    }

    /** Builds all anew the next time: the language has changed, or the patient. */
    void forget() {
        cards.clear();
    }

    /**
     * The node of a dish.
     *
     * @param course empty where it can only be looked at
     */
    Region of(Optional<Course> course, Card card) {
        Place place = new Place(course, card.id());
        Built built = cards.get(place);
        if (built == null || !unmarked(built.card()).equals(unmarked(card))) {
            built = course.isPresent() && card.refusals().isEmpty() ? offered(card) : plain(card);
        }
        built.mark().accept(card);
        cards.put(place, new Built(card, built.node(), built.mark()));
        return built.node();
    }

    private static Card unmarked(Card card) {
        return new Card(
                card.id(),
                card.name(),
                card.detail(),
                card.contains(),
                card.mayContain(),
                card.suits(),
                card.picture(),
                false,
                card.refusals());
    }

    private Built offered(Card card) {
        Icon circle = new Icon(Icon.Shape.CIRCLE);
        circle.getStyleClass().add("dish-circle");
        HBox row = row(card, said(card), circle);
        ReadOnlyStringWrapper spoken = new ReadOnlyStringWrapper();
        Pressable pressable = kit.cardButton(row, spoken, () -> pick.accept(card.id()));
        pressable.getStyleClass().add("dish");
        pressable.setId("dish-" + card.id());
        pressable.setMinHeight(Region.USE_PREF_SIZE);
        return new Built(
                card,
                pressable,
                now -> {
                    pressable.selectedProperty().set(now.picked());
                    circle.show(now.picked() ? Icon.Shape.CHOSEN : Icon.Shape.CIRCLE);
                    spoken.set(words.spoken(now));
                });
    }

    /** Not to be pressed: what comes, or what is not offered. */
    private Built plain(Card card) {
        // What cannot be had is not shown in a picture.
        HBox row =
                card.refusals().isEmpty()
                        ? row(card, said(card))
                        : new HBox(new Icon(Icon.Shape.WARNING), refused(card));
        row.getStyleClass().addAll("dish-row", "card", "dish");
        row.setMinHeight(Region.USE_PREF_SIZE);
        if (!card.refusals().isEmpty()) {
            row.getStyleClass().add("dish-refused");
        }
        row.setAccessibleText(words.spoken(card));
        return new Built(card, row, _ -> {});
    }

    private VBox refused(Card card) {
        Label why = kit.strong(fixed(words.notOffered(card.refusals())));
        why.getStyleClass().add("dish-reason");
        VBox said = new VBox(name(card), why);
        said.getStyleClass().add("dish-said");
        HBox.setHgrow(said, Priority.ALWAYS);
        return said;
    }

    private VBox said(Card card) {
        VBox said = new VBox(name(card));
        said.getStyleClass().add("dish-said");
        said.setMinWidth(0);
        HBox.setHgrow(said, Priority.ALWAYS);
        String detail = kit.words().text(card.detail());
        if (!detail.isBlank()) {
            said.getChildren().add(kit.secondary(fixed(detail)));
        }
        FlowPane chips = kit.row(chips(card).toArray(Node[]::new));
        chips.getStyleClass().add("dish-chips");
        chips.setMinHeight(Region.USE_PREF_SIZE);
        if (!chips.getChildren().isEmpty()) {
            said.getChildren().add(chips);
        }
        if (!card.mayContain().isEmpty()) {
            said.getChildren().add(kit.secondary(fixed(words.traces(card.mayContain()))));
        }
        return said;
    }

    private Label name(Card card) {
        Label name = kit.strong(fixed(kit.words().text(card.name())));
        name.getStyleClass().add("dish-name");
        return name;
    }

    private List<Label> chips(Card card) {
        List<Label> tags =
                card.suits().stream()
                        .map(d -> kit.chip(Kit.Tone.OK, kit.words().live("meal.tag." + d)))
                        .toList();
        List<Label> allergens =
                card.contains().stream()
                        .map(a -> kit.chip(Kit.Tone.PLAIN, fixed(words.allergen(a))))
                        .toList();
        return Stream.concat(allergens.stream(), tags.stream()).toList();
    }

    private HBox row(Card card, Node... parts) {
        HBox row = new HBox(parts);
        row.getStyleClass().add("dish-row");
        Pictures shelf = pictures;
        if (shelf != null) {
            card.picture()
                    .ifPresent(
                            object ->
                                    shelf.show(
                                            object,
                                            image -> {
                                                ImageView picture = new ImageView(image);
                                                picture.setPreserveRatio(true);
                                                StackPane frame = new StackPane(picture);
                                                frame.getStyleClass().add("dish-picture");
                                                picture.fitWidthProperty()
                                                        .bind(frame.widthProperty());
                                                picture.fitHeightProperty()
                                                        .bind(frame.heightProperty());
                                                row.getChildren().addFirst(frame);
                                            }));
        }
        return row;
    }
}
