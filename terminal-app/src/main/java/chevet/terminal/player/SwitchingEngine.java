package chevet.terminal.player;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays each source by the first way that works, watches that it goes on, and opens it anew when it
 * does not.
 */
final class SwitchingEngine extends ToldEngine {
    private static final Logger LOG = LoggerFactory.getLogger(SwitchingEngine.class);

    /** A film that ends this long before its end was cut off. */
    private static final Duration SHORT = Duration.ofSeconds(2);

    /** So often a film is opened anew at one place before the patient is told. */
    private static final int TRIES_OF_A_FILM = 3;

    private static final javafx.util.Duration TICK = javafx.util.Duration.millis(100);

    private static final Pipelines.Shaped.Is NOTHING =
            new Pipelines.Shaped.Is(List.of(), Optional.empty());

    private final Pipelines pipelines;
    private final PicturePane pane = new PicturePane();
    private final Watch watch = new Watch();
    private final Timeline ticks = new Timeline(new KeyFrame(TICK, _ -> tick()));

    private Loudness loudness = new Loudness(40, 100, false);
    private final Choosing choosing = new Choosing(tracks);
    private Optional<MediaSource> source = Optional.empty();
    private Optional<Pipeline> running = Optional.empty();
    private final Captions captions = new Captions();
    private List<Way> ways = List.of();
    private Pipelines.Shaped.Is shape = NOTHING;
    private double rate = 1;
    private boolean paused;

    /** The way that is tried now has shown something, or was heard. */
    private boolean proven;

    /** Counts what was opened, so that a late answer to what was left is known as such. */
    private int opening;

    SwitchingEngine(Pipelines pipelines) {
        this.pipelines = pipelines;
        ticks.setCycleCount(Animation.INDEFINITE);
        state.addListener((_, _, now) -> kept(now));
    }

    private void kept(PlayState now) {
        switch (now) {
            case PlayState.Playing _, PlayState.Buffering _ -> {
                // What was made for the zap in hand, or may be for the next.
            }
            default -> pipelines.rest();
        }
    }

    @Override
    public void open(MediaSource next) {
        leave();
        source = Optional.of(next);
        paused = false;
        rate = 1;
        choosing.opened();
        length.set(Optional.empty());
        shape = NOTHING;
        position.set(next instanceof MediaSource.Film film ? film.from() : Duration.ZERO);
        state.set(new PlayState.Buffering());
        watch.opened(System.nanoTime());
        ticks.play();
        look(next);
    }

    /** Finds out what it is, then tries the first way. */
    private void look(MediaSource what) {
        int mine = ++opening;
        ways = List.of();
        pipelines.shape(
                what,
                shaped -> {
                    if (mine != opening) {
                        return;
                    }
                    switch (shaped) {
                        case Pipelines.Shaped.Is is -> {
                            shape = is;
                            ways = is.ways();
                            attempt();
                        }
                        case Pipelines.Shaped.No no -> failed(no.why(), no.what());
                    }
                });
    }

