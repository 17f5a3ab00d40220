package chevet.ward.request;

import chevet.model.place.WardId;
import chevet.model.request.CareTeam;
import chevet.ward.console.Fault;
import chevet.ward.console.Filled;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The page of a day's team.
 *
 * @param before the last team before this day, to begin from where this one is empty
 */
public record TeamPage(
        WardId ward,
        LocalDate today,
        CareTeam team,
        Optional<CareTeam> before,
        Map<String, String> values,
        List<Fault> faults)
        implements Filled {
    public TeamPage {
        values = Map.copyOf(values);
        faults = List.copyOf(faults);
    }

    @Override
    public String toString() {
        return "TeamPage[" + ward + " " + today + "]";
    }
}
