package chevet.terminal.tv;

import chevet.model.tv.Channel;
import chevet.model.tv.Lineup;
import chevet.terminal.link.Watch;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A channel's number while it is being typed: it counts when it can become no longer one, when the
 * patient says so, or after a while; a hand that trembles takes its time. On the JavaFX thread.
 */
final class Digits {
    static final Duration WAIT = Duration.ofSeconds(3);
    private static final int MOST = Integer.toString(Channel.LAST).length();

    private final TvModel model;
    private final Later later;
    private final Consumer<String> typed;
    private Optional<Watch> waiting = Optional.empty();

    /**
     * @param typed called with all digits of a number
     */
    Digits(TvModel model, Later later, Consumer<String> typed) {
        this.model = model;
        this.later = later;
        this.typed = typed;
    }

    void type(int digit, Lineup lineup) {
        stop();
        String digits = model.typed().get() + digit;
        model.typed().set(digits);
        if (digits.length() < MOST && lineup.longer(digits)) {
            waiting = Optional.of(later.in(WAIT, this::dial));
        } else {
            dial();
        }
    }

    void erase() {
        stop();
        String digits = model.typed().get();
        model.typed().set(digits.isEmpty() ? "" : digits.substring(0, digits.length() - 1));
    }

    /** Takes what is typed for the whole number. */
    void dial() {
        stop();
        String digits = model.typed().get();
        model.typed().set("");
        if (!digits.isEmpty()) {
            typed.accept(digits);
        }
    }

    void forget() {
        stop();
        model.typed().set("");
    }

    private void stop() {
        waiting.ifPresent(Watch::close);
        waiting = Optional.empty();
    }
}
