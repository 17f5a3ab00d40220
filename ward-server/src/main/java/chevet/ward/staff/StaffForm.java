package chevet.ward.staff;

import chevet.model.staff.Profile;
import chevet.ward.console.Fault;
import chevet.ward.console.Filled;
import chevet.ward.console.WardName;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The panel in which IT makes or changes a person and the card.
 *
 * @param line the person as known; empty for a new one
 * @param values what the fields hold, by their names
 * @param wards all of the hospital
 */
public record StaffForm(
        Optional<StaffLine> line,
        Map<String, String> values,
        List<Profile> profiles,
        List<WardName> wards,
        List<Fault> faults)
        implements Filled {
    public StaffForm {
        values = Map.copyOf(values);
        profiles = List.copyOf(profiles);
        wards = List.copyOf(wards);
        faults = List.copyOf(faults);
    }

    /** Whether the person works in that ward; {@code *} for all. */
    public boolean worksIn(String ward) {
        return Arrays.asList(value("wards").split(" ")).contains(ward);
    }

    @Override
    public String toString() {
        return "StaffForm";
    }
}
