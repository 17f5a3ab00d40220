package chevet.ward.stay;

import java.time.Duration;
import java.time.ZoneId;

/**
 * What the site has set.
 *
 * @param zone in which the days of a stay are counted
 * @param keyKept how long a discharged stay's key is kept sealed; zero destroys it at once
 */
public record StayRules(ZoneId zone, Duration keyKept) {
    /** Four hours. */
    public static final Duration KEY_KEPT = Duration.ofHours(4);
}
