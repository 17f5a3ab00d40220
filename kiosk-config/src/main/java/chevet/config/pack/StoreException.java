package chevet.config.pack;

/** The disk below an object store does not do it: full, gone, read-only. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreException(String what, Throwable cause) {
        super(what, cause);
    }
}
