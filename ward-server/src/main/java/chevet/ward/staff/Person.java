package chevet.ward.staff;

import chevet.model.place.WardId;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody who works at the hospital.
 *
 * @param id the hospital's own, of the shape of an id; no name
 * @param name as it is shown at the bed: {@code S. Martin}
 * @param profile id of a profile
 * @param wards that this person works in; none where {@code allWards}
 * @param from the first day; empty: since ever
 * @param until the last day; empty: without an end
 */
public record Person(
        String id,
        String name,
        String profile,
        boolean allWards,
        Set<WardId> wards,
        Optional<LocalDate> from,
        Optional<LocalDate> until) {
    /** No shown name is longer. */
    static final int LONGEST_NAME = 120;

    public Person {
        wards = Set.copyOf(wards);
    }

    boolean employed(LocalDate today) {
        return from.filter(today::isBefore).isEmpty() && until.filter(today::isAfter).isEmpty();
    }

    boolean worksIn(WardId ward) {
        return allWards || wards.contains(ward);
    }

    @Override
    public String toString() {
        return "Person[" + id + "]";
    }
}
