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
}
