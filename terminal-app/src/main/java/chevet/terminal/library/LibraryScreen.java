package chevet.terminal.library;

import chevet.model.library.Film;
import chevet.terminal.shell.Feature;
import chevet.terminal.shell.HushNote;
import chevet.terminal.shell.Navigator;
import chevet.terminal.shell.Screen;
import chevet.terminal.ui.Kit;
import chevet.terminal.ui.Look;
import chevet.terminal.ui.Pictures;
import chevet.terminal.ui.WardTime;
import chevet.terminal.ui.Work;
import java.util.List;
import java.util.Optional;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/**
 * Films and health education: joins shelves, film and check, and listens to the link all its life.
 */
public final class LibraryScreen implements Screen, AutoCloseable {
    /** Its name for the navigator. */
    public static final String NAME = "library";

    /** Base name of its bundle. */
    public static final String BUNDLE = LibraryWords.BUNDLE;

    private final Kit kit;
    private final Navigator navigator;
    private final LibraryPorts ports;
    private final LibraryModel model = new LibraryModel();
    private final FilmModel filmModel = new FilmModel();
    private final CheckModel checkModel = new CheckModel();
    private final LibraryWords words;
    private final Pictures pictures;
    private final LibraryInteractor interactor;
    private final CheckInteractor check;
    private final Projector projector;
    private final FilmInteractor film;
    private final FilmScreen filmScreen;
    private final LibraryFeed feed;
    private @Nullable LibraryView view;

    public LibraryScreen(
            Kit kit, WardTime time, Work work, LibraryPorts ports, Navigator navigator) {
        this.kit = kit;
        this.navigator = navigator;
        this.ports = ports;
        this.words = new LibraryWords(kit.words(), time);
        this.pictures = new Pictures(ports.pictures(), work, FilmCards.PICTURE);
        this.interactor = new LibraryInteractor(model, ports.objects(), kit.words());
        Teller teller = new Teller(ports.commands(), interactor, work.screen(), time);
        this.check =
                new CheckInteractor(checkModel, teller, ports, work.screen(), kit.words(), words);
        this.projector = new Projector(filmModel, ports, work);
        this.film =
                new FilmInteractor(
                        filmModel, interactor, check, teller, projector, time, kit.words());
        this.filmScreen = new FilmScreen(filmModel, film, projector, this::filmView, navigator);
        this.feed = new LibraryFeed(ports.replica(), ports.outbox(), interactor, work);
    }

    /** What it gives to the shell; from now on it follows the link. */
    public List<Feature> features() {
        feed.start();
        LibraryDoor door = new LibraryDoor(model, kit.words(), words);
        return List.of(
                new Feature(
                        this,
                        Optional.of(door.tile()),
                        Optional.of(door.toDo()),
                        List.of(Look.sheet(LibraryScreen.class, "library.css"))),
                new Feature(filmScreen, Optional.empty(), Optional.empty(), List.of()));
    }

    private FilmView filmView() {
        return new FilmView(
                kit,
                filmModel,
                new FilmStage(
                        kit,
                        words,
                        filmModel,
                        film,
                        projector,
                        new HushNote(kit, ports.quiet()),
                        this::toShelves),
                new FilmPanel(kit, words, filmModel, film, projector),
                new FilmWhole(kit, new FilmButtons(kit, filmModel, film, projector)),
                new CheckView(
                        kit,
                        words,
                        checkModel,
                        check,
                        film,
                        pictures,
                        ports.speech().isPresent(),
                        this::toShelves),
                this::toShelves);
    }

    private void toShelves() {
        navigator.show(NAME);
    }

    private void open(Film chosen) {
        film.want(chosen.id());
        navigator.show(FilmScreen.NAME);
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
    public Parent view() {
        LibraryView built = view;
        if (built == null) {
            built = new LibraryView(kit, words, model, interactor, pictures, this::open);
            view = built;
        }
        return built.root();
    }

    @Override
    public void activate() {
        if (view != null) {
            view.toTop();
        }
    }

    @Override
    public void deactivate() {
        // It plays nothing; the open shelf stays open.
    }

    @Override
    public void forget() {
        interactor.forget();
        feed.forget();
    }

    @Override
    public void close() {
        feed.close();
    }
}
