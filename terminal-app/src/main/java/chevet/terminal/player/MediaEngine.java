package chevet.terminal.player;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;

/**
 * Plays one thing at a time and shows it. Never throws for what a stream does: that is a {@link
 * PlayState}. A picture that stops is noticed within three seconds. All of it on the JavaFX thread;
 * nothing here blocks.
 */
public interface MediaEngine extends AutoCloseable {
    double SLOWEST = 0.75;
    double FASTEST = 1.5;

    /**
     * Opens it and plays; what was open is left. Speed is 1 again, and tracks are chosen by {@link
     * #prefer}.
     */
    void open(MediaSource source);

    /** Leaves what is open: nothing is heard, seen or received any more. */
    void stop();

    /** Goes on after a pause; a live stream goes on where it now is. A film that ended restarts. */
    void play();

    /** Stands still, the picture stays. */
    void pause();

    /** Goes to a place in a film, held within its length; a live stream stays where it is. */
    void seek(Duration to);

    /**
     * How fast a film plays, the pitch of voices kept.
     *
     * @param rate {@value #SLOWEST} to {@value #FASTEST}; what lies outside is held within
     */
    void setRate(double rate);

    void setLoudness(Loudness loudness);

    /** What plays now and at the next {@link #open}. */
    Loudness loudness();

    /**
     * Streams that may be asked for next, the likeliest first: as many groups as the terminal may
     * are received, so that they show a picture at once; of playlists the first two are opened and
     * stand still while the patient zaps, and a few more are looked at. What is not among them any
     * more is left; what plays goes on. Costs network and memory, hardly any processor. Told after
     * an {@link #open}, since what was kept for it is left otherwise.
     */
    void keepWarm(List<MediaSource.Live> next);

    ReadOnlyObjectProperty<PlayState> stateProperty();

    /**
     * Where a film stands, several times a second; of a live stream the time since it was opened.
     */
    ReadOnlyObjectProperty<Duration> positionProperty();

    /** Empty for a live stream and until it is known. */
    ReadOnlyObjectProperty<Optional<Duration>> lengthProperty();

    /** Sound and subtitle tracks and which are chosen; known soon after it plays. */
    ReadOnlyObjectProperty<Tracks> tracksProperty();

    /**
     * What is chosen where a source has several tracks; holds for all that is opened from now on.
     */
    void prefer(TrackWish wish);

    /** Chooses one of {@link Tracks#sounds}; an unknown one changes nothing. */
    void chooseSound(Track sound);

    /** Chooses one of {@link Tracks#texts}, empty for none; an unknown one changes nothing. */
    void chooseText(Optional<Track> text);

    /** True while something plays and this device has nothing to be heard with. */
    ReadOnlyBooleanProperty silentProperty();

    /**
     * The picture with its subtitles, always the same node: as large as its parent makes it, the
     * film in its own proportions inside.
     */
    Node picture();

    /** Leaves what is open and all that is kept warm, for good. */
    @Override
    void close();
}
