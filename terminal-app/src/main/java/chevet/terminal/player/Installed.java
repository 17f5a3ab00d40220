package chevet.terminal.player;

import java.util.List;

/**
 * What this device can play with.
 *
 * @param javafx JavaFX Media and the libraries that it decodes with
 * @param gstreamer GStreamer with all elements that are used here
 * @param faults one line each for IT: what is missing, what it means, and what to install
 */
record Installed(boolean javafx, boolean gstreamer, List<String> faults) {
    Installed {
        faults = List.copyOf(faults);
    }
}
