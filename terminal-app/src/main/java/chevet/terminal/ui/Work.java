package chevet.terminal.ui;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The two places where a screen's work is done: {@code apart} for what reads or writes, one thing
 * at a time in their order, and {@code screen} for what changes nodes and models.
 *
 * @param apart never the JavaFX thread, except in a test that wants all at once
 * @param screen the JavaFX thread, or the same thread in a test without a toolkit
 */
public record Work(Executor apart, Executor screen) {
    /** Reads apart, then hands what was read to the screen. */
    public <T> void read(Supplier<T> reading, Consumer<T> shown) {
        apart.execute(
                () -> {
                    T read = reading.get();
                    screen.execute(() -> shown.accept(read));
                });
    }
}