    private void attempt() {
        if (ways.isEmpty()) {
            failed(Trouble.NOT_INSTALLED, "nothing here plays it");
            return;
        }
        watch.begun(System.nanoTime());
        proven = false;
        int mine = ++opening;
        Pipeline next =
                pipelines.make(
                        ways.getFirst(),
                        source.orElseThrow(),
                        shape,
                        choosing.before(shape.sounds()),
                        position.get(),
                        loudness,
                        choosing.wish(),
                        new Listening(mine));
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

    private final class Listening implements Pipeline.Ear {
        private final int mine;

        Listening(int mine) {
            this.mine = mine;
        }

        private boolean deaf() {
            return mine != opening;
        }

        @Override
        public void progress() {
            if (deaf()) {
                return;
            }
            watch.progress(System.nanoTime());
            if (!proven) {
                proven = true;
                pipelines.played(source.orElseThrow(), ways.getFirst());
            }
            pane.requestLayout();
            if (!paused && !(state.get() instanceof PlayState.Playing)) {
                state.set(new PlayState.Playing());
            }
        }

        @Override
        public void length(Duration whole) {
            if (!deaf()) {
                length.set(Optional.of(whole));
            }
        }

        @Override
        public void tracks(
                List<Track> sounds,
                Optional<Track> sound,
                List<Track> texts,
                Optional<Track> text) {
            if (deaf()) {
                return;
            }
            Optional<List<Track>> drawn = Captions.of(source.orElseThrow(), shape.texts());
            Optional<Track> other =
                    choosing.told(new Tracks(sounds, sound, texts, text), shape.sounds(), drawn);
            if (drawn.isPresent()) {
                write(tracks.get().text());
            }
            other.ifPresent(SwitchingEngine.this::switchTo);
        }

        @Override
        public void words(List<String> lines) {
            if (!deaf()) {
                captions.within(lines);
            }
        }

        @Override
        public void silent(boolean now) {
            if (!deaf()) {
                silent.set(now);
            }
        }

        @Override
        public void ended() {
            if (deaf()) {
                return;
            }
            if (live()) {
                SwitchingEngine.this.failed(Trouble.STOPPED, "the live stream has ended");
            } else if (cutOff()) {
                SwitchingEngine.this.failed(Trouble.DAMAGED, "it breaks off at " + position.get());
            } else {
                length.get().ifPresent(position::set);
                drop();
                state.set(new PlayState.Ended());
            }
        }

        @Override
        public void failed(Trouble why, String what) {
            if (!deaf()) {
                SwitchingEngine.this.failed(why, what);
            }
        }
    }

    private boolean cutOff() {
        return length.get()
                .filter(whole -> whole.minus(SHORT).compareTo(position.get()) > 0)
                .isPresent();
    }

    private void write(Optional<Track> text) {
        captions.write(
                source.orElseThrow(),
                text,
                beside -> pipelines.words(shape, ways.getFirst(), beside));
    }

    private void tick() {
        long now = System.nanoTime();
        watch.look(now);
        if (watch.due(now)) {
            source.ifPresent(this::again);
            return;
        }
        if (state.get() instanceof PlayState.Playing) {
            pipelines.lookAhead();
        }
        if (proven) {
            // Until then it may say that it stands at the beginning, wherever it is to begin.
            running.ifPresent(each -> position.set(each.position()));
        }
        Duration played = running.map(Pipeline::played).orElse(Duration.ZERO);
        pane.cues().show(captions.at(position.get(), played));
        if (!paused && watch.late(now, ways.size() > 1 && !proven)) {
            failed(
                    proven ? Trouble.STOPPED : Trouble.NO_SIGNAL,
                    proven ? "it stopped" : "no picture came");
        }
    }

    /** The next way, or the same again later, or not at all. */
    private void failed(Trouble why, String what) {
        opening++;
        // What showed something is known to fit its way.
        boolean otherWay = ways.size() > 1 && !proven;
        boolean comesBack = !otherWay && comesBack(why);
        LOG.warn(
                "player.{} address={} by={} why={} what={}",
                otherWay ? "other-way" : comesBack ? "stalled" : "failed",
                source.orElseThrow().address(),
                ways.isEmpty() ? "none" : ways.getFirst(),
                why,
                what.lines().findFirst().orElse(""));
        closeRunning();
        if (otherWay) {
            ways = ways.subList(1, ways.size());
            attempt();
        } else if (comesBack) {
            watch.gaveUp(System.nanoTime());
            state.set(new PlayState.Stalled(why, watch.tries()));
        } else {
            drop();
            state.set(new PlayState.Failed(why));
        }
    }

    /** A channel always, and a film until it was tried often enough where it stands. */
    private boolean comesBack(Trouble why) {
        return switch (why) {
            case FORMAT, NOT_INSTALLED -> false;
            case NO_SIGNAL, STOPPED -> live() || watch.broke(position.get()) < TRIES_OF_A_FILM;
            case NOT_FOUND, DAMAGED -> live();
        };
    }

    private boolean live() {
        return source.orElseThrow() instanceof MediaSource.Live;
    }

    private void again(MediaSource what) {
        watch.begun(System.nanoTime());
        pipelines.renew(what);
        look(what);
    }

    private void closeRunning() {
        running.ifPresent(Pipeline::close);
        running = Optional.empty();
        pipelines.closed();
        captions.none();
    }

    /** Ends what runs, and keeps what was learnt of it. */
    private void drop() {
        opening++;
        ticks.stop();
        closeRunning();
        pane.cues().show(List.of());
    }

    private void leave() {
        drop();
        pane.clear();
        silent.set(false);
    }

    @Override
    public void stop() {
        leave();
        source = Optional.empty();
        pipelines.left();
        state.set(new PlayState.Idle());
    }

    @Override
    public void play() {
        if (state.get() instanceof PlayState.Ended
                && source.orElseThrow() instanceof MediaSource.Film film) {
            open(new MediaSource.Film(film.address(), Duration.ZERO, film.texts()));
        } else if (paused) {
            paused = false;
            watch.begun(System.nanoTime());
            state.set(new PlayState.Buffering());
            running.ifPresent(Pipeline::play);
        }
    }

    @Override
    public void pause() {
        if (running.isPresent() && !paused) {
            paused = true;
            running.get().pause();
            state.set(new PlayState.Paused());
        }
    }

    @Override
    public void seek(Duration to) {
        Duration held = to.isNegative() ? Duration.ZERO : to;
        Duration within = length.get().filter(end -> end.compareTo(held) < 0).orElse(held);
        if (running.isPresent() && source.orElseThrow() instanceof MediaSource.Film) {
            running.get().seek(within);
            position.set(within);
            watch.begun(System.nanoTime());
        }
    }

    @Override
    public void setRate(double asked) {
        rate = Math.clamp(asked, SLOWEST, FASTEST);
        running.ifPresent(each -> each.setRate(rate));
    }

    @Override
    public void setLoudness(Loudness next) {
        loudness = next;
        running.ifPresent(each -> each.setLoudness(next));
    }

    @Override
    public Loudness loudness() {
        return loudness;
    }

    @Override
    public void keepWarm(List<MediaSource.Live> next) {
        pipelines.keepWarm(next);
        if (state.get() instanceof PlayState.Playing) {
            pipelines.lookAhead();
        }
    }

    @Override
    public void prefer(TrackWish wished) {
        choosing.wish(wished);
    }

    @Override
    public void chooseSound(Track sound) {
        if (tracks.get().sounds().contains(sound)) {
            choosing.ask(sound);
            switchTo(sound);
        }
    }

    private void switchTo(Track sound) {
        Tracks now = tracks.get();
        if (running.isEmpty() || !now.sounds().contains(sound)) {
            return;
        }
        if (shape.sounds().contains(sound)) {
            closeRunning();
            attempt();
        } else if (running.get().chooseSound(sound)) {
            choosing.heard(sound);
        } else if (ways.size() > 1) {
            TrackWish wish = choosing.wish();
            choosing.wish(
                    new TrackWish(
                            sound.language().stream().toList(),
                            wish.description(),
                            wish.text(),
                            wish.written()));
            ways = ways.subList(1, ways.size());
            closeRunning();
            attempt();
        }
    }

    @Override
    public void chooseText(Optional<Track> text) {
        Tracks now = tracks.get();
        if (text.isEmpty() || now.texts().contains(text.get())) {
            choosing.read(text);
            write(text);
            running.ifPresent(each -> each.chooseText(text));
        }
    }

    @Override
    public Node picture() {
        return pane;
    }

    @Override
    public void close() {
        stop();
        pipelines.close();
    }
}
