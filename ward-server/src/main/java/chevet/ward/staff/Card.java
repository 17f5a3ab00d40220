package chevet.ward.staff;

import java.time.Instant;
import java.util.Optional;

/**
 * A card of somebody's.
 *
 * @param serial as it is printed on it, of the shape of an id
 * @param key9a SubjectPublicKeyInfo in base64
 * @param key9e the same; empty: a tap opens nothing
 * @param withdrawn since when it opens nothing, and why
 */
public record Card(
        String serial,
        String person,
        String key9a,
        Optional<String> key9e,
        Optional<Withdrawn> withdrawn) {
    /** Why a card opens nothing any more. */
    public enum Why {
        LOST,
        /** The person has another. */
        REPLACED
    }

    /** That a card was withdrawn. */
    public record Withdrawn(Instant at, Why why) {}
}
