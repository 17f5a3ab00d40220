package chevet.ward.hl7;

import chevet.model.stay.Movement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is kept of a visit, sealed.
 *
 * @param movements all that was told
 * @param endsBefore ends of the visit before its stay began
 * @param endedBy ends by which its stay was ended; while one of them stands, whoever comes again
 *     begins anew
 */
record VisitNotes(List<Movement> movements, Set<String> endsBefore, Set<String> endedBy) {
    static final VisitNotes NONE = new VisitNotes(List.of(), Set.of(), Set.of());

    /** No visit has so many movements; a sender that goes mad costs nobody else anything. */
    private static final int MOST = 500;

    VisitNotes {
        movements = List.copyOf(movements);
        endsBefore = Set.copyOf(endsBefore);
        endedBy = Set.copyOf(endedBy);
    }

    VisitNotes with(Movement movement) {
        if (movements.contains(movement)) {
            return this;
        }
        List<Movement> all = new ArrayList<>(movements);
        all.add(movement);
        return new VisitNotes(
                all.size() > MOST ? all.subList(all.size() - MOST, all.size()) : all,
                endsBefore,
                endedBy);
    }

    VisitNotes with(VisitNotes other) {
        VisitNotes all = this;
        for (Movement movement : other.movements) {
            all = all.with(movement);
        }
        return all;
    }

    VisitNotes begun(Set<String> ends) {
        return new VisitNotes(movements, ends, Set.of());
    }

    VisitNotes ended(Set<String> ends) {
        Set<String> by = new HashSet<>(ends);
        by.removeAll(endsBefore);
        return new VisitNotes(movements, endsBefore, by);
    }

    /** True where the end of the stay still stands. */
    boolean endStands(Set<String> ends) {
        return endedBy.stream().anyMatch(ends::contains);
    }

    /** Says nothing of where the patient lies: what has a toString ends in a log. */
    @Override
    public String toString() {
        return "VisitNotes[]";
    }
}
