package chevet.terminal.library;

import chevet.model.library.Errand;
import chevet.model.library.Film;
import chevet.model.library.FilmId;
import chevet.model.library.FilmProgress;
import chevet.model.library.ReportProgress;
import chevet.model.library.Watched;
import chevet.terminal.library.FilmModel.Page;
import chevet.terminal.library.FilmModel.Stage;
import chevet.terminal.library.LibraryModel.Task;
import chevet.terminal.player.Loudness;
import chevet.terminal.player.MediaEngine;
import chevet.terminal.player.MediaSource;
import chevet.terminal.player.PlayState;
import chevet.terminal.player.TextTrack;
import chevet.terminal.player.Track;
import chevet.terminal.player.TrackWish;
import chevet.terminal.shell.AudioFocus;
import chevet.terminal.ui.WardTime;
import chevet.terminal.ui.Words;
import chevet.terminal.ui.Work;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Shows a film: opens it where the patient stopped, follows how far it is played and tells the
 * ward. On the JavaFX thread.
 */
final class FilmInteractor implements AudioFocus.Player, Reel.Listener {
    static final List<Double> SPEEDS = List.of(0.75, 1.0, 1.25, 1.5);
    static final Duration BACK = Duration.ofSeconds(10);

    /** The device's own mixer makes it softer. */
    private static final Loudness FULL = new Loudness(100, 100, false);

    private final FilmModel model;
    private final LibraryModel shelves;
    private final LibraryInteractor library;
    private final CheckInteractor check;
    private final Teller teller;
    private final LibraryPorts ports;
    private final Work work;
    private final WardTime time;
    private final Words words;

    private @Nullable MediaEngine engine;
    private Optional<FilmId> wanted = Optional.empty();
    private Optional<Reel> reel = Optional.empty();
    private Optional<Watching> watching = Optional.empty();
    private Optional<ReportProgress> told = Optional.empty();
    private AudioFocus.Held sound = () -> {};
    private boolean interrupted;
    private boolean open;

    FilmInteractor(
            FilmModel model,
            LibraryModel shelves,
            LibraryInteractor library,
            CheckInteractor check,
            Teller teller,
            LibraryPorts ports,
            Work work,
            WardTime time,
            Words words) {
        this.model = model;
        this.shelves = shelves;
        this.library = library;
        this.check = check;
        this.teller = teller;
        this.ports = ports;
        this.work = work;
        this.time = time;
        this.words = words;
    }

    /** The one that shows the film, made when the first film is opened. */
    MediaEngine engine() {
        MediaEngine made = engine;
        if (made == null) {
            made = ports.engine().get();
            engine = made;
            made.setLoudness(FULL);
            made.stateProperty().addListener((_, _, now) -> became(now));
            made.positionProperty().addListener((_, _, now) -> stands(now));
            made.lengthProperty().addListener((_, _, now) -> now.ifPresent(model.length()::set));
            made.silentProperty().addListener((_, _, now) -> model.silent().set(now));
        }
        return made;
    }

    /** The film that is shown when the patient comes to the page next. */
    void want(FilmId film) {
        wanted = Optional.of(film);
    }

    /**
     * The patient comes to the page: the film that was tapped, or else the one that the team wishes
     * for, or else the one that was open.
     */
    void enter() {
        Optional<Film> film =
                wanted.flatMap(library::film)
                        .or(() -> shelves.tasks().get().stream().map(Task::film).findFirst())
                        .or(() -> model.film().get());
        wanted = Optional.empty();
        film.ifPresent(this::show);
    }

    private void show(Film film) {
        boolean other = model.film().get().map(Film::id).filter(film.id()::equals).isEmpty();
        model.film().set(Optional.of(film));
        if (other) {
            model.speed().set(1.0);
        }
        boolean asks = library.step(film).filter(step -> step == Errand.Step.CHECK).isPresent();
        if (asks || (!other && check.open())) {
            answer();
        } else {
            Optional<FilmProgress> progress = library.progress(film);
            play(film, Watched.resume(film, progress), Optional.empty());
        }
    }

    /** Goes from the film to its questions. */
    void answer() {
        model.film()
                .get()
                .ifPresent(
                        film -> {
                            close();
                            model.prescribed().set(library.prescription(film.id()).isPresent());
                            model.page().set(Page.CHECK);
                            check.ask(film);
                        });
    }

    /** From its beginning. */
    void again() {
        model.film().get().ifPresent(film -> play(film, Duration.ZERO, spoken()));
    }

    /** Once more where it stood, after something went wrong. */
    void retry() {
        model.film().get().ifPresent(film -> play(film, model.position().get(), spoken()));
    }

    /** In another language, from where it stands. */
    void speak(String language) {
        model.film()
                .get()
                .filter(_ -> !language.equals(model.spoken().get()))
                .ifPresent(film -> play(film, model.position().get(), Optional.of(language)));
    }

    private Optional<String> spoken() {
        return Optional.of(model.spoken().get()).filter(language -> !language.isEmpty());
    }

    private void play(Film film, Duration from, Optional<String> language) {
        close();
        Optional<FilmProgress> progress = library.progress(film);
        String wish =
                language.or(() -> progress.map(FilmProgress::language))
                        .orElse(words.language().tag());
        model.page().set(Page.FILM);
        model.prescribed().set(library.prescription(film.id()).isPresent());
        model.spoken().set(film.spokenIn(wish).language());
        if (language.isEmpty()) {
            model.subtitles().set(subtitles(film, progress));
        }
        model.written().set(List.of());
        model.fetched().set(Optional.empty());
        model.sent().set(Sent.NOTHING);
        model.length().set(film.length());
        model.position().set(from);
        model.resumed().set(Optional.of(from).filter(Duration::isPositive));
        model.stage().set(new Stage.Fetching());
        Duration furthest =
                progress.filter(known -> known.version().equals(film.version()))
                        .map(FilmProgress::furthest)
                        .orElse(Duration.ZERO);
        watching = Optional.of(new Watching(film.length(), from, furthest, time.now()));
        Reel next = new Reel(ports.objects(), work, film, model.spoken().get(), this);
        reel = Optional.of(next);
        next.start();
    }

