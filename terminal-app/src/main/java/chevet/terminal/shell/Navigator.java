package chevet.terminal.shell;

/** Goes from screen to screen; two levels at most. On the JavaFX thread. */
public interface Navigator {
    /**
     * Shows a screen by its name.
     *
     * @throws IllegalArgumentException when no feature has such a screen
     */
    void show(String screen);

    void home();

    /** Gives the screen that is seen the whole window, or the bars again; the next one has bars. */
    void whole(boolean alone);
}
