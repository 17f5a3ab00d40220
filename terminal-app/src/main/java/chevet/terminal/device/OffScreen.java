package chevet.terminal.device;

import javafx.application.Platform;

/** The rule that every door to the outside keeps: never on the JavaFX thread. */
public final class OffScreen {
    private OffScreen() {}

    /**
     * Passes anywhere but on the JavaFX thread.
     *
     * @param door whose work it is, for the message
     * @throws IllegalStateException on the JavaFX thread
     */
    public static void check(String door) {
        if (Platform.isFxApplicationThread()) {
            throw new IllegalStateException(door + ": not on the JavaFX thread");
        }
    }
}
