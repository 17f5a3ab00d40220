package chevet.model.staff;

import chevet.model.place.WardId;
import chevet.model.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who may read at the beds of a ward while the ward server cannot be asked, and what: of the stay
 * as the terminal knows it, never of the record. It goes out signed, as a {@link StaffCopy}.
 *
 * @param at when the server wrote it, by the server's clock
 * @param people who works in the ward and may read something
 */
public record StaffList(WardId ward, Instant at, List<Entry> people) {
    /** It counts no longer than that after {@link #at}. */
    public static final Duration LASTS = Duration.ofHours(12);

    public StaffList {
        people = List.copyOf(people);
    }

    /**
     * Somebody's card.
     *
     * @param card its serial
     * @param key its key 9A: SubjectPublicKeyInfo in base64
     * @param person id in the directory
     * @param name as shown: {@code S. Martin}
     * @param profile id of the profile
     * @param trade the profile's name
     * @param permissions by {@link Standing#OFFLINE}
     * @param from the person's time at the hospital begins; empty: it has
     * @param until it is over then; empty: it has no end
     * @param closed why the card opens nothing; empty: it does
     */
    public record Entry(
            String card,
            String key,
            String person,
            String name,
            String profile,
            Texts trade,
            Set<Permission> permissions,
            Optional<Instant> from,
            Optional<Instant> until,
            Optional<StaffRefusal> closed) {
        public Entry {
            permissions = Set.copyOf(permissions);
        }

        @Override
        public String toString() {
            return "Entry[" + card + "]";
        }
    }

    /** Whose key this is. */
    public Optional<Entry> of(String key) {
        return people.stream().filter(each -> each.key().equals(key)).findFirst();
    }

    @Override
    public String toString() {
        return "StaffList[" + ward + ", " + at + "]";
    }
}
