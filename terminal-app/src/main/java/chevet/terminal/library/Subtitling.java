package chevet.terminal.library;

import chevet.model.library.Film;
import chevet.model.library.FilmProgress;
import chevet.model.text.Language;
import chevet.terminal.ui.Words;
import java.util.Optional;

/**
 * In which language films are subtitled: the screen's, also when that changes, unless the patient
 * has chosen another one. On the JavaFX thread.
 */
final class Subtitling {
    private final FilmModel model;
    private final Projector projector;
    private final Words words;

    /** What is read is in a language that the screen did not speak when it was chosen. */
    private boolean own;

    /** What the screen spoke before, since a film was seen. */
    private Optional<Language> former = Optional.empty();

    Subtitling(FilmModel model, Projector projector, Words words) {
        this.model = model;
        this.projector = projector;
        this.words = words;
        words.languageProperty().addListener((_, before, _) -> follow(before));
    }

    /** By hand: in that language, or none. */
    void choose(Optional<String> language) {
        own = other(language);
        projector.write(language);
    }

    /** As last time; else in the language of the screen: not everybody hears well. */
    Optional<String> begin(Film film, Optional<FilmProgress> progress) {
        Optional<String> last = progress.map(known -> known.subtitles().orElse(""));
        boolean follows = !own && last.isPresent() && last.equals(former.map(Language::tag));
        String wish = last.orElse(words.language().tag());
        Optional<String> read =
                (follows ? now(film) : Optional.<String>empty())
                        .or(() -> film.subtitlesIn(wish).map(Film.Subtitles::language));
        own = !follows && other(read);
        return read;
    }

    private boolean other(Optional<String> language) {
        return language.filter(each -> !each.equals(words.language().tag())).isPresent();
    }

    private void follow(Language before) {
        former = model.film().get().map(_ -> before);
        if (!own && model.subtitles().get().isPresent()) {
            model.film()
                    .get()
                    .flatMap(this::now)
                    .ifPresent(language -> projector.write(Optional.of(language)));
        }
    }

    private Optional<String> now(Film film) {
        return film.subtitlesIn(words.language().tag()).map(Film.Subtitles::language);
    }

    /** Keeps nothing of the stay that lay here. */
    void forget() {
        own = false;
        former = Optional.empty();
    }
}
