package chevet.terminal.shell;

import javafx.scene.Parent;

/**
 * One screen of a feature: built once, kept, and shown again and again; what was chosen and not yet
 * sent is therefore still there when the patient comes back. Called on the JavaFX thread.
 */
public interface Screen {
    /** The name that {@link Navigator} knows it by: {@code meals}. */
    String name();

    /** Key of the title in the bundles. */
    String titleKey();

    /** The nodes, built at the first call. */
    Parent view();

    /** It is about to be seen. */
    void activate();

    /** It is no longer seen; what it plays or watches stops. */
    void deactivate();

    /** True while something runs that is watched or heard without a touch: home waits. */
    default boolean watched() {
        return false;
    }

    /** Goes one step back within itself; false where there is none. */
    default boolean back() {
        return false;
    }

    /** Name of the screen that one comes back to from it. */
    default String above() {
        return Shell.HOME;
    }

    /** The stay that lay here is gone: forget everything of it, drafts too. */
    void forget();
}
