package chevet.terminal.player;

import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What an engine tells of itself: set by the engine, read by all. On the JavaFX thread. */
abstract class ToldEngine implements MediaEngine {
    final ReadOnlyObjectWrapper<PlayState> state =
            new ReadOnlyObjectWrapper<>(new PlayState.Idle());
    final ReadOnlyObjectWrapper<Duration> position = new ReadOnlyObjectWrapper<>(Duration.ZERO);
    final ReadOnlyObjectWrapper<Optional<Duration>> length =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    final ReadOnlyObjectWrapper<Tracks> tracks = new ReadOnlyObjectWrapper<>(Tracks.NONE);
    final ReadOnlyBooleanWrapper silent = new ReadOnlyBooleanWrapper();

    @Override
    public ReadOnlyObjectProperty<PlayState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyObjectProperty<Duration> positionProperty() {
        return position.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyObjectProperty<Optional<Duration>> lengthProperty() {
        return length.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyObjectProperty<Tracks> tracksProperty() {
        return tracks.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyBooleanProperty silentProperty() {
        return silent.getReadOnlyProperty();
    }
}
