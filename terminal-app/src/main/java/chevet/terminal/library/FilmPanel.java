package chevet.terminal.library;

import static chevet.terminal.ui.Kit.fixed;

import chevet.model.library.Film;
import chevet.terminal.ui.Choices;
import chevet.terminal.ui.Icon;
import chevet.terminal.ui.Kit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What the film is, and how it is to be played: subtitles, voice, speed, chapters. */
final class FilmPanel extends VBox {
    private final Kit kit;
    private final LibraryWords words;
    private final FilmModel model;
    private final FilmInteractor interactor;
    private final Projector projector;
    private ObjectProperty<String> spoken = new SimpleObjectProperty<>("");
    private ObjectProperty<Optional<String>> written = new SimpleObjectProperty<>(Optional.empty());
    private final Node speed;

    FilmPanel(
            Kit kit,
            LibraryWords words,
            FilmModel model,
            FilmInteractor interactor,
            Projector projector) {
        this.kit = kit;
        this.words = words;
        this.model = model;
        this.interactor = interactor;
        this.projector = projector;
        this.speed =
                card(
                        "library.speed",
                        new Choices<>(
                                Projector.SPEEDS,
                                model.speed(),
                                each -> kit.words().live("library.speed." + each),
                                projector::speed));
        getStyleClass().add("film-panel");
        model.film().addListener((_, _, _) -> build());
        model.prescribed().addListener((_, _, _) -> build());
        model.written().addListener((_, _, _) -> build());
        model.spoken().addListener((_, _, now) -> spoken.set(now));
        model.subtitles().addListener((_, _, now) -> written.set(now));
        kit.words().languageProperty().addListener((_, _, _) -> build());
        build();
    }

    private void build() {
        getChildren().clear();
        model.film().get().ifPresent(this::build);
    }

    private void build(Film film) {
        getChildren().add(what(film));
        if (!model.written().get().isEmpty()) {
            getChildren().add(subtitles());
        }
        if (film.spoken().size() > 1) {
            getChildren().add(voices(film));
        }
        getChildren().add(speed);
        if (!film.chapters().isEmpty()) {
            getChildren().add(chapters(film));
        }
    }

    private Node what(Film film) {
        VBox what = kit.card();
        if (model.prescribed().get()) {
            what.getChildren()
                    .add(
                            kit.chip(
                                    Kit.Tone.OK,
                                    Icon.Shape.TEAM,
                                    kit.words().live("library.prescribed")));
        }
        what.getChildren().add(kit.title(fixed(kit.words().text(film.title()))));
        String about = kit.words().text(film.about());
        if (!about.isBlank()) {
            what.getChildren().add(kit.text(fixed(about)));
        }
        for (String line :
                List.of(
                        words.brief(film),
                        words.written(film),
                        words.maker(film),
                        words.reviewed(film))) {
            what.getChildren().add(kit.secondary(fixed(line)));
        }
        return what;
    }

    private Node subtitles() {
        List<Optional<String>> all = new ArrayList<>();
        all.add(Optional.empty());
        model.written().get().forEach(each -> all.add(Optional.of(each)));
        written = new SimpleObjectProperty<>(model.subtitles().get());
        Choices<Optional<String>> choices =
                new Choices<>(
                        all,
                        written,
                        each ->
                                fixed(
                                        each.map(words::language)
                                                .orElseGet(
                                                        () ->
                                                                kit.words()
                                                                        .text(
                                                                                "library.subtitles.none"))),
                        interactor::write);
        all.forEach(each -> choices.button(each).setId("subtitles-" + each.orElse("none")));
        return card("library.subtitles.title", choices);
    }

    private Node voices(Film film) {
        List<String> all = film.spoken().stream().map(Film.Spoken::language).toList();
        spoken = new SimpleObjectProperty<>(model.spoken().get());
        Choices<String> choices =
                new Choices<>(all, spoken, each -> fixed(words.language(each)), interactor::speak);
        all.forEach(each -> choices.button(each).setId("voice-" + each));
        return card("library.voice", choices);
    }

    private Node chapters(Film film) {
        VBox list = new VBox();
        list.getStyleClass().add("film-chapters");
        for (Film.Chapter chapter : film.chapters()) {
            String name =
                    kit.words()
                            .text(
                                    "library.chapter",
                                    LibraryWords.place(chapter.from()),
                                    kit.words().text(chapter.title()));
            Button button =
                    kit.button(Icon.Shape.CHAPTERS, fixed(name), () -> projector.chapter(chapter));
            button.setMaxWidth(Double.MAX_VALUE);
            button.getStyleClass().add("film-chapter");
            list.getChildren().add(button);
        }
        return card("library.chapters", list);
    }

    private Node card(String title, Region control) {
        control.setMinHeight(Region.USE_PREF_SIZE);
        return kit.card(kit.strong(kit.words().live(title)), control);
    }
}
