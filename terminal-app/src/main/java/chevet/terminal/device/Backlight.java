package chevet.terminal.device;

import java.util.Optional;

/** The light behind the screen. Not for the JavaFX thread. */
public interface Backlight {
    /** Per cent; empty when the device does not say. */
    Optional<Integer> percent();

    /**
     * Sets how bright it is; a device that will not is logged and left as it is.
     *
     * @param percent 1 to 100
     */
    void set(int percent);
}
