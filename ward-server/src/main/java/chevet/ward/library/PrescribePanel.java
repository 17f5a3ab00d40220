package chevet.ward.library;

import chevet.model.library.Film;
import chevet.model.place.WardId;
import chevet.ward.console.Fault;
import chevet.ward.console.Filled;
import chevet.ward.sync.Bedsides;
import java.util.List;
import java.util.Map;

/** The form to prescribe a film, with what was filled in. */
public record PrescribePanel(
        WardId ward,
        List<Bedsides.Lying> lying,
        List<Film> films,
        Map<String, String> values,
        List<Fault> faults)
        implements Filled {
    public PrescribePanel {
        lying = List.copyOf(lying);
        films = List.copyOf(films);
        values = Map.copyOf(values);
        faults = List.copyOf(faults);
    }

    @Override
    public String toString() {
        return "PrescribePanel[" + ward + "]";
    }
}
