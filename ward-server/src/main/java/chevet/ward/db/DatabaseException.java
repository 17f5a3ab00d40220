package chevet.ward.db;

/** The database cannot do it: not opened, not migrated, full, gone. Holds no row's content. */
public final class DatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DatabaseException(String what) {
        super(what);
    }

    public DatabaseException(String what, Throwable cause) {
        super(what, cause);
    }
}
