package chevet.terminal.device;

import java.util.concurrent.CompletableFuture;

/**
 * A voice that reads to whoever cannot. Safe for all threads; does no work on the caller's thread.
 */
public interface Speech {
    /** How reading came to its end. */
    enum End {
        /** All of it was read. */
        READ,
        /** Somebody wanted silence, or something else was to be read. */
        SILENCED,
        /** This device cannot read aloud now; the log says why. */
        FAILED
    }

    /**
     * Reads a text aloud; what was being read falls silent.
     *
     * @param language BCP 47: {@code fr}
     * @return completes at its end, never exceptionally
     */
    CompletableFuture<End> read(String text, String language);

    /** Falls silent; nothing happens where nothing is being read. */
    void silence();
}
