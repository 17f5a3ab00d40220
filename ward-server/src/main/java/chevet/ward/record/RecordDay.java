package chevet.ward.record;

import chevet.model.request.Appointment;
import chevet.model.request.Carer;
import java.util.List;

/**
 * What the record says that the patient may see of the own stay.
 *
 * @param appointments that are fixed, from today on, of the next days
 * @param team who cares for this patient, by first names
 */
public record RecordDay(List<Appointment> appointments, List<Carer> team) {
    /** Neither an appointment nor anybody. */
    static final RecordDay NOTHING = new RecordDay(List.of(), List.of());

    public RecordDay {
        appointments = List.copyOf(appointments);
        team = List.copyOf(team);
    }

    /** Says nothing of the patient: what has a toString ends in a log. */
    @Override
    public String toString() {
        return "RecordDay[]";
    }
}
