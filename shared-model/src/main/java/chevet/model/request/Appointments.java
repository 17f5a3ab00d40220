package chevet.model.request;

import java.util.List;

/**
 * What is arranged for the patient, soonest first: body of the event {@code appointments} of the
 * stay's stream. It is there only while the patient wants it on the screen: a terminal is never
 * sent what it may not show.
 */
public record Appointments(List<Appointment> all) {
    public static final String TYPE = "care.appointments";

    /** The key of its event in the stay's stream. */
    public static final String KEY = "appointments";

    public Appointments {
        all = all.stream().sorted().toList();
    }

    /** Says nothing of the patient: what has a toString ends in a log. */
    @Override
    public String toString() {
        return "Appointments[]";
    }
}
