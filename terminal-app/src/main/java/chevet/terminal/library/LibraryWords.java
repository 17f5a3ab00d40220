package chevet.terminal.library;

import chevet.model.library.Errand;
import chevet.model.library.Film;
import chevet.model.library.Question;
import chevet.terminal.library.CheckModel.Answered;
import chevet.terminal.library.CheckModel.Asked;
import chevet.terminal.library.FilmModel.Stage;
import chevet.terminal.library.LibraryModel.Task;
import chevet.terminal.ui.WardTime;
import chevet.terminal.ui.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sentences of the library, in the language that is spoken now. */
final class LibraryWords {
    /** The bundle beside this class. */
    static final String BUNDLE = "chevet.terminal.library.library";

    private final Words words;
    private final WardTime time;

    LibraryWords(Words words, WardTime time) {
        this.words = words;
        this.time = time;
    }

    /** {@code 6 min}, {@code 40 s}. */
    String length(Duration length) {
        return length.compareTo(Duration.ofMinutes(1)) < 0
                ? words.text("library.seconds", length.toSeconds())
                : words.duration(length.plusSeconds(30));
    }

    /** {@code 2:05}, {@code 1:02:05}. */
    static String place(Duration position) {
        return position.toHours() > 0
                ? String.format(
                        Locale.ROOT,
                        "%d:%02d:%02d",
                        position.toHours(),
                        position.toMinutesPart(),
                        position.toSecondsPart())
                : String.format(
                        Locale.ROOT, "%d:%02d", position.toMinutes(), position.toSecondsPart());
    }

    /** {@code Français}, in the language that is spoken now. */
    String language(String tag) {
        String name = inSentence(tag);
        return name.substring(0, 1).toUpperCase(locale()) + name.substring(1);
    }

    /** {@code français}, but {@code French}. */
    private String inSentence(String tag) {
        String name = Locale.forLanguageTag(tag).getDisplayLanguage(locale());
        return name.isEmpty() ? tag : name;
    }

    private Locale locale() {
        return Locale.of(words.language().tag());
    }

    private String languages(Stream<String> tags) {
        return tags.map(this::inSentence).collect(Collectors.joining(words.text("library.comma")));
    }

    /** {@code 6 min · français, anglais}. */
    String brief(Film film) {
        return words.text("library.dot", length(film.length()), spoken(film));
    }

    /** {@code français, anglais, arabe}. */
    String spoken(Film film) {
        return languages(film.spoken().stream().map(Film.Spoken::language));
    }

    /** {@code Sous-titres : français, arabe}. */
    String written(Film film) {
        return film.subtitles().isEmpty()
                ? words.text("library.no-subtitles")
                : words.text(
                        "library.subtitles",
                        languages(film.subtitles().stream().map(Film.Subtitles::language)));
    }

    /** {@code Service d'ophtalmologie}. */
    String maker(Film film) {
        return words.text("library.maker", film.maker());
    }

    /** {@code Relu le 3 mars 2026 · version 2}. */
    String reviewed(Film film) {
        return words.text(
                "library.dot",
                words.text("library.reviewed", words.fullDate(film.reviewed())),
                words.text("library.version", film.version()));
    }

    /** What a mark on a card says; empty for none. */
    Optional<String> mark(LibraryModel.Card.Mark mark) {
        return mark == LibraryModel.Card.Mark.NONE
                ? Optional.empty()
                : Optional.of(words.text("library.mark." + mark));
    }

    /** What the home screen's tile says. */
    String subtitle(List<Task> tasks, int films) {
        return tasks.isEmpty()
                ? words.count("library.films", films)
                : words.count("library.tasks", tasks.size());
    }

    /** {@code Regardez : Votre opération de la cataracte}. */
    String todo(Task task) {
        return words.text("library.todo." + task.step(), words.text(task.film().title()));
    }

