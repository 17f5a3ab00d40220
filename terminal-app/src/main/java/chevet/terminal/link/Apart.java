package chevet.terminal.link;

import java.util.function.BooleanSupplier;

/**
 * Where files, SQL and the network may be touched: on every thread but the one that draws, which
 * the program names, since a link knows no screen. Asked at each touch.
 */
@FunctionalInterface
public interface Apart {
    /** For programs that draw nothing. */
    Apart ANYWHERE = () -> {};

    /**
     * @throws IllegalStateException on the thread that draws
     */
    void check();

    /**
     * @param drawing true on the thread that draws, and only there
     */
    static Apart from(BooleanSupplier drawing) {
        return () -> {
            if (drawing.getAsBoolean()) {
                throw new IllegalStateException("files, SQL and network are not for this thread");
            }
        };
    }
}
