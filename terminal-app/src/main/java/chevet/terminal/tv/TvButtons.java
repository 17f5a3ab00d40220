package chevet.terminal.tv;

import chevet.model.tv.Channel;
import chevet.terminal.tv.TvModel.Card;
import chevet.terminal.tv.TvModel.Panel;
import chevet.terminal.ui.Icon;
import chevet.terminal.ui.Kit;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;

/** The five big buttons below the picture, then the three that are needed less often. */
final class TvButtons {
    private final Kit kit;
    private final TvModel model;
    private final Button whole;
    private final Button dark;
    private final FlowPane all;

    TvButtons(Kit kit, TvModel model, TvInteractor interactor) {
        this.kit = kit;
        this.model = model;
        Button up = named(kit.button(Icon.Shape.UP, "tv.up", interactor::up), "tv.up.name");
        Button down =
                named(kit.button(Icon.Shape.DOWN, "tv.down", interactor::down), "tv.down.name");
        Button texts =
                kit.button(Icon.Shape.TEXTS, "tv.tracks", () -> interactor.open(Panel.TRACKS));
        Button favourite =
                kit.button(
                        Icon.Shape.STAR, kit.words().live("tv.favourite"), interactor::favourite);
        name(favourite);
        favourite.disableProperty().bind(model.tuned().map(Optional::isEmpty));
        whole = kit.button(Icon.Shape.ENLARGE, "tv.whole", () -> interactor.whole(true));
        whole.setId("tv-whole");
        texts.setId("tv-" + Panel.TRACKS.name());
        dark = kit.button(Icon.Shape.MOON, "tv.dark", () -> interactor.dark(true));
        whole.getStyleClass().add("here");
        dark.getStyleClass().add("here");
        ObservableBooleanValue radio = Bindings.createBooleanBinding(this::radio, model.tuned());
        Kit.shownWhen(dark, radio);
        Kit.shownWhen(whole, Bindings.not(radio));

        Button back = kit.button(Icon.Shape.SWAP, "tv.back", interactor::back);
        back.disableProperty().bind(model.back().not());
        Button number =
                kit.button(Icon.Shape.KEYPAD, "tv.number", () -> interactor.open(Panel.NUMBER));
        Button sleep = kit.button(Icon.Shape.CLOCK, "tv.sleep", () -> interactor.open(Panel.SLEEP));
        number.setId("tv-" + Panel.NUMBER.name());
        sleep.setId("tv-" + Panel.SLEEP.name());
        all = kit.row(up, down, texts, favourite, whole, dark, back, number, sleep);
        all.setMinHeight(Region.USE_PREF_SIZE);
    }

    Region node() {
        return all;
    }

    /** Where there is no room for all, the one that makes the picture large is among the first. */
    void enlargeFirst(boolean first) {
        int at = first ? 2 : 4;
        if (all.getChildren().indexOf(whole) != at) {
            all.getChildren().removeAll(whole, dark);
            all.getChildren().addAll(at, List.of(whole, dark));
        }
    }

    private boolean radio() {
        return model.tuned().get().filter(card -> card.kind() == Channel.Kind.RADIO).isPresent();
    }

    /** A sign that everybody knows, and what it is called for those who do not see it. */
    private Button named(Button button, String key) {
        button.accessibleTextProperty().unbind();
        button.accessibleTextProperty().bind(kit.words().live(key));
        return button;
    }

    /** A favourite can be taken out again: the button says which of the two it does. */
    private void name(Button button) {
        ObservableValue<String> name =
                Bindings.createStringBinding(
                        () ->
                                kit.words()
                                        .text(
                                                model.tuned()
                                                                .get()
                                                                .filter(Card::favourite)
                                                                .isPresent()
                                                        ? "tv.favourite.remove"
                                                        : "tv.favourite.add"),
                        model.tuned(),
                        kit.words().languageProperty());
        button.accessibleTextProperty().unbind();
        button.accessibleTextProperty().bind(name);
        model.tuned().addListener((_, _, _) -> star(button));
        star(button);
    }

    private void star(Button button) {
        boolean is = model.tuned().get().filter(Card::favourite).isPresent();
        if (button.getGraphic() instanceof Icon icon) {
            icon.show(is ? Icon.Shape.CHECK : Icon.Shape.STAR);
        }
    }
}