    /** As last time; else in the language of the screen: not everybody hears well. */
    private Optional<String> subtitles(Film film, Optional<FilmProgress> progress) {
        String wish =
                progress.map(known -> known.subtitles().orElse("")).orElse(words.language().tag());
        return film.subtitlesIn(wish).map(Film.Subtitles::language);
    }

    @Override
    public void coming(Coming video) {
        model.fetched()
                .set(
                        video instanceof Coming.Under under
                                ? Optional.of(under.percent())
                                : Optional.empty());
        if (!open) {
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

    @Override
    public void ready(URI video, List<TextTrack> texts) {
        open = true;
        model.stage().set(new Stage.Opening());
        model.written()
                .set(texts.stream().flatMap(text -> text.track().language().stream()).toList());
        MediaEngine opened = engine();
        opened.prefer(
                new TrackWish(
                        List.of(model.subtitles().get().orElse(model.spoken().get())),
                        false,
                        model.subtitles().get().isPresent()));
        sound = ports.focus().take(this);
        opened.open(new MediaSource.Film(video, model.position().get(), texts));
        opened.setRate(model.speed().get());
        chooseText();
    }

    private void became(PlayState state) {
        if (!open) {
            return;
        }
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
                tell();
            }
            case PlayState.Stalled _ -> model.stage().set(new Stage.Stalled());
            case PlayState.Failed failed -> {
                model.stage().set(new Stage.Failed(failed.why()));
                if (before instanceof Stage.Playing) {
                    tell();
                }
            }
            case PlayState.Ended _ -> {
                watching.ifPresent(Watching::ended);
                watching.map(Watching::position).ifPresent(model.position()::set);
                tell();
                model.stage().set(new Stage.Ended(questions()));
            }
        }
    }

    /** How many wait for an answer now. */
    private int questions() {
        return model.film()
                .get()
                .filter(film -> library.step(film).equals(Optional.of(Errand.Step.CHECK)))
                .map(film -> film.check().size())
                .orElse(0);
    }

    private void stands(Duration at) {
        if (!open || !(model.stage().get() instanceof Stage.Playing)) {
            return;
        }
        model.position().set(at);
        watching.ifPresent(
                now -> {
                    now.played(at);
                    if (now.due(time.now(), library.connected())) {
                        tell();
                    }
                });
    }

    /** Where the film stands; the same is not told twice. */
    private void tell() {
        Optional<ReportProgress> report =
                watching.flatMap(now -> model.film().get().map(film -> report(film, now)));
        watching.ifPresent(now -> now.told(time.now()));
        if (report.isPresent() && !report.equals(told)) {
            told = report;
            teller.progress(report.get(), model.sent()::set);
        }
    }

    private ReportProgress report(Film film, Watching now) {
        return new ReportProgress(
                film.id(),
                film.version(),
                model.spoken().get(),
                model.subtitles().get(),
                now.position(),
                now.furthest());
    }

    /** The one big button. */
    void playOrPause() {
        if (model.stage().get() instanceof Stage.Playing) {
            engine().pause();
        } else if (open) {
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
        if (open) {
            engine().seek(to);
            model.position().set(to);
            watching.ifPresent(now -> now.jumped(to));
        }
    }

    /**
     * @param speed one of {@link #SPEEDS}
     */
    void speed(double speed) {
        model.speed().set(speed);
        if (open) {
            engine().setRate(speed);
        }
    }

    /** Writes below the picture in that language, or not at all. */
    void write(Optional<String> language) {
        model.subtitles().set(language);
        chooseText();
    }

    private void chooseText() {
        if (open) {
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
        interrupted = model.stage().get() instanceof Stage.Playing;
        if (interrupted) {
            engine().pause();
        }
    }

    @Override
    public void resume() {
        if (interrupted && open) {
            engine().play();
        }
        interrupted = false;
    }

    /** The patient leaves the page. */
    void leave() {
        wanted = Optional.empty();
        close();
        check.hush();
    }

    /** Tells where it stood, and lets go of the picture. */
    private void close() {
        boolean seen =
                switch (model.stage().get()) {
                    case Stage.Playing _, Stage.Stalled _, Stage.Paused _ -> true;
                    case Stage.Closed _,
                            Stage.Fetching _,
                            Stage.Away _,
                            Stage.Refused _,
                            Stage.Opening _,
                            Stage.Failed _,
                            Stage.Ended _ ->
                            false;
                };
        if (seen) {
            tell();
        }
        stop();
    }

    private void stop() {
        boolean was = open;
        open = false;
        reel.ifPresent(Reel::close);
        reel = Optional.empty();
        watching = Optional.empty();
        interrupted = false;
        if (was) {
            engine().stop();
        }
        sound.close();
        sound = () -> {};
        model.stage().set(new Stage.Closed());
    }

    /** Keeps nothing of the stay that lay here, and tells nobody of it. */
    void forget() {
        stop();
        check.forget();
        wanted = Optional.empty();
        told = Optional.empty();
        model.film().set(Optional.empty());
        model.page().set(Page.FILM);
        model.speed().set(1.0);
        model.subtitles().set(Optional.empty());
        model.spoken().set("");
        model.resumed().set(Optional.empty());
        model.position().set(Duration.ZERO);
        model.sent().set(Sent.NOTHING);
    }
}
