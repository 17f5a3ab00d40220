package chevet.terminal.library;

import chevet.model.library.Film;
import chevet.terminal.library.FilmModel.Stage;
import chevet.terminal.player.Loudness;
import chevet.terminal.player.MediaEngine;
import chevet.terminal.player.MediaSource;
import chevet.terminal.player.PlayState;
import chevet.terminal.player.TextTrack;
import chevet.terminal.player.Track;
import chevet.terminal.player.TrackWish;
import chevet.terminal.player.Trouble;
import chevet.terminal.shell.AudioFocus;
import chevet.terminal.ui.Work;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Shows one film: fetches its parts, opens it, and does with it what the patient wants. Whoever
 * interrupts finds it standing still, and afterwards it goes on where it stood. On the JavaFX
 * thread.
 */
final class Projector implements AudioFocus.Player, Reel.Listener {
    static final List<Double> SPEEDS = List.of(0.75, 1.0, 1.25, 1.5);
    static final Duration BACK = Duration.ofSeconds(10);

    /** In percent of a film: with less than that it would run dry at once again. */
    private static final int MORE = 5;

    /** The device's own mixer makes it softer. */
    private static final Loudness FULL = new Loudness(100, 100, false);

    /** Hears how far the film is seen. */
    interface Audience {
        void stands(Duration at);

        void jumped(Duration to);

        /** It stands still, or broke off: time to say how far it was. */
        void rests();

        /** It has come to its end; told before the stage changes. */
        void ends();

        /** How many questions are to be answered now. */
        int questions();
    }

    private record Ready(URI video, List<TextTrack> texts) {}

    private final FilmModel model;
    private final LibraryPorts ports;
    private final Work work;

    private @Nullable MediaEngine engine;
    private @Nullable Audience audience;
    private Optional<Reel> reel = Optional.empty();
    private Optional<Ready> ready = Optional.empty();
    private boolean begun;

    /** How much of it had come, in percent, when it broke off; more of it may let it go on. */
    private Optional<Integer> dry = Optional.empty();

    private AudioFocus.Held sound = () -> {};

    /** Somebody interrupts, and it goes on afterwards. */
    private boolean interrupted;

    /** It could not be paused yet, and has to be opened anew. */
    private boolean halted;

    Projector(FilmModel model, LibraryPorts ports, Work work) {
        this.model = model;
        this.ports = ports;
        this.work = work;
        ports.quiet().hushedProperty().addListener((_, _, _) -> loudness());
    }

    void follow(Audience follower) {
        audience = follower;
    }

    /** The one that shows the film, made when the first film is opened. */
    MediaEngine engine() {
        MediaEngine made = engine;
        if (made == null) {
            made = ports.engine().get();
            engine = made;
            loudness();
            made.stateProperty().addListener((_, _, now) -> became(now));
            made.positionProperty().addListener((_, _, now) -> stands(now));
            made.lengthProperty().addListener((_, _, now) -> now.ifPresent(model.length()::set));
            made.silentProperty().addListener((_, _, now) -> model.silent().set(now));
        }
        return made;
    }

    private void loudness() {
        if (engine != null) {
            engine.setLoudness(FULL.withMuted(ports.quiet().hushedProperty().get()));
        }
    }

    private boolean open() {
        return ready.isPresent();
    }

    /** Fetches and plays it, in the voice and from the place that the model says. */
    void show(Film film) {
        model.stage().set(new Stage.Fetching());
        Reel next = new Reel(ports.objects(), work, film, model.spoken().get(), this);
        reel = Optional.of(next);
        next.start();
    }

    @Override
    public void coming(Coming video) {
        model.fetched()
                .set(
                        video instanceof Coming.Under under
                                ? Optional.of(under.percent())
                                : Optional.empty());
        if (open() && dry.filter(had -> enough(video, had)).isPresent()) {
            start();
        } else if (!open()) {
            model.stage()
                    .set(
                            switch (video) {
                                case Coming.Here _ -> new Stage.Opening();
                                case Coming.Under _ -> new Stage.Fetching();
                                case Coming.Away _ -> new Stage.Away();
                                case Coming.Refused refused -> new Stage.Refused(refused.why());
                            });
        }
    }

    private static boolean enough(Coming video, int had) {
        return switch (video) {
            case Coming.Here _ -> true;
            case Coming.Under under -> under.percent() >= had + MORE;
            case Coming.Away _, Coming.Refused _ -> false;
        };
    }

    @Override
    public void ready(URI video, List<TextTrack> texts) {
        ready = Optional.of(new Ready(video, texts));
        model.written()
                .set(texts.stream().flatMap(text -> text.track().language().stream()).toList());
        start();
    }

    /** Takes the sound and begins, or waits for whoever interrupts. */
    private void start() {
        dry = Optional.empty();
        begun = false;
        model.stage().set(new Stage.Opening());
        sound = ports.focus().take(this);
        if (!halted) {
            begin();
        }
    }

