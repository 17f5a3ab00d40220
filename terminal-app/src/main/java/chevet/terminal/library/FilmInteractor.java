package chevet.terminal.library;

import chevet.model.library.Errand;
import chevet.model.library.Film;
import chevet.model.library.FilmId;
import chevet.model.library.FilmProgress;
import chevet.model.library.ReportProgress;
import chevet.model.library.Watched;
import chevet.terminal.library.FilmModel.Page;
import chevet.terminal.library.FilmModel.Stage;
import chevet.terminal.ui.WardTime;
import chevet.terminal.ui.Words;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The page of a film: which film, from where, and what the ward is told of it. On the JavaFX
 * thread.
 */
final class FilmInteractor implements Projector.Audience {
    private final FilmModel model;
    private final LibraryInteractor library;
    private final CheckInteractor check;
    private final Teller teller;
    private final Projector projector;
    private final WardTime time;
    private final Words words;
    private final Subtitling subtitling;

    private Optional<FilmId> wanted = Optional.empty();
    private Optional<Watching> watching = Optional.empty();
    private Optional<ReportProgress> told = Optional.empty();

    FilmInteractor(
            FilmModel model,
            LibraryInteractor library,
            CheckInteractor check,
            Teller teller,
            Projector projector,
            WardTime time,
            Words words) {
        this.model = model;
        this.library = library;
        this.check = check;
        this.teller = teller;
        this.projector = projector;
        this.time = time;
        this.words = words;
        this.subtitling = new Subtitling(model, projector, words);
        projector.follow(this);
        // What there is to say and to press without a picture stands around it.
        model.stage().addListener((_, _, now) -> whole(model.whole().get() && now.pictured()));
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
                wanted.flatMap(library::film).or(library::firstTask).or(() -> model.film().get());
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

    /** Below the picture, in that language or not at all. */
    void write(Optional<String> language) {
        subtitling.choose(language);
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
            model.subtitles().set(subtitling.begin(film, progress));
        }
        model.written().set(List.of());
        model.fetched().set(Optional.empty());
        model.sent().set(Sent.NOTHING);
        model.length().set(film.length());
        model.position().set(from);
        model.resumed().set(Optional.of(from).filter(Duration::isPositive));
        Duration furthest =
                progress.filter(known -> known.version().equals(film.version()))
                        .map(FilmProgress::furthest)
                        .orElse(Duration.ZERO);
        watching = Optional.of(new Watching(film.length(), from, furthest, time.now()));
        projector.show(film);
    }

    @Override
    public void stands(Duration at) {
        watching.ifPresent(
                now -> {
                    now.played(at);
                    if (now.due(time.now(), library.connected())) {
                        tell();
                    }
                });
    }

    @Override
    public void jumped(Duration to) {
        watching.ifPresent(now -> now.jumped(to));
    }

    @Override
    public void rests() {
        tell();
    }

    @Override
    public void ends() {
        watching.ifPresent(Watching::ended);
        watching.map(Watching::position).ifPresent(model.position()::set);
        tell();
    }

    @Override
    public int questions() {
        return model.film()
                .get()
                .filter(film -> library.step(film).equals(Optional.of(Errand.Step.CHECK)))
                .map(film -> film.check().size())
                .orElse(0);
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

    /** Gives the picture the whole screen, or what belongs to it again. */
    void whole(boolean alone) {
        model.whole().set(alone);
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
        watching = Optional.empty();
        projector.stop();
    }

    /** Keeps nothing of the stay that lay here, and tells nobody of it. */
    void forget() {
        stop();
        check.forget();
        subtitling.forget();
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
