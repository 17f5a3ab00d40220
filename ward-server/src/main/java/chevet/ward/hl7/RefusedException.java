package chevet.ward.hl7;

/** Leaves the reading of a message where it is refused; caught where reading began. */
final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Refusal refusal;

    RefusedException(String reason, String field) {
        super(reason + " " + field);
        this.refusal = new Refusal(reason, field);
    }

    Refusal refusal() {
        return refusal;
    }
}
