package chevet.terminal.shell;

import chevet.terminal.link.Replica.LinkState;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What the frame around the screens shows. On the JavaFX thread. */
final class ShellModel {
    /** What has taken the place of the bottom bar's buttons. */
    enum Drawer {
        NONE,
        VOLUME,
        LANGUAGE
    }

    private final ObjectProperty<Optional<Screen>> screen =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<LinkState> link =
            new SimpleObjectProperty<>(new LinkState(false, Optional.empty(), 0));
    private final BooleanProperty fresh = new SimpleBooleanProperty(true);
    private final BooleanProperty fault = new SimpleBooleanProperty();
    private final ObjectProperty<Drawer> drawer = new SimpleObjectProperty<>(Drawer.NONE);
    private final BooleanProperty exiting = new SimpleBooleanProperty();
    private final BooleanProperty whole = new SimpleBooleanProperty();
    private final Instant started;

    /**
     * @param started when the terminal began to look for the server
     */
    ShellModel(Instant started) {
        this.started = started;
    }

    Instant started() {
        return started;
    }

    /** What is seen now; empty before the first. */
    ObjectProperty<Optional<Screen>> screen() {
        return screen;
    }

    ObjectProperty<LinkState> link() {
        return link;
    }

    /** The server has said a moment ago that all is current. */
    BooleanProperty fresh() {
        return fresh;
    }

    /** Something went wrong and the patient has not yet read so. */
    BooleanProperty fault() {
        return fault;
    }

    ObjectProperty<Drawer> drawer() {
        return drawer;
    }

    /** The screen is seen without the bars. */
    BooleanProperty whole() {
        return whole;
    }

    /** IT asks to leave the kiosk. */
    BooleanProperty exiting() {
        return exiting;
    }
}
