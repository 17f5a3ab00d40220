package chevet.terminal.player;

import java.time.Duration;
import java.util.Optional;

/**
 * One source that GStreamer plays, in the process that has GStreamer in it. Safe for any thread.
 */
interface GstPlay extends AutoCloseable {
    void start();

    void play();

    void pause();

    void seek(Duration to);

    void setRate(double rate);

    /**
     * @param factor 0 to 1, linear
     */
    void setVolume(double factor);

    void chooseSound(Track sound);

    void chooseText(Optional<Track> text);

    @Override
    void close();
}
