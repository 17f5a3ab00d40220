package chevet.terminal.player;

import java.util.ArrayList;
import java.util.List;

/** A technique to play something; which ones come into question is decided here. */
enum Way {
    JAVAFX,
    GSTREAMER_URI,
    GSTREAMER_GROUP;

    /** What a source turned out to be. */
    enum Shape {
        GROUP,
        /** Live, through a playlist of segments. */
        HLS,
        /** The same with its sound in a playlist of its own. */
        HLS_SOUND_BESIDE,
        /** Live, one endless answer of an HTTP server. */
        HTTP_STREAM,
        FILM
    }

    /**
     * All that may play it, the best first: JavaFX Media was measured to zap faster and to cost
     * half of GStreamer for what it plays.
     *
     * @return empty when what is installed cannot play such a thing
     */
    static List<Way> of(Shape shape, Installed installed) {
        List<Way> ways = new ArrayList<>();
        if (installed.javafx() && (shape == Shape.HLS || shape == Shape.FILM)) {
            ways.add(JAVAFX);
        }
        if (installed.gstreamer()) {
            ways.add(shape == Shape.GROUP ? GSTREAMER_GROUP : GSTREAMER_URI);
        }
        // Of sounds in a playlist of their own JavaFX Media plays none in transport streams.
        if (installed.javafx() && (shape == Shape.HTTP_STREAM || shape == Shape.HLS_SOUND_BESIDE)) {
            ways.add(JAVAFX);
        }
        return ways;
    }
}
