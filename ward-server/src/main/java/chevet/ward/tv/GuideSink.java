package chevet.ward.tv;

import java.time.Instant;

/** Takes what a guide holds, piece by piece, so that no guide is ever whole in memory. */
interface GuideSink {
    /** A channel that the guide describes, with one of its names. */
    void channel(String id, String name);

    /**
     * Whether a programme is worth reading.
     *
     * @param stop its end, or its start where it says none
     */
    boolean wants(String channel, Instant start, Instant stop);

    void programme(Slot slot);
}