    private void begin() {
        begun = true;
        Ready film = ready.orElseThrow();
        MediaEngine opened = engine();
        opened.prefer(
                new TrackWish(
                        List.of(model.subtitles().get().orElse(model.spoken().get())),
                        false,
                        model.subtitles().get().isPresent()));
        opened.open(new MediaSource.Film(film.video, model.position().get(), film.texts));
        opened.setRate(model.speed().get());
        chooseText();
    }

    private void became(PlayState state) {
        if (!open()) {
            return;
        }
        Audience seen = audience();
        Stage before = model.stage().get();
        switch (state) {
            case PlayState.Idle _ -> {}
            case PlayState.Buffering _ -> model.stage().set(new Stage.Opening());
            case PlayState.Playing _ -> {
                model.stage().set(new Stage.Playing());
                engine().setRate(model.speed().get());
            }
            case PlayState.Paused _ -> {
                model.stage().set(new Stage.Paused());
                seen.rests();
            }
            case PlayState.Stalled _ -> model.stage().set(new Stage.Stalled());
            case PlayState.Failed failed -> {
                dry = breaksOff(failed.why()) ? model.fetched().get() : Optional.empty();
                model.stage().set(new Stage.Failed(failed.why()));
                if (before instanceof Stage.Playing) {
                    seen.rests();
                }
            }
            case PlayState.Ended _ -> {
                seen.ends();
                model.stage().set(new Stage.Ended(seen.questions()));
            }
        }
    }

    private static boolean breaksOff(Trouble why) {
        return switch (why) {
            case NO_SIGNAL, STOPPED, DAMAGED -> true;
            case NOT_FOUND, FORMAT, NOT_INSTALLED -> false;
        };
    }

    private Audience audience() {
        if (audience == null) {
            throw new IllegalStateException("nobody follows the film");
        }
        return audience;
    }

    private void stands(Duration at) {
        if (open() && model.stage().get() instanceof Stage.Playing) {
            model.position().set(at);
            audience().stands(at);
        }
    }

    /** The one big button. */
    void playOrPause() {
        if (model.stage().get() instanceof Stage.Playing) {
            engine().pause();
        } else if (open()) {
            sound = ports.focus().take(this);
            engine().play();
        }
    }

    /** Ten seconds back, to hear it once more. */
    void back() {
        Duration to = model.position().get().minus(BACK);
        seek(to.isNegative() ? Duration.ZERO : to);
    }

    void chapter(Film.Chapter chapter) {
        seek(chapter.from());
    }

    private void seek(Duration to) {
        if (!open()) {
            return;
        }
        boolean over = model.stage().get() instanceof Stage.Ended;
        if (!over) {
            engine().seek(to);
        }
        model.position().set(to);
        audience().jumped(to);
        if (over) {
            // The engine lets go of a film at its end.
            sound = ports.focus().take(this);
            begin();
        }
    }

    /**
     * @param speed one of {@link #SPEEDS}
     */
    void speed(double speed) {
        model.speed().set(speed);
        if (open()) {
            engine().setRate(speed);
        }
    }

    /** Writes below the picture in that language, or not at all. */
    void write(Optional<String> language) {
        model.subtitles().set(language);
        chooseText();
    }

    private void chooseText() {
        if (open()) {
            List<Track> texts = engine().tracksProperty().get().texts();
            Optional<String> wish = model.subtitles().get();
            engine().chooseText(
                            texts.stream()
                                    .filter(text -> wish.isPresent())
                                    .filter(text -> text.language().equals(wish))
                                    .findFirst());
        }
    }

    /** It runs, or is about to: nobody need touch the screen. */
    boolean watched() {
        return switch (model.stage().get()) {
            case Stage.Playing _, Stage.Opening _, Stage.Stalled _ -> true;
            case Stage.Closed _,
                    Stage.Fetching _,
                    Stage.Away _,
                    Stage.Refused _,
                    Stage.Paused _,
                    Stage.Failed _,
                    Stage.Ended _ ->
                    false;
        };
    }

    @Override
    public void pause() {
        interrupted = open() && watched();
        if (interrupted && !begun) {
            halted = true;
        } else if (interrupted) {
            engine().pause();
            if (!(engine().stateProperty().get() instanceof PlayState.Paused)) {
                // It was just being opened: it must not begin to be heard meanwhile.
                engine().stop();
                halted = true;
            }
        }
    }

    @Override
    public void resume() {
        boolean was = interrupted && open();
        boolean anew = halted;
        interrupted = false;
        halted = false;
        if (was && anew) {
            begin();
        } else if (was) {
            engine().play();
        }
    }

    /** Lets go of film and sound. */
    void stop() {
        boolean was = open();
        ready = Optional.empty();
        reel.ifPresent(Reel::close);
        reel = Optional.empty();
        dry = Optional.empty();
        interrupted = false;
        halted = false;
        if (was) {
            engine().stop();
        }
        sound.close();
        sound = () -> {};
        model.stage().set(new Stage.Closed());
    }
}
