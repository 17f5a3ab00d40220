package chevet.terminal.tv;

import chevet.terminal.shell.Comfort;
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
import javafx.scene.Node;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/** Television and radio: joins model, view and interactor, and listens to the link all its life. */
public final class TvScreen implements Screen, AutoCloseable {
    /** Its name for the navigator. */
    public static final String NAME = "tv";

    /** Base name of its bundle. */
    public static final String BUNDLE = TvWords.BUNDLE;

    private final Kit kit;
    private final WardTime time;
    private final Comfort comfort;
    private final Navigator navigator;
    private final Node picture;
    private final TvModel model = new TvModel();
    private final TvWords words;
    private final TvInteractor interactor;
    private final TvFeed feed;
    private final Pictures logos;
    private @Nullable TvView view;

    public TvScreen(
            Kit kit,
            WardTime time,
            Work work,
            TvPorts ports,
            Comfort comfort,
            Navigator navigator) {
        this.kit = kit;
        this.time = time;
        this.comfort = comfort;
        this.navigator = navigator;
        this.picture = ports.engine().picture();
        this.words = new TvWords(kit.words(), time);
        this.interactor = new TvInteractor(model, ports, work.screen(), time, new FxLater());
        this.logos = new Pictures(ports.logos(), work, ChannelTile.PICTURE);
        this.feed = new TvFeed(ports, interactor, time, work);
    }

    /** What it gives to the shell; from now on it follows the link. */
    public Feature feature() {
        feed.start();
        time.minuteProperty().addListener((_, _, _) -> interactor.tick());
        kit.words()
                .languageProperty()
                .addListener((_, _, language) -> interactor.choices().speak(language.tag()));
        interactor.choices().speak(kit.words().language().tag());
        model.whole().addListener((_, _, _) -> frame());
        model.dark().addListener((_, _, _) -> frame());
        return new Feature(
                this,
                Optional.of(new TvDoor(model, kit.words()).tile()),
                Optional.empty(),
                List.of(Look.sheet(TvScreen.class, "tv.css")));
    }

    private void frame() {
        navigator.whole(model.whole().get() || model.dark().get());
        comfort.setDark(model.dark().get());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String titleKey() {
        return "tv.title";
    }

    @Override
    public Parent view() {
        TvView built = view;
        if (built == null) {
            built = new TvView(kit, words, logos, model, interactor, picture);
            view = built;
        }
        return built.root();
    }

    @Override
    public void activate() {
        interactor.enter();
        frame();
    }

    @Override
    public void deactivate() {
        interactor.leave();
    }

    @Override
    public boolean watched() {
        return interactor.watched();
    }

    @Override
    public boolean back() {
        boolean larger = model.whole().get() || model.dark().get();
        interactor.whole(false);
        interactor.dark(false);
        return larger;
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
        interactor.leave();
    }
}
