package chevet.terminal.tv;

import chevet.terminal.link.Watch;
import java.time.Duration;
import javafx.animation.PauseTransition;

/** By JavaFX's own clock. */
final class FxLater implements Later {
    @Override
    public Watch in(Duration wait, Runnable action) {
        PauseTransition pause =
                new PauseTransition(javafx.util.Duration.millis((double) wait.toMillis()));
        pause.setOnFinished(_ -> action.run());
        pause.play();
        return pause::stop;
    }
}
