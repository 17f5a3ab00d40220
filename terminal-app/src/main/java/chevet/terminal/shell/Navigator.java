package chevet.terminal.shell;

/** Goes from screen to screen; two levels at most. On the JavaFX thread. */
public interface Navigator {
    void show(String screen);

    void home();
}
