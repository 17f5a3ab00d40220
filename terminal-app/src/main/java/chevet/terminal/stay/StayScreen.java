package chevet.terminal.stay;

import chevet.model.request.RequestRule;
import chevet.model.wire.StreamId.Kind;
import chevet.terminal.shell.Feature;
import chevet.terminal.shell.Screen;
import chevet.terminal.shell.StreamFeed;
import chevet.terminal.shell.Tile;
import chevet.terminal.ui.Icon;
import chevet.terminal.ui.Kit;
import chevet.terminal.ui.Look;
import chevet.terminal.ui.TypedText;
import chevet.terminal.ui.WardTime;
import chevet.terminal.ui.Work;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/** My stay: joins page and keyboard, and listens to the link all its life. */
public final class StayScreen implements Screen, AutoCloseable {
    /** Its name for the navigator. */
    public static final String NAME = "stay";

    /** Base name of its bundle. */
    public static final String BUNDLE = StayWords.BUNDLE;

    private static final List<Kind> KINDS = List.of(Kind.TERMINAL, Kind.STAY, Kind.WARD);

    private final Kit kit;
    private final StayModel model = new StayModel();
    private final TypedText typed = new TypedText(RequestRule.LONGEST_TEXT);
    private final StayWords words;
    private final StayInteractor interactor;
    private final StayPorts ports;
    private final StreamFeed<StayFacts> feed;
    private @Nullable StayView view;

    public StayScreen(Kit kit, WardTime time, Work work, StayPorts ports) {
        this.kit = kit;
        this.words = new StayWords(kit.words(), time);
        this.interactor =
                new StayInteractor(
                        model, typed, ports.commands(), work.screen(), time, kit.words());
        this.ports = ports;
        FactsReader reader = new FactsReader(ports.replica(), ports.outbox());
        this.feed = new StreamFeed<>(work, KINDS, _ -> reader.read(), interactor::facts);
    }

    /** What it gives to the shell; from now on it follows the link. */
    public Feature feature() {
        feed.start(ports.replica(), ports.outbox(), List::of);
        return new Feature(
                this,
                Optional.of(tile()),
                Optional.empty(),
                List.of(Look.sheet(StayScreen.class, "stay.css")));
    }

    private Tile tile() {
        return new Tile(
                NAME,
                "tile-stay",
                Icon.Shape.STAY,
                "stay.title",
                Bindings.createStringBinding(
                        this::subtitle, model.lines(), kit.words().languageProperty()),
                model.lines().map(_ -> open()));
    }

    private int open() {
        return (int) model.lines().get().stream().filter(StayModel.Line::open).count();
    }

    private String subtitle() {
        return open() == 0
                ? kit.words().text("stay.subtitle")
                : kit.words().count("stay.subtitle.open", open());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String titleKey() {
        return "stay.title";
    }

    @Override
    public Parent view() {
        StayView built = view;
        if (built == null) {
            built =
                    new StayView(
                            kit,
                            words,
                            model,
                            interactor,
                            new WriteView(kit, model, interactor, typed));
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
        // What is written and not sent is still there when the patient comes back.
    }

    @Override
    public boolean back() {
        boolean writing = model.writing().get();
        interactor.leave();
        return writing;
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
