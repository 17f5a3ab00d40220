package chevet.ward.stay;

import chevet.model.place.BedId;
import chevet.model.stay.Patient;
import chevet.ward.console.Fault;
import chevet.ward.console.Filled;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One bed: a form to admit somebody where it is free, else the patient, the features' parts,
 * transfer and discharge.
 *
 * @param patient with the name, for those who may see it; empty in a free bed
 * @param free beds that the patient could be moved to
 * @param wipes what this bed's terminal had to erase, the newest first
 * @param now by which a receipt is late
 * @param numbers the form asks for the hospital's number of the patient
 * @param parts paths of the features' parts
 * @param values what the form's fields hold
 * @param faults of what was sent
 * @param done words for what has just been done
 */
public record BedPanel(
        BedView bed,
        TerminalStates.State terminal,
        Optional<Patient> patient,
        List<BedId> free,
        List<Wipe> wipes,
        Instant now,
        boolean numbers,
        List<String> parts,
        Map<String, String> values,
        List<Fault> faults,
        Optional<String> done)
        implements Filled {
    public BedPanel {
        free = List.copyOf(free);
        wipes = List.copyOf(wipes);
        parts = List.copyOf(parts);
        values = Map.copyOf(values);
        faults = List.copyOf(faults);
    }

    @Override
    public String toString() {
        return "BedPanel[" + bed.bed() + "]";
    }
}
