package chevet.terminal.shell;

/**
 * Who may be heard: one at a time. What interrupts (a ringing telephone, staff at the bed) pauses
 * whoever is heard and gives back exactly what it took. On the JavaFX thread.
 */
public interface AudioFocus {
    /**
     * Takes the sound; whoever had it is paused for good.
     *
     * @return closes when it no longer wants to be heard
     */
    Held take(Player player);

    /**
     * Pauses whoever is heard.
     *
     * @return closes when it is over: the player resumes, once no other interruption lasts, and
     *     only if it still holds the sound
     */
    Held interrupt();

    /** Something that sounds. */
    interface Player {
        /** Falls silent and keeps its place. */
        void pause();

        /** Goes on from its place; one that the patient had paused stays so. */
        void resume();
    }

    /** Closing twice is closing once. */
    interface Held extends AutoCloseable {
        @Override
        void close();
    }
}
