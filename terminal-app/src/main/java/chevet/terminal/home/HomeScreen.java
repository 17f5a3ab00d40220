package chevet.terminal.home;

import chevet.terminal.shell.Feature;
import chevet.terminal.shell.Navigator;
import chevet.terminal.shell.Occupant;
import chevet.terminal.shell.Screen;
import chevet.terminal.shell.Shell;
import chevet.terminal.ui.Kit;
import chevet.terminal.ui.Look;
import chevet.terminal.ui.Scroller;
import java.util.List;
import java.util.Optional;
import javafx.scene.Parent;

/** What a patient sees first. */
public final class HomeScreen implements Screen {
    private final Scroller view;

    /**
     * @param features whose doors and things to do it shows, in this order
     */
    public HomeScreen(Kit kit, Navigator navigator, Occupant occupant, List<Feature> features) {
        HomeModel model = new HomeModel();
        new HomeInteractor(
                model,
                occupant,
                features.stream().flatMap(feature -> feature.toDo().stream()).toList());
        this.view =
                new HomeView(
                                kit,
                                model,
                                navigator,
                                features.stream()
                                        .flatMap(feature -> feature.tile().stream())
                                        .toList())
                        .build();
    }

    /** It with all that the shell needs to know of it. */
    public Feature feature() {
        return new Feature(
                this,
                Optional.empty(),
                Optional.empty(),
                List.of(Look.sheet(HomeScreen.class, "home.css")));
    }

    @Override
    public String name() {
        return Shell.HOME;
    }

    @Override
    public String titleKey() {
        return "shell.home";
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public void activate() {
        // All that it shows follows the bed and the features by itself; the thing to do is first.
        view.toTop();
    }

    @Override
    public void deactivate() {
        // It plays and watches nothing.
    }

    @Override
    public void forget() {
        // It keeps nothing of a stay.
    }
}
