package chevet.ward.tv;

/** What became of a feed. */
public sealed interface FeedResult {
    Report report();

    /**
     * It is in use and the terminals are told what changed.
     *
     * @param found how many channels, or programmes, it holds
     * @param changed how many channels, or days of channels, are not as they were
     */
    record Taken(int found, int changed, Report report) implements FeedResult {}

    /** It could not be used; what was in use before still is. */
    record Refused(Report report) implements FeedResult {}
}
