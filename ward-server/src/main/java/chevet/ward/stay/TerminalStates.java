package chevet.ward.stay;

import chevet.model.place.TerminalId;
import java.time.Instant;
import java.util.Optional;

/** Whether terminals are there, for the board; the roads know. Safe for all threads. */
public interface TerminalStates {
    State of(TerminalId terminal);

    /**
     * One terminal's link.
     *
     * @param since since when it is in this state; empty where it has never been seen
     */
    record State(boolean online, Optional<Instant> since) {}
}
