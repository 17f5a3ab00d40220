package chevet.terminal.library;

import chevet.terminal.ui.Kit;
import javafx.animation.PauseTransition;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/**
 * The picture of a film alone. Its buttons stand at the top, away from what is written below; they
 * go by themselves while it runs. On the JavaFX thread.
 */
final class FilmWhole extends StackPane {
    /** How long they are seen. */
    private static final Duration SEEN = Duration.seconds(5);

    private final FlowPane row;
    private final SimpleBooleanProperty shown = new SimpleBooleanProperty(true);
    private final PauseTransition going = new PauseTransition(SEEN);

    FilmWhole(Kit kit, FilmButtons buttons) {
        getStyleClass().add("film-whole");
        row =
                kit.row(
                        buttons.play("film-whole-play"),
                        buttons.back("film-whole-back"),
                        buttons.smaller());
        row.getStyleClass().add("film-whole-row");
        row.setMaxHeight(Region.USE_PREF_SIZE);
        row.setPickOnBounds(false);
        StackPane.setAlignment(row, Pos.TOP_CENTER);
        going.setOnFinished(_ -> shown.set(false));
        Kit.shownWhen(row, shown.or(buttons.runs().not()));
        buttons.runs().subscribe(_ -> stay());
    }

    /** Shows that picture, and its buttons for a moment. */
    void show(Node picture) {
        getChildren().setAll(picture, row);
        stay();
    }

    private void stay() {
        shown.set(true);
        going.playFromStart();
    }
}
