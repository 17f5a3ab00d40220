package chevet.ward.broker;

/** The broker cannot be started. */
public final class BrokerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokerException(String what, Throwable cause) {
        super(what, cause);
    }
}
