package chevet.terminal.display;

import chevet.terminal.shell.Comfort;
import chevet.terminal.shell.Feature;
import chevet.terminal.shell.Screen;
import chevet.terminal.shell.Shell;
import chevet.terminal.shell.Tile;
import chevet.terminal.ui.Icon;
import chevet.terminal.ui.Kit;
import chevet.terminal.ui.Look;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.Parent;

/**
 * Where a patient makes the screen comfortable. Its model is {@link Comfort}, which the bars share
 * with it; what is pressed here takes effect at once, so it needs no interactor.
 */
public final class DisplayScreen implements Screen {
    private final Kit kit;
    private final DisplayView view;
    private final Parent nodes;

    public DisplayScreen(Kit kit, Comfort comfort) {
        this.kit = kit;
        this.view = new DisplayView(kit, comfort);
        this.nodes = view.build();
    }

    /** It with its door. */
    public Feature feature() {
        return new Feature(
                this,
                Optional.of(
                        new Tile(
                                name(),
                                "tile-display",
                                Icon.Shape.DISPLAY,
                                titleKey(),
                                kit.words().live("display.subtitle"),
                                new SimpleIntegerProperty(0))),
                Optional.empty(),
                List.of(Look.sheet(DisplayScreen.class, "display.css")));
    }

    @Override
    public String name() {
        return Shell.DISPLAY;
    }

    @Override
    public String titleKey() {
        return "display.title";
    }

    @Override
    public Parent view() {
        return nodes;
    }

    @Override
    public void activate() {
        view.toTop();
    }

    @Override
    public void deactivate() {
        // It plays and watches nothing.
    }

    @Override
    public void forget() {
        // Comfort is reset by the shell.
    }
}
