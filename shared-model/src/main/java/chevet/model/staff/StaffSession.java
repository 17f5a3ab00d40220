package chevet.model.staff;

import chevet.model.stay.StayId;
import chevet.model.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A session at a bed, as the terminal may know it. It is bound to terminal, card and the stay that
 * lay there; the server decides at each request anew.
 *
 * @param id its name in the audit and in {@link SessionEnd}; no secret
 * @param token goes with each ask; secret, in memory only
 * @param name of the person, as shown: {@code S. Martin}
 * @param profile id of the profile
 * @param trade the profile's name
 * @param permissions everything that may be done here; what is missing need not be shown
 * @param stay who lies there; empty: nobody
 * @param until it ends then at the latest
 * @param idle it ends that long after the last touch
 * @param warning how long before that the screen warns
 * @param standing on what it stands; {@link Standing#GRACE} is read only
 * @param mayBreakGlass whether {@link BreakGlass} would be heard
 * @param emergencyUntil until when the glass is broken
 */
public record StaffSession(
        String id,
        String token,
        String name,
        String profile,
        Texts trade,
        Set<Permission> permissions,
        Optional<StayId> stay,
        Instant until,
        Duration idle,
        Duration warning,
        Standing standing,
        boolean mayBreakGlass,
        Optional<Instant> emergencyUntil) {
    public StaffSession {
        permissions = Set.copyOf(permissions);
    }

    /** Whether the screen may offer this. */
    public boolean may(Resource resource, Action action) {
        return permissions.contains(new Permission(resource, action));
    }

    @Override
    public String toString() {
        return "StaffSession[" + id + "]";
    }
}
