package chevet.ward.hl7;

/** Counts what the feed does; safe for all threads. */
public interface FeedMeter {
    FeedMeter NONE = _ -> {};

    /** It happened once more. */
    void count(What what);

    enum What {
        TAKEN,
        HELD,
        LATER,
        PASSED_OVER,
        STRANGER
    }
}
