package chevet.terminal.player;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;

/**
 * The pipeline that plays, how it is to play, and what is written over its picture. On the JavaFX
 * thread.
 */
final class Screening {
    private final PicturePane pane = new PicturePane();
    private final Captions captions = new Captions();
    private Optional<Pipeline> running = Optional.empty();
    private Loudness loudness = new Loudness(40, 100, false);
    private double rate = 1;
    private boolean paused;

    Node node() {
        return pane;
    }

    /** Something else is opened: at its own speed, and not paused. */
    void opened() {
        paused = false;
        rate = 1;
    }

    void begin(Pipeline next) {
        running = Optional.of(next);
        pane.show(next.picture());
        next.start();
        if (rate != 1) {
            next.setRate(rate);
        }
        if (paused) {
            next.pause();
        }
    }

    Optional<Pipeline> running() {
        return running;
    }

    /** What plays is let go of, its last picture stays. */
    void end() {
        running.ifPresent(Pipeline::close);
        running = Optional.empty();
        captions.none();
    }

    /** Nothing is written any more. */
    void bare() {
        pane.cues().show(List.of());
    }

    /** Nothing is seen any more. */
    void clear() {
        pane.clear();
    }

    boolean paused() {
        return paused;
    }

    void pause() {
        paused = true;
        running.ifPresent(Pipeline::pause);
    }

    void play() {
        paused = false;
        running.ifPresent(Pipeline::play);
    }

    void setRate(double asked) {
        rate = asked;
        running.ifPresent(each -> each.setRate(rate));
    }

    void setLoudness(Loudness next) {
        loudness = next;
        running.ifPresent(each -> each.setLoudness(next));
    }

    Loudness loudness() {
        return loudness;
    }

    /** As {@link Captions#write}. */
    void write(
            MediaSource source, Optional<Track> text, Function<Track, Optional<HlsWords>> follow) {
        captions.write(source, text, follow);
    }

    /** As {@link Captions#within}. */
    void within(List<String> lines) {
        captions.within(lines);
    }

    /** What is to be read now is written. */
    void draw(Duration position) {
        Duration played = running.map(Pipeline::played).orElse(Duration.ZERO);
        pane.cues().show(captions.at(position, played));
    }
}
