package chevet.model.tv;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the ward has set for one stay: body of the event {@code tv-access} of the stay.
 *
 * @param packs held by this stay, beside what its ward gives everybody
 * @param greatestAge in place of the ward's, at the parent's word: 0 to 18
 */
public record TvAccess(Set<TvPackId> packs, Optional<Integer> greatestAge) {
    /** The event's type. */
    public static final String TYPE = "tv.access";

    /** The event's key. */
    public static final String KEY = "tv-access";

    /** Nothing was set. */
    public static final TvAccess NONE = new TvAccess(Set.of(), Optional.empty());

    /**
     * @throws IllegalArgumentException when the age is out of range
     */
    public TvAccess {
        packs = Collections.unmodifiableSet(new TreeSet<>(packs));
        greatestAge.ifPresent(age -> Ages.checked("greatestAge", age));
    }

    /** Says nothing of the patient: what has a toString ends in a log. */
    @Override
    public String toString() {
        return "TvAccess[]";
    }
}
