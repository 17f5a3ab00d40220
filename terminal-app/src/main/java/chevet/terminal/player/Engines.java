package chevet.terminal.player;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.media.Media;
import javafx.scene.media.MediaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out what this device can play with, and makes engines of it: one for the program, closed at
 * its end.
 */
public final class Engines implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Engines.class);

    private static final String NOWHERE = "file:///dev/null/nothing.mp4";

    private final Installed installed;
    private final GstProcess gstreamer;

    private Engines(GstProcess gstreamer) {
        this.gstreamer = gstreamer;
        List<String> faults = new ArrayList<>(gstreamer.faults());
        boolean javafx = javafx(faults);
        faults.forEach(fault -> LOG.warn("player.not-installed {}", fault));
        gstreamer.notes().forEach(note -> LOG.warn("player.not-installed {}", note));
        this.installed = new Installed(javafx, gstreamer.faults().isEmpty(), faults);
    }

    /**
     * Looks at what is installed, and tells what is missing in one line of the log each. Takes
     * about a second; not for the JavaFX thread.
     *
     * @param networkInterface through which multicast comes; empty: the system's routes say
     */
    public static Engines find(Optional<String> networkInterface) {
        return new Engines(new GstProcess(List.of(networkInterface.orElse(""))));
    }

    /** As {@link #find}, with GStreamer's sound going nowhere, in time. */
    public static Engines silent(Optional<String> networkInterface) {
        return new Engines(new GstProcess(List.of(networkInterface.orElse(""), "fakesink")));
    }

    /** A new engine with nothing open. On the JavaFX thread. */
    public MediaEngine engine() {
        return new SwitchingEngine(new Pipelines(installed, gstreamer));
    }

    /** One line each for IT: what is missing here and what to install. */
    public List<String> faults() {
        return installed.faults();
    }

    /** The process that GStreamer runs in, for those who measure it. */
    public long gstreamerPid() {
        return gstreamer.pid();
    }

    /**
     * Opening what is nowhere loads the native libraries, which would otherwise be read from disk
     * on the JavaFX thread when the first film is opened.
     */
    private static boolean javafx(List<String> faults) {
        try {
            return new Media(NOWHERE).getError() == null;
        } catch (MediaException e) {
            if (e.getType() == MediaException.Type.MEDIA_UNAVAILABLE) {
                return true;
            }
            faults.add("JavaFX Media does not start: " + e.getMessage());
        } catch (LinkageError e) {
            faults.add("JavaFX Media does not start: " + e.getMessage());
        }
        return false;
    }

    @Override
    public void close() {
        gstreamer.close();
    }
}
