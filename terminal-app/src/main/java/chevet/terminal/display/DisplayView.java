package chevet.terminal.display;

import chevet.model.text.Language;
import chevet.terminal.shell.CapNote;
import chevet.terminal.shell.Comfort;
import chevet.terminal.shell.ThemeChoice;
import chevet.terminal.ui.Choices;
import chevet.terminal.ui.Columns;
import chevet.terminal.ui.Icon;
import chevet.terminal.ui.Kit;
import chevet.terminal.ui.Look;
import chevet.terminal.ui.Scroller;
import chevet.terminal.ui.TextSize;
import chevet.terminal.ui.Words;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** A card for each thing that can be made comfortable, and a preview that follows at once. */
final class DisplayView {
    private static final int STEP = 10;

    private final Kit kit;
    private final Words words;
    private final Comfort comfort;
    private final Scroller scroller;

    DisplayView(Kit kit, Comfort comfort) {
        this.kit = kit;
        this.words = kit.words();
        this.comfort = comfort;
        VBox left = new VBox(textSize(), colours(), motion());
        VBox right = new VBox(preview(), language());
        if (comfort.hasSound()) {
            VBox volume =
                    level(
                            "display.volume",
                            comfort.volumeProperty(),
                            comfort::setVolume,
                            Icon.Shape.VOLUME);
            volume.getChildren().add(new CapNote(kit, comfort.quiet()));
            right.getChildren().add(volume);
        }
        if (comfort.hasBacklight()) {
            right.getChildren()
                    .add(
                            level(
                                    "display.brightness",
                                    comfort.brightnessProperty(),
                                    comfort::setBrightness,
                                    Icon.Shape.SUN));
        }
        left.getStyleClass().add("display-column");
        right.getStyleClass().add("display-column");
        Columns columns = new Columns(kit.look(), 20).add(left, 24, 1).add(right, 24, 1);
        columns.getStyleClass().add("display");
        this.scroller = new Scroller(kit, columns);
    }

    Parent build() {
        return scroller;
    }

    void toTop() {
        scroller.toTop();
    }

    private Node textSize() {
        Choices<TextSize> sizes =
                new Choices<>(
                        List.of(TextSize.values()),
                        kit.look().textSizeProperty(),
                        size -> words.live("percent", size.percent()),
                        kit.look().textSizeProperty()::set);
        return card("display.text-size", sizes);
    }

    private Node colours() {
        Choices<ThemeChoice> themes =
                new Choices<>(
                        List.of(ThemeChoice.values()),
                        comfort.themeProperty(),
                        theme -> words.live("display.theme." + word(theme)),
                        comfort.themeProperty()::set);
        return card("display.colours", themes);
    }

    private Node motion() {
        ObservableValue<Boolean> reduced = kit.look().reducedMotionProperty();
        Choices<Boolean> motion =
                new Choices<>(
                        List.of(false, true),
                        reduced,
                        less -> words.live(less ? "display.motion.less" : "display.motion.all"),
                        kit.look().reducedMotionProperty()::set);
        return card("display.motion", motion);
    }

    private Node language() {
        Choices<Language> languages =
                new Choices<>(
                        List.of(Language.values()),
                        words.languageProperty(),
                        each -> new SimpleStringProperty(words.text("language." + each.tag())),
                        words.languageProperty()::set);
        for (Language each : Language.values()) {
            languages.button(each).getStyleClass().add(Look.script(each));
        }
        return card("display.language", languages);
    }

    private Node preview() {
        return kit.card(
                kit.secondary(words.live("display.preview")),
                kit.title(words.live("display.preview-title")),
                kit.text("display.preview-text"));
    }

    private VBox level(
            String key, ObservableValue<Integer> percent, IntConsumer set, Icon.Shape icon) {
        Label shown = new Label();
        shown.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> words.text("percent", percent.getValue()),
                                percent,
                                words.languageProperty()));
        shown.getStyleClass().add("level");
        shown.setGraphic(new Icon(icon));
        FlowPane stepper =
                kit.row(
                        kit.button(
                                Icon.Shape.MINUS,
                                key + ".less",
                                () -> set.accept(percent.getValue() - STEP)),
                        shown,
                        kit.button(
                                Icon.Shape.PLUS,
                                key + ".more",
                                () -> set.accept(percent.getValue() + STEP)));
        stepper.getStyleClass().add("stepper");
        return card(key, stepper);
    }

    private VBox card(String key, Node control) {
        return kit.card(kit.strong(words.live(key)), control);
    }

    private static String word(ThemeChoice theme) {
        return theme.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
