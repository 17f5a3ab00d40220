package chevet.ward.http;

/** HTTP cannot be served. */
public final class HttpException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    HttpException(String what, Throwable cause) {
        super(what, cause);
    }
}
