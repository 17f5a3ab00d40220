package chevet.terminal.link;

/** A running link: all that features use of it. */
public interface Link extends Commands, Outbox, Replica, Asks, AutoCloseable {
    /** Says goodbye to the server and closes the store; what waits stays on disk. */
    @Override
    void close();
}
