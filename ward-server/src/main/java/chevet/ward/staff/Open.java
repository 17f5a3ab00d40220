package chevet.ward.staff;

import chevet.model.place.BedId;
import chevet.model.place.TerminalId;
import chevet.model.place.WardId;
import chevet.model.staff.Permission;
import chevet.model.staff.Permissions;
import chevet.model.staff.Profile;
import chevet.model.staff.StaffSession;
import chevet.model.staff.Standing;
import chevet.model.stay.StayId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A session that is open.
 *
 * @param pin when the PIN was given
 * @param seen when the screen was last touched
 * @param until when it ends at the latest
 * @param emergencyUntil until when the glass is broken
 */
record Open(
        String id,
        String token,
        Person person,
        Profile profile,
        String card,
        TerminalId terminal,
        WardId ward,
        BedId bed,
        Optional<StayId> stay,
        Standing standing,
        Instant pin,
        Instant seen,
        Instant until,
        Optional<Instant> emergencyUntil) {
    static final Duration IDLE = Duration.ofMinutes(2);
    static final Duration WARNING = Duration.ofSeconds(30);
    static final Duration LONGEST = Duration.ofMinutes(15);

    /** A touch may be told late: the terminal itself locks on the second. */
    static final Duration SLACK = Duration.ofSeconds(15);

    Open touched(Instant now) {
        return with(standing, pin, now, until, emergencyUntil);
    }

    Open broken(Instant now, Instant fresh) {
        Instant end = now.plus(LONGEST);
        return with(Standing.EMERGENCY, fresh, now, end, Optional.of(end));
    }

    private Open with(
            Standing how, Instant proved, Instant touched, Instant end, Optional<Instant> glass) {
        return new Open(
                id, token, person, profile, card, terminal, ward, bed, stay, how, proved, touched,
                end, glass);
    }

    boolean idle(Instant now) {
        return now.isAfter(seen.plus(IDLE).plus(SLACK));
    }

    boolean over(Instant now) {
        return !now.isBefore(until);
    }

    /** Everything that may be done here, in this bed as it is. */
    Set<Permission> permissions() {
        return permissions(standing);
    }

    private Set<Permission> permissions(Standing how) {
        Set<Permission> all = new HashSet<>(Permissions.at(profile, person.worksIn(ward), how));
        all.removeIf(each -> each.resource().aboutPatient() && stay.isEmpty());
        return all;
    }

    /** True where the profile alone would not have given it. */
    boolean byGlass(Permission permission) {
        return standing == Standing.EMERGENCY && !permissions(Standing.PIN).contains(permission);
    }

    boolean mayBreakGlass() {
        return stay.isPresent()
                && standing != Standing.EMERGENCY
                && !permissions(Standing.PIN).containsAll(profile.emergency());
    }

    StaffSession shown() {
        return new StaffSession(
                id,
                token,
                person.name(),
                profile.id(),
                profile.name(),
                permissions(),
                stay,
                until,
                IDLE,
                WARNING,
                standing,
                mayBreakGlass(),
                emergencyUntil);
    }

    @Override
    public String toString() {
        return "Open[" + id + "]";
    }
}
