package chevet.ward.hl7;

import java.time.Instant;

/**
 * A message that waits for somebody, without anything of the patient.
 *
 * @param id of the line
 * @param reason {@link Refusal#reason}, or {@code unknown-bed}
 * @param event {@code ADT^A01}; {@code ?} where it could not be read
 * @param times it came
 * @param what field at fault, or the hospital's name of the place
 * @param sender application and facility
 * @param control the message's own number
 */
public record Held(
        String id,
        String reason,
        String event,
        int times,
        Instant first,
        Instant last,
        String what,
        String sender,
        String control) {
    /** Says nothing that a sender has written. */
    @Override
    public String toString() {
        return "Held[" + reason + "]";
    }
}
