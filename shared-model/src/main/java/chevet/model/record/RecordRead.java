package chevet.model.record;

/**
 * Body of the ask {@code record.read}: one section of the record of whoever lies at the terminal;
 * answered by a {@link RecordPart}, sealed for that key ({@link chevet.model.wire.SealedAnswer}).
 *
 * @param token of the session at this terminal
 * @param key the open half of the session's {@link chevet.model.wire.AnswerKey}
 */
public record RecordRead(String token, RecordSection section, String key) {
    public static final String TYPE = "record.read";

    /** Names the section alone: what has a toString ends in a log. */
    @Override
    public String toString() {
        return "RecordRead[" + section + "]";
    }
}
