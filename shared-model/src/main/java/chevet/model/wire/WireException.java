package chevet.model.wire;

/**
 * A message that cannot be read: it names the field, and holds nothing of the message's content.
 */
public final class WireException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String field;

    WireException(String field, String what) {
        super(field.isEmpty() ? what : field + ": " + what);
        this.field = field;
    }

    /**
     * The path of the field at fault, as {@code events[3].number}; empty for the message as a
     * whole.
     */
    public String field() {
        return field;
    }
}
