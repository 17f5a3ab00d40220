package chevet.model.request;

/** Body of the command {@code request.withdraw}: it is no longer needed. */
public record WithdrawRequest(RequestId id) {
    public static final String TYPE = "request.withdraw";
}
