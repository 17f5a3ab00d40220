package chevet.model.record;

/**
 * Body of the ask {@code record.read}: one section of the record of whoever lies at the terminal.
 *
 * @param token of the session at this terminal
 */
public record RecordRead(String token, RecordSection section) {
    public static final String TYPE = "record.read";

    /** Names the section alone: what has a toString ends in a log. */
    @Override
    public String toString() {
        return "RecordRead[" + section + "]";
    }
}
