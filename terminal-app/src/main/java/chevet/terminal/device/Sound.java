package chevet.terminal.device;

import java.util.Optional;

/** The device's loudspeaker or headphones. Not for the JavaFX thread. */
public interface Sound {
    /** Per cent; empty when the device does not say. */
    Optional<Integer> volume();

    /**
     * Sets how loud it is; a device that will not is logged and left as it is.
     *
     * @param percent 0 to 100
     */
    void setVolume(int percent);

    /** Whether headphones are plugged in; empty when the device does not say. */
    default Optional<Boolean> headphones() {
        return Optional.empty();
    }
}
