package chevet.model.wire;

/**
 * How far a replica has come in a stream: everything up to {@code number} of that epoch of the log.
 */
public record Cursor(String epoch, long number) {
    /** Before the first event of any epoch. */
    public static final Cursor NONE = new Cursor("", 0);
}
