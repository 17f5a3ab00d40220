package chevet.terminal.tv;

import chevet.terminal.ui.Icon;
import chevet.terminal.ui.Kit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** When the television switches itself off. */
final class SleepView {
    private static final List<Duration> WAITS =
            List.of(
                    Duration.ofMinutes(15),
                    Duration.ofMinutes(30),
                    Duration.ofMinutes(60),
                    Duration.ofMinutes(90));

    private final VBox all;

    SleepView(Kit kit, TvWords words, TvModel model, TvInteractor interactor) {
        List<Node> buttons = new ArrayList<>();
        for (Duration wait : WAITS) {
            buttons.add(
                    kit.button(
                            Icon.Shape.CLOCK,
                            Bindings.createStringBinding(
                                    () -> words.minutes(wait), kit.words().languageProperty()),
                            () -> interactor.sleepIn(Optional.of(wait))));
        }
        Button after =
                kit.button(
                        Icon.Shape.TELEVISION,
                        "tv.sleep.after-programme",
                        interactor::sleepAfterProgramme);
        after.disableProperty()
                .bind(model.tuned().map(card -> card.flatMap(TvModel.Card::now).isEmpty()));
        buttons.add(after);
        Button none =
                kit.button(
                        Icon.Shape.CLOSE,
                        "tv.sleep.stop",
                        () -> interactor.sleepIn(Optional.empty()));
        none.disableProperty().bind(model.sleep().map(Optional::isEmpty));
        buttons.add(none);
        all =
                new VBox(
                        kit.strong(
                                Bindings.createStringBinding(
                                        () -> words.sleep(model.sleep().get()),
                                        model.sleep(),
                                        kit.words().languageProperty())),
                        kit.row(buttons.toArray(Node[]::new)));
        all.getStyleClass().add("tv-choices");
    }

    Region node() {
        return all;
    }
}
