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

    /** MiB that GStreamer's process may take at most: what it needs itself, and for a group. */
    private static final int HEAP = 160;

    private static final int A_GROUP = 16;

    /** Groups that are kept warm where nobody says otherwise. */
    private static final int WARM = 8;

    private final Installed installed;
    private final GstProcess gstreamer;
    private final int warm;

    private Engines(List<String> settings, int warm) {
        this.warm = warm;
        this.gstreamer = new GstProcess(settings, HEAP + warm * A_GROUP);
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
     * @param warm how many groups may be received beside the one that plays, 0 or more
     */
    public static Engines find(Optional<String> networkInterface, int warm) {
        return new Engines(List.of(networkInterface.orElse("")), warm);
    }

    /** As {@link #find}, with GStreamer's sound going nowhere, in time. */
    public static Engines silent(Optional<String> networkInterface) {
        return new Engines(List.of(networkInterface.orElse(""), "fakesink"), WARM);
    }

    /** A new engine with nothing open. On the JavaFX thread. */
    public MediaEngine engine() {
        return new SwitchingEngine(new Pipelines(installed, gstreamer, warm));
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
