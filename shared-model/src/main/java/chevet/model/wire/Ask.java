package chevet.model.wire;

import chevet.model.place.TerminalId;
import java.time.Instant;
import java.util.Optional;

/**
 * A question that is answered now or has failed now; neither side stores it.
 *
 * @param id correlation; a repeat bears the same id and gets the same answer
 * @param act idempotency id where the ask changes something
 */
public record Ask(
        String id, TerminalId terminal, Instant at, String type, Optional<String> act, Body body) {}