    /** {@code Regarder}, {@code Reprendre}, {@code Répondre}. */
    String action(Errand.Step step) {
        return words.text("library.action." + step);
    }

    /** {@code 6 min · puis 3 questions pour vérifier ensemble · avant demain 8:00}. */
    String detail(Task task) {
        List<String> parts = new ArrayList<>();
        int questions = task.film().check().size();
        switch (task.step()) {
            case WATCH -> parts.add(length(task.film().length()));
            case RESUME -> parts.add(words.text("library.left", length(task.left())));
            case CHECK -> parts.add(words.count("library.questions", questions));
            case NURSE, DONE -> {}
        }
        if (questions > 0 && task.step() != Errand.Step.CHECK) {
            parts.add(words.count("library.then-questions", questions));
        }
        task.before().ifPresent(before -> parts.add(words.text("library.before", moment(before))));
        return parts.stream().reduce((a, b) -> words.text("library.dot", a, b)).orElse("");
    }

    private String moment(Instant instant) {
        ZonedDateTime at = time.at(instant);
        boolean today = time.at(time.now()).toLocalDate().equals(at.toLocalDate());
        String clock = words.time(at.toLocalTime());
        return today
                ? clock
                : words.text("library.moment", words.shortDate(at.toLocalDate()), clock);
    }

    /** What the card over the picture says: a title, then what to do. */
    List<String> cover(Stage stage, Optional<Integer> fetched, boolean prescribed) {
        return switch (stage) {
            case Stage.Closed _, Stage.Opening _ -> both("library.opening");
            case Stage.Fetching _ ->
                    fetched.isPresent()
                            ? List.of(
                                    words.text("library.fetching"),
                                    words.text("library.fetching.percent", fetched.get()))
                            : both("library.fetching");
            case Stage.Away _ -> both("library.away");
            case Stage.Refused refused -> both("library.refused." + refused.why());
            case Stage.Stalled _ -> both("library.stalled");
            case Stage.Failed failed -> both("library.failed." + failed.why());
            case Stage.Ended ended ->
                    ended.questions() > 0
                            ? List.of(
                                    words.text("library.ended"),
                                    words.count("library.ended.questions", ended.questions()))
                            : List.of(
                                    words.text("library.ended"),
                                    words.text(
                                            prescribed
                                                    ? "library.ended.thanks"
                                                    : "library.ended.do"));
            case Stage.Playing _, Stage.Paused _ -> List.of();
        };
    }

    private List<String> both(String key) {
        return List.of(words.text(key), words.text(key + ".do"));
    }

    /** How what was told is on its way; empty where there is nothing to say. */
    Optional<String> sent(String what, Sent sent) {
        return sent == Sent.NOTHING
                ? Optional.empty()
                : Optional.of(words.text("library.sent." + what + "." + sent));
    }

    /** {@code Question 2 sur 3}. */
    String number(Asked asked) {
        return words.text("library.check.number", asked.place() + 1, asked.count());
    }

    /** What came of an answer, never without kindness. */
    String judged(boolean right) {
        return words.text(right ? "library.check.right" : "library.check.unclear");
    }

    /** What the last page says first. */
    String closing(Answered answered) {
        return answered.unclear().isEmpty()
                ? words.text("library.check.all-clear")
                : words.count("library.check.explained", answered.unclear().size());
    }

    /** All that is read aloud of a page of the check. */
    String spoken(CheckModel.Step step) {
        return switch (step) {
            case Asked asked when asked.right().isPresent() ->
                    judged(asked.right().get()) + "\n" + words.text(asked.question().why());
            case Asked asked ->
                    number(asked)
                            + ".\n"
                            + words.text(asked.question().text())
                            + "\n"
                            + asked.question().choices().stream()
                                    .map(Question.Choice::text)
                                    .map(words::text)
                                    .collect(Collectors.joining(".\n"));
            case Answered answered -> words.text("library.check.thanks") + "\n" + closing(answered);
        };
    }
}
