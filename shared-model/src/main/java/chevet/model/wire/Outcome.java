package chevet.model.wire;

import java.time.Instant;
import java.util.Optional;

/**
 * What became of a command, said once and for all.
 *
 * @param command the command's id
 * @param series the command's series
 * @param number the command's number
 * @param status what became of it
 * @param reason present unless accepted
 * @param at when the server decided, by its clock
 */
public record Outcome(
        String command,
        String series,
        long number,
        Status status,
        Optional<Reason> reason,
        Instant at) {
    public enum Status {
        ACCEPTED,
        /** Understood and not allowed; the reason is for the patient. */
        REFUSED,
        /** A fault of ours: it could not be done, and trying the same again will not help. */
        FAILED
    }
}
