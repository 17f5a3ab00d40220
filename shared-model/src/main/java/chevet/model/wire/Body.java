package chevet.model.wire;

/**
 * The part of a message that belongs to a feature: one JSON value, already checked to be
 * well-formed, not yet read.
 */
public record Body(String json) {
    @Override
    public String toString() {
        // Bodies hold personal data; a record's own toString would carry it into a log.
        return "Body[" + json.length() + " chars]";
    }
}
