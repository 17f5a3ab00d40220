package chevet.terminal.library;

import chevet.terminal.library.FilmModel.Stage;
import chevet.terminal.ui.Icon;
import chevet.terminal.ui.Kit;
import chevet.terminal.ui.Words;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;

/** The buttons that a running film needs, wherever they stand. On the JavaFX thread. */
final class FilmButtons {
    private final Kit kit;
    private final FilmInteractor interactor;
    private final Projector projector;
    private final BooleanBinding runs;
    private final BooleanBinding open;

    FilmButtons(Kit kit, FilmModel model, FilmInteractor interactor, Projector projector) {
        this.kit = kit;
        this.interactor = interactor;
        this.projector = projector;
        this.runs =
                Bindings.createBooleanBinding(
                        () -> model.stage().get() instanceof Stage.Playing, model.stage());
        this.open =
                Bindings.createBooleanBinding(
                        () ->
                                model.stage().get() instanceof Stage.Playing
                                        || model.stage().get() instanceof Stage.Paused,
                        model.stage());
    }

    /** Lets it stand still, or go on. */
    Button play(String id) {
        Words words = kit.words();
        Button play = kit.primary("library.pause", projector::playOrPause);
        ObservableValue<String> name =
                Bindings.createStringBinding(
                        () -> words.text(runs.get() ? "library.pause" : "library.play"),
                        runs,
                        words.languageProperty());
        Kit.name(play, name);
        play.accessibleTextProperty().unbind();
        play.accessibleTextProperty().bind(name);
        Icon icon = new Icon(Icon.Shape.PLAY);
        play.setGraphic(icon);
        runs.subscribe(now -> icon.show(now ? Icon.Shape.PAUSE : Icon.Shape.PLAY));
        play.disableProperty().bind(open.not());
        play.setId(id);
        return play;
    }

    /** Ten seconds back. */
    Button back(String id) {
        Button back = kit.button(Icon.Shape.BACK_A_LITTLE, "library.back-10", projector::back);
        back.disableProperty().bind(open.not());
        back.setId(id);
        return back;
    }

    /** Gives the picture the whole screen. */
    Button larger() {
        Button larger =
                kit.button(Icon.Shape.ENLARGE, "library.whole", () -> interactor.whole(true));
        larger.setId("film-whole");
        return larger;
    }

    /** … and takes it back. */
    Button smaller() {
        Button smaller =
                kit.button(Icon.Shape.REDUCE, "library.smaller", () -> interactor.whole(false));
        smaller.setId("film-smaller");
        return smaller;
    }

    /** It runs, so that nobody needs to press anything. */
    BooleanBinding runs() {
        return runs;
    }
}
