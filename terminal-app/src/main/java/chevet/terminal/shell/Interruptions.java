package chevet.terminal.shell;

import javafx.scene.Parent;

/**
 * What comes before everything that is on at the bed. While one lasts, its view covers the whole
 * screen, nothing else sounds, and the screen below waits as it was: channel, place in the film,
 * dialogue, picture alone, black for the night. When the last one has ended all of that goes on. On
 * the JavaFX thread.
 */
public interface Interruptions {
    /** Why; of several at once the later one of this list is seen. */
    enum Kind {
        STAFF,
        CALL,
        NOTICE
    }

    /**
     * Begins one.
     *
     * @param view covers the screen; in no scene yet
     * @return closes when it is over
     */
    AudioFocus.Held begin(Kind kind, Parent view);
}
