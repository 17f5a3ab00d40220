package chevet.model.staff;

import chevet.model.text.Texts;
import java.time.Duration;
import java.util.Set;

/**
 * What a trade may do; data of the site. What is not granted is refused.
 *
 * @param id of the shape of an id: {@code nurse}
 * @param name of the trade, as it stands on screens
 * @param prescriber whoever prescribes gives the PIN each time
 * @param grants what it may do, and where
 * @param emergency what breaking the glass adds, for one patient; empty: it may not be broken
 * @param grace how long after the last PIN a tap alone opens, to read only; zero: never
 */
public record Profile(
        String id,
        Texts name,
        boolean prescriber,
        Set<Grant> grants,
        Set<Permission> emergency,
        Duration grace) {
    /** Without another word of the site. */
    public static final Duration GRACE = Duration.ofMinutes(15);

    /**
     * @throws IllegalArgumentException for a prescriber with a grace
     */
    public Profile {
        grants = Set.copyOf(grants);
        emergency = Set.copyOf(emergency);
        if (prescriber && !grace.isZero()) {
            throw new IllegalArgumentException("profile " + id + ": a prescriber has no grace");
        }
    }
}
