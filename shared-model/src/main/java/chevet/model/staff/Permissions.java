package chevet.model.staff;

import chevet.model.staff.Grant.Reach;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/** What somebody may do at a bed, by profile, ward and standing. What nobody granted is refused. */
public final class Permissions {
    private static final Set<Action> READING = EnumSet.of(Action.READ);

    private Permissions() {}

    /**
     * Everything that is permitted there; empty where nothing is.
     *
     * @param own whether the bed stands in a ward that this person works in
     */
    public static Set<Permission> at(Profile profile, boolean own, Standing standing) {
        Set<Permission> permitted = new HashSet<>();
        for (Grant grant : profile.grants()) {
            if (grant.reach() == Reach.ANY || own) {
                permitted.add(grant.permission());
            }
        }
        return switch (standing) {
            case PIN -> Set.copyOf(permitted);
            case GRACE -> {
                permitted.removeIf(each -> !READING.contains(each.action()));
                yield profile.grace().isZero() ? Set.of() : Set.copyOf(permitted);
            }
            case OFFLINE -> {
                permitted.removeIf(
                        each -> !READING.contains(each.action()) || !each.resource().kept());
                yield own ? Set.copyOf(permitted) : Set.of();
            }
            case EMERGENCY -> {
                permitted.addAll(profile.emergency());
                yield Set.copyOf(permitted);
            }
        };
    }
}
