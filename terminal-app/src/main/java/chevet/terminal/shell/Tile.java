package chevet.terminal.shell;

import chevet.terminal.ui.Icon;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/**
 * A door on the home screen; it is there only when its feature is.
 *
 * @param screen the screen behind it
 * @param style the CSS class that gives it its colour: {@code tile-meals}
 * @param icon drawn in its corner
 * @param titleKey key in the bundles
 * @param subtitle what is behind it now, already in the patient's language
 * @param badge how many things wait there; 0 shows none
 * @param there there is something behind it; while not, there is no door
 */
public record Tile(
        String screen,
        String style,
        Icon.Shape icon,
        String titleKey,
        ObservableValue<String> subtitle,
        ObservableValue<Number> badge,
        ObservableValue<Boolean> there) {
    /** A door that is always there. */
    public Tile(
            String screen,
            String style,
            Icon.Shape icon,
            String titleKey,
            ObservableValue<String> subtitle,
            ObservableValue<Number> badge) {
        this(
                screen,
                style,
                icon,
                titleKey,
                subtitle,
                badge,
                new ReadOnlyObjectWrapper<>(true).getReadOnlyProperty());
    }
}
