package chevet.terminal.meal;

import chevet.terminal.shell.Feature;
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

/** Choosing a meal: joins model, view and interactor, and listens to the link all its life. */
public final class MealScreen implements Screen, AutoCloseable {
    /** Its name for the navigator. */
    public static final String NAME = "meals";

    /** Base name of its bundle. */
    public static final String BUNDLE = MealWords.BUNDLE;

    private final Kit kit;
    private final Work work;
    private final MealPorts ports;
    private final Navigator navigator;
    private final MealModel model = new MealModel();
    private final MealWords words;
    private final MealInteractor interactor;
    private final MealFeed feed;
    private @Nullable MealView view;

    public MealScreen(Kit kit, WardTime time, Work work, MealPorts ports, Navigator navigator) {
        this.kit = kit;
        this.work = work;
        this.ports = ports;
        this.navigator = navigator;
        this.words = new MealWords(kit.words(), time);
        this.interactor = new MealInteractor(model, ports.commands(), work.screen(), time);
        this.feed = new MealFeed(ports.replica(), ports.outbox(), interactor, work);
        time.minuteProperty().addListener((_, _, _) -> interactor.tick());
    }

    /** What it gives to the shell; from now on it follows the link. */
    public Feature feature() {
        feed.start();
        MealDoor door = new MealDoor(model, kit.words(), words);
        return new Feature(
                this,
                Optional.of(door.tile()),
                Optional.of(door.toDo()),
                List.of(Look.sheet(MealScreen.class, "meal.css")));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String titleKey() {
        return "meal.title";
    }

    @Override
    public Parent view() {
        MealView built = view;
        if (built == null) {
            built = new MealView(kit, words, model, interactor, navigator);
            built.showPictures(new Pictures(ports.pictures(), work, DishCards.PICTURE));
            view = built;
        }
        return built.root();
    }

    @Override
    public void activate() {
        interactor.enter();
    }

    @Override
    public void deactivate() {
        // It plays nothing, and what is half chosen stays for when the patient comes back.
    }

    @Override
    public void forget() {
        interactor.forget();
        feed.forget();
        if (view != null) {
            view.forget();
        }
    }

    @Override
    public void close() {
        feed.close();
    }
}
