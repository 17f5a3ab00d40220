package chevet.ward.http;

/**
 * Tells open console pages that something changed, so that they show it without a reload. Safe for
 * all threads.
 */
public interface Live {
    /**
     * A page that shows {@code topic} ("beds", "meals", "accounts") is drawn anew. Holds no
     * personal data.
     */
    void changed(String topic);
}
