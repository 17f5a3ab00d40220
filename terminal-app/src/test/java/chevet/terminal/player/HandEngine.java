package chevet.terminal.player;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** An engine whose states a test sets by hand, for screens that are tried without any media. */
public final class HandEngine extends ToldEngine {
    private final Region picture = new Region();
    private final List<MediaSource> opened = new ArrayList<>();
    private final List<MediaSource> openedWarm = new ArrayList<>();
    private List<MediaSource.Live> warm = List.of();
    private Loudness loudness = new Loudness(40, 100, false);
    private TrackWish wish = TrackWish.NONE;
    private double rate = 1;
    private boolean pauses = true;

    /** All that was opened, the last one last. */
    public List<MediaSource> opened() {
        return opened;
    }

    /** What was opened while it was kept warm. */
    public List<MediaSource> openedWarm() {
        return openedWarm;
    }

    public List<MediaSource.Live> warm() {
        return warm;
    }

    public TrackWish wish() {
        return wish;
    }

    public double rate() {
        return rate;
    }

    public void become(PlayState next) {
        state.set(next);
    }

    public void stand(Duration at, Optional<Duration> of) {
        length.set(of);
        position.set(at);
    }

    public void offer(Tracks offered) {
        tracks.set(offered);
    }

    public void hearNothing(boolean nothing) {
        silent.set(nothing);
    }

    @Override
    public void open(MediaSource source) {
        opened.add(source);
        if (source instanceof MediaSource.Live live && warm.contains(live)) {
            openedWarm.add(source);
        }
        rate = 1;
        position.set(source instanceof MediaSource.Film film ? film.from() : Duration.ZERO);
        length.set(Optional.empty());
        state.set(new PlayState.Buffering());
    }

    @Override
    public void stop() {
        state.set(new PlayState.Idle());
    }

    @Override
    public void play() {
        state.set(new PlayState.Playing());
    }

    /** As an engine does that has not opened anything yet. */
    public void refuseToPause() {
        pauses = false;
    }

    @Override
    public void pause() {
        if (pauses) {
            state.set(new PlayState.Paused());
        }
    }

    @Override
    public void seek(Duration to) {
        position.set(to);
    }

    @Override
    public void setRate(double asked) {
        rate = Math.clamp(asked, SLOWEST, FASTEST);
    }

    @Override
    public void setLoudness(Loudness next) {
        loudness = next;
    }

    @Override
    public Loudness loudness() {
        return loudness;
    }

    @Override
    public void keepWarm(List<MediaSource.Live> next) {
        warm = List.copyOf(next);
    }

    @Override
    public void prefer(TrackWish wished) {
        wish = wished;
    }

    @Override
    public void chooseSound(Track sound) {
        Tracks now = tracks.get();
        tracks.set(new Tracks(now.sounds(), Optional.of(sound), now.texts(), now.text()));
    }

    @Override
    public void chooseText(Optional<Track> text) {
        Tracks now = tracks.get();
        tracks.set(new Tracks(now.sounds(), now.sound(), now.texts(), text));
    }

    @Override
    public Node picture() {
        return picture;
    }

    @Override
    public void close() {
        stop();
    }
}
