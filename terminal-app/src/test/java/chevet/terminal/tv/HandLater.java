package chevet.terminal.tv;

import chevet.terminal.HandClock;
import chevet.terminal.link.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Does later what a hand clock has reached. */
final class HandLater implements Later {
    private record Due(Instant at, Runnable action) {}

    private final HandClock clock;
    private final List<Due> waiting = new ArrayList<>();

    HandLater(HandClock clock) {
        this.clock = clock;
    }

    @Override
    public Watch in(Duration wait, Runnable action) {
        Due due = new Due(clock.instant().plus(wait), action);
        waiting.add(due);
        return () -> waiting.remove(due);
    }

    /** Lets that much time pass, second by second. */
    void pass(Duration time) {
        for (long second = 0; second < time.toSeconds(); second++) {
            clock.forward(Duration.ofSeconds(1));
            Optional<Due> next = next();
            while (next.isPresent()) {
                waiting.remove(next.get());
                next.get().action().run();
                next = next();
            }
        }
    }

    private Optional<Due> next() {
        return waiting.stream()
                .filter(due -> !due.at().isAfter(clock.instant()))
                .min(Comparator.comparing(Due::at));
    }
}
