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
 * does not: {@link Attempts} decides that, {@link Choosing} which sound and subtitles, and {@link
 * Screening} is what plays.
 */
final class SwitchingEngine extends ToldEngine {
    private static final Logger LOG = LoggerFactory.getLogger(SwitchingEngine.class);

    /** A film that ends this long before its end was cut off. */
    private static final Duration SHORT = Duration.ofSeconds(2);

    private static final javafx.util.Duration TICK = javafx.util.Duration.millis(100);

    private final Pipelines pipelines;
    private final Attempts attempts = new Attempts();
    private final Screening screening = new Screening();
    private final Choosing choosing = new Choosing(tracks);
    private final Timeline ticks = new Timeline(new KeyFrame(TICK, _ -> tick()));
    private Optional<MediaSource> source = Optional.empty();

    /** Nothing could be heard of what sounded last. */
    private boolean soundless;

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
        screening.opened();
        choosing.opened();
        attempts.opened(System.nanoTime());
        length.set(Optional.empty());
        position.set(next instanceof MediaSource.Film film ? film.from() : Duration.ZERO);
        state.set(new PlayState.Buffering());
        ticks.play();
        look(next);
    }

    /** Finds out what it is, then tries the first way. */
    private void look(MediaSource what) {
        int mine = ++opening;
        attempts.looking();
        pipelines.shape(
                what,
                shaped -> {
                    if (mine != opening) {
                        return;
                    }
                    switch (shaped) {
                        case Pipelines.Shaped.Is is -> {
                            attempts.found(is);
                            attempt();
                        }
                        case Pipelines.Shaped.No no -> failed(no.why(), no.what());
                    }
                });
    }

    private void attempt() {
        if (attempts.way().isEmpty()) {
            failed(Trouble.NOT_INSTALLED, "nothing here plays it");
            return;
        }
        attempts.begun(System.nanoTime());
        int mine = ++opening;
        screening.begin(
                pipelines.make(
                        attempts.way().get(),
                        source.orElseThrow(),
                        attempts.shape(),
                        choosing.before(attempts.shape().sounds()),
                        position.get(),
                        screening.loudness(),
                        choosing.wish(),
                        new Listening(mine)));
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
            if (attempts.progress(System.nanoTime())) {
                pipelines.played(source.orElseThrow(), attempts.way().orElseThrow());
            }
            if (!screening.paused() && !(state.get() instanceof PlayState.Playing)) {
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
            Pipelines.Shaped.Is shape = attempts.shape();
            Optional<List<Track>> drawn = Captions.of(source.orElseThrow(), shape.texts());
            Optional<Track> other =
                    choosing.told(new Tracks(sounds, sound, texts, text), shape.sounds(), drawn);
            if (drawn.isPresent() || !shape.forced().isEmpty()) {
                write(tracks.get().text());
            }
            other.ifPresent(SwitchingEngine.this::switchTo);
        }

        @Override
        public void words(List<String> lines) {
            if (!deaf()) {
                screening.within(lines);
            }
        }

        @Override
        public void silent(boolean now) {
            if (!deaf()) {
                soundless(now);
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

    /** Once, not at each zap. */
    private void soundless(boolean now) {
        if (now && !soundless) {
            LOG.warn("player.no-sound no sound device opens, so everything plays in silence");
        }
        soundless = now;
    }

    private boolean cutOff() {
        return length.get()
                .filter(whole -> whole.minus(SHORT).compareTo(position.get()) > 0)
                .isPresent();
    }

    private void write(Optional<Track> text) {
        screening.write(
                source.orElseThrow(),
                text.or(() -> choosing.unasked(attempts.shape().forced())),
                beside ->
                        attempts.way()
                                .flatMap(by -> pipelines.words(attempts.shape(), by, beside)));
    }

    private void tick() {
        long now = System.nanoTime();
        attempts.look(now);
        if (attempts.due(now)) {
            source.ifPresent(this::again);
            return;
        }
        if (state.get() instanceof PlayState.Playing) {
            if (screening
                    .running()
                    .filter(each -> pipelines.turns(each.played(), now))
                    .isPresent()) {
                closeRunning();
                attempt();
                return;
            }
            pipelines.lookAhead();
        }
        boolean proven = attempts.proven();
        if (proven) {
            // Until then it may say that it stands at the beginning, wherever it is to begin.
            screening.running().ifPresent(each -> position.set(each.position()));
        }
        screening.draw(position.get());
        if (!screening.paused() && attempts.late(now)) {
            failed(
                    proven ? Trouble.STOPPED : Trouble.NO_SIGNAL,
                    proven ? "it stopped" : "no picture came");
        }
    }

    /** The next way, or the same again later, or not at all. */
    private void failed(Trouble why, String what) {
        opening++;
        Attempts.Verdict verdict = attempts.failed(why, source.orElseThrow(), position.get());
        LOG.warn(
                "player.{} address={} by={} why={} what={}",
                switch (verdict) {
                    case OTHER_WAY -> "other-way";
                    case COMES_BACK -> "stalled";
                    case OVER -> "failed";
                },
                source.orElseThrow().address(),
                attempts.way().map(Way::name).orElse("none"),
                why,
                what.lines().findFirst().orElse(""));
        closeRunning();
        switch (verdict) {
            case OTHER_WAY -> {
                attempts.other();
                attempt();
            }
            case COMES_BACK ->
                    state.set(new PlayState.Stalled(why, attempts.gaveUp(System.nanoTime())));
            case OVER -> {
                drop();
                state.set(new PlayState.Failed(why));
            }
        }
    }

    private boolean live() {
        return source.orElseThrow() instanceof MediaSource.Live;
    }

    private void again(MediaSource what) {
        attempts.waiting(System.nanoTime());
        pipelines.renew(what);
        look(what);
    }

    private void closeRunning() {
        screening.end();
        pipelines.closed();
    }

    /** Ends what runs, and keeps what was learnt of it. */
    private void drop() {
        opening++;
        ticks.stop();
        closeRunning();
        screening.bare();
    }

    private void leave() {
        drop();
        screening.clear();
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
        } else if (screening.paused()) {
            attempts.waiting(System.nanoTime());
            state.set(new PlayState.Buffering());
            boolean lapsed = lapses();
            if (lapsed) {
                closeRunning();
            }
            screening.play();
            if (lapsed) {
                attempt();
            }
        }
    }

    /**
     * A live playlist forgets what is older than its window: JavaFX Media plays what it has of it
     * and then shows its last picture for ever, as if it went on. A group is joined anew anyway.
     */
    private boolean lapses() {
        return source.filter(what -> what instanceof MediaSource.Live live && !live.multicast())
                .isPresent();
    }

    @Override
    public void pause() {
        if (screening.running().isPresent() && !screening.paused()) {
            screening.pause();
            state.set(new PlayState.Paused());
        }
    }

    @Override
    public void seek(Duration to) {
        Duration held = to.isNegative() ? Duration.ZERO : to;
        Duration within = length.get().filter(end -> end.compareTo(held) < 0).orElse(held);
        Optional<Pipeline> running = screening.running();
        if (running.isPresent() && source.orElseThrow() instanceof MediaSource.Film) {
            running.get().seek(within);
            position.set(within);
            attempts.waiting(System.nanoTime());
        }
    }

    @Override
    public void setRate(double asked) {
        screening.setRate(Math.clamp(asked, SLOWEST, FASTEST));
    }

    @Override
    public void setLoudness(Loudness next) {
        screening.setLoudness(next);
    }

    @Override
    public Loudness loudness() {
        return screening.loudness();
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
        Optional<Pipeline> running = screening.running();
        if (running.isEmpty() || !now.sounds().contains(sound)) {
            return;
        }
        if (attempts.shape().sounds().contains(sound)) {
            closeRunning();
            attempt();
        } else if (running.get().chooseSound(sound)) {
            choosing.heard(sound);
        } else if (attempts.others()) {
            TrackWish wish = choosing.wish();
            choosing.wish(
                    new TrackWish(
                            sound.language().stream().toList(),
                            wish.description(),
                            wish.text(),
                            wish.written()));
            attempts.other();
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
            screening.running().ifPresent(each -> each.chooseText(text));
        }
    }

    @Override
    public Node picture() {
        return screening.node();
    }

    @Override
    public void close() {
        stop();
        pipelines.close();
    }
}
