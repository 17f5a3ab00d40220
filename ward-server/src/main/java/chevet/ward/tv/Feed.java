package chevet.ward.tv;

import java.time.Instant;
import java.util.Optional;

/**
 * How it stands with one of the two feeds.
 *
 * @param takenFrom file or address of what is in use; empty where nothing is
 * @param takenAt when it was read
 * @param triedFrom what was tried last
 * @param found how many channels or programmes the last try held
 * @param report of the last try
 */
public record Feed(
        Kind kind,
        Optional<String> takenFrom,
        Optional<Instant> takenAt,
        String triedFrom,
        Instant triedAt,
        State state,
        int found,
        Report report) {
    /** What a feed holds. */
    public enum Kind {
        CHANNELS,
        GUIDE
    }

    /** What came of the last try. */
    public enum State {
        /** It is in use. */
        TAKEN,
        /** It could not be used; what was in use before still is. */
        REFUSED,
        /** It could not be had; what was in use before still is. */
        UNREACHABLE
    }
}
