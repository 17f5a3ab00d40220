package chevet.terminal.shell;

import chevet.terminal.device.Sound;
import chevet.terminal.ui.Work;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/**
 * How loud this terminal may be now: set by the feature that knows the ward's rules, kept to by
 * everything that sounds. On the JavaFX thread.
 */
public final class Quiet {
    /** No rule. */
    public static final int LOUDEST = 100;

    private final Work work;
    private final Optional<Sound> sound;
    private final ReadOnlyObjectWrapper<Integer> greatest = new ReadOnlyObjectWrapper<>(LOUDEST);
    private final ReadOnlyBooleanWrapper headphonesOnly = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper hushed = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<Optional<Boolean>> plugged =
            new SimpleObjectProperty<>(Optional.empty());
    private boolean said;
    private boolean asking;

    Quiet(Work work, Optional<Sound> sound) {
        this.work = work;
        this.sound = sound;
    }

    /**
     * The rule of this hour.
     *
     * @param percent the greatest volume, 0 to 100
     * @param onlyHeadphones nothing may be heard in the room
     */
    public void rule(int percent, boolean onlyHeadphones) {
        greatest.set(percent);
        if (!onlyHeadphones) {
            said = false;
        }
        headphonesOnly.set(onlyHeadphones);
        decide();
        look();
    }

    /** The greatest volume now, in percent. */
    public ReadOnlyObjectProperty<Integer> greatestProperty() {
        return greatest.getReadOnlyProperty();
    }

    /** True while nothing may be heard: only headphones are allowed, and none are plugged in. */
    public ReadOnlyBooleanProperty hushedProperty() {
        return hushed.getReadOnlyProperty();
    }

    /** Whether headphones are plugged in; empty where the device cannot tell. */
    public ObjectProperty<Optional<Boolean>> pluggedProperty() {
        return plugged;
    }

    /** The patient says that headphones are plugged in; believed where the device cannot tell. */
    public void saidToBePlugged() {
        said = true;
        decide();
    }

    /** Looks at the plug where it matters; every few seconds. */
    void look() {
        if (!headphonesOnly.get() || sound.isEmpty() || asking) {
            return;
        }
        asking = true;
        work.read(sound.get()::headphones, this::looked);
    }

    private void looked(Optional<Boolean> now) {
        asking = false;
        plugged.set(now);
        decide();
    }

    /** Whoever said it has left. */
    void forget() {
        said = false;
        decide();
    }

    private void decide() {
        hushed.set(headphonesOnly.get() && !plugged.get().orElse(said));
    }
}
