package chevet.terminal.player;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;

/**
 * One try to play one source by one technique; it is not used again after that. On the JavaFX
 * thread, and it never blocks it.
 */
interface Pipeline extends AutoCloseable {
    /** What a pipeline tells, on the JavaFX thread; nothing after it was closed. */
    interface Ear {
        /** Something new was seen or, where there is no picture, heard. */
        void progress();

        void length(Duration length);

        /** What may be chosen, and what is. */
        void tracks(
                List<Track> sounds, Optional<Track> sound, List<Track> texts, Optional<Track> text);

        /** Subtitles within a live stream: the lines that are shown from now on, or none. */
        void words(List<String> lines);

        void silent(boolean silent);

        void ended();

        /**
         * @param what for the log: one line that says what is wrong
         */
        void failed(Trouble why, String what);
    }

    void start();

    void play();

    void pause();

    void seek(Duration to);

    void setRate(double rate);

    void setLoudness(Loudness loudness);

    /** False when this technique cannot choose and another one must. */
    boolean chooseSound(Track sound);

    /** Draws one of the texts that it told of into the picture; or none, or another's. */
    void chooseText(Optional<Track> text);

    /** Where a film stands; of a live stream the time since it was opened. */
    Duration position();

    /** How much of it was shown or heard, by its own clock. */
    Duration played();

    Node picture();

    @Override
    void close();
}
