package chevet.terminal.library;

import chevet.terminal.shell.Navigator;
import chevet.terminal.shell.Screen;
import java.util.function.Supplier;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/** The page of one film with its questions; see {@link LibraryScreen}, which joins it. */
final class FilmScreen implements Screen {
    /** Its name for the navigator. */
    static final String NAME = "film";

    private final FilmModel model;
    private final FilmInteractor interactor;
    private final Projector projector;
    private final Supplier<FilmView> making;
    private @Nullable FilmView view;

    FilmScreen(
            FilmModel model,
            FilmInteractor interactor,
            Projector projector,
            Supplier<FilmView> making,
            Navigator navigator) {
        this.model = model;
        this.interactor = interactor;
        this.projector = projector;
        this.making = making;
        model.whole().addListener((_, _, whole) -> navigator.whole(whole));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String titleKey() {
        return "library.title";
    }

    @Override
    public String above() {
        return LibraryScreen.NAME;
    }

    @Override
    public Parent view() {
        return built().root();
    }

    private FilmView built() {
        FilmView built = view;
        if (built == null) {
            built = making.get();
            view = built;
        }
        return built;
    }

    @Override
    public void activate() {
        interactor.enter();
        if (model.film().get().isPresent()) {
            built().show(projector.engine().picture());
        }
    }

    @Override
    public void deactivate() {
        interactor.leave();
    }

    @Override
    public boolean watched() {
        return projector.watched();
    }

    @Override
    public boolean back() {
        boolean larger = model.whole().get();
        interactor.whole(false);
        return larger;
    }

    @Override
    public void forget() {
        interactor.forget();
    }
}
