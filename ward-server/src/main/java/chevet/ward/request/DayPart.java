package chevet.ward.request;

import chevet.model.place.BedId;
import chevet.model.request.Appointment;
import chevet.model.request.Consent;
import chevet.model.stay.StayId;
import chevet.ward.console.Fault;
import chevet.ward.console.Filled;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Appointments' part of a bed's panel.
 *
 * @param all of every source, soonest first
 * @param written by the ward itself: those it can strike out
 * @param done words for what has just been done
 */
public record DayPart(
        BedId bed,
        StayId stay,
        Optional<Consent> consent,
        List<Appointment> all,
        List<Appointment> written,
        boolean mayChange,
        Map<String, String> values,
        List<Fault> faults,
        Optional<String> done)
        implements Filled {
    public DayPart {
        all = List.copyOf(all);
        written = List.copyOf(written);
        values = Map.copyOf(values);
        faults = List.copyOf(faults);
    }

    /** Where it stands among those that the ward wrote; -1 where another source said it. */
    public int place(Appointment appointment) {
        return written.indexOf(appointment);
    }

    @Override
    public String toString() {
        return "DayPart[" + bed + "]";
    }
}
