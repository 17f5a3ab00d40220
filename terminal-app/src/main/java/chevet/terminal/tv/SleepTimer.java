package chevet.terminal.tv;

import chevet.terminal.ui.WardTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;

/** When it switches itself off, for those who fall asleep. On the JavaFX thread. */
final class SleepTimer {
    /** So long before, it says so. */
    static final Duration SOON = Duration.ofMinutes(1);

    private final ObjectProperty<Optional<Instant>> at;
    private final WardTime time;

    SleepTimer(ObjectProperty<Optional<Instant>> at, WardTime time) {
        this.at = at;
        this.time = time;
    }

    void set(Optional<Instant> instant) {
        at.set(instant);
    }

    boolean over() {
        return at.get().filter(end -> !time.now().isBefore(end)).isPresent();
    }

    boolean soon() {
        return at.get().filter(end -> !time.now().isBefore(end.minus(SOON))).isPresent();
    }
}
