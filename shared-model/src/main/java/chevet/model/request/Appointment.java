package chevet.model.request;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * Something that is arranged for the patient.
 *
 * @param what in the hospital's words: {@code Scanner}
 * @param where in the hospital's words: {@code Imagerie, rez-de-chaussée}
 */
public record Appointment(Instant at, String what, Optional<String> where)
        implements Comparable<Appointment> {
    private static final Comparator<Appointment> ORDER =
            Comparator.comparing(Appointment::at).thenComparing(Appointment::what);

    @Override
    public int compareTo(Appointment other) {
        return ORDER.compare(this, other);
    }

    /** Says nothing of the patient: what has a toString ends in a log. */
    @Override
    public String toString() {
        return "Appointment[]";
    }
}
