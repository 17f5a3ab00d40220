package chevet.ward.fhir;

/** The source did not give what was asked for; says why, and nothing of any patient. */
public final class FhirException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What went wrong, for whoever runs the server. */
    public enum Kind {
        /** No answer in the time that the configuration gives. */
        LATE,
        /** Nobody listens there, or the connection broke. */
        UNREACHABLE,
        /** Its certificate, or ours, is not accepted. */
        TLS,
        /** 401 or 403: our token or certificate does not open this. */
        REFUSED,
        /** The authorization server gave no token. */
        NO_TOKEN,
        /** 429 or 503: it has too much to do. */
        BUSY,
        /** Any other status. */
        STATUS,
        /** More bytes than {@link FhirSettings#LONGEST}. */
        TOO_BIG,
        /** Not FHIR R4 as JSON. */
        NOT_FHIR,
        /** The folder cannot be read. */
        FOLDER
    }

    private final Kind kind;

    public FhirException(Kind kind, String detail) {
        super(kind + (detail.isEmpty() ? "" : ": " + detail));
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
