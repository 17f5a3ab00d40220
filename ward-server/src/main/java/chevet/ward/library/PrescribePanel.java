package chevet.ward.library;

import chevet.model.library.Film;
import chevet.model.place.WardId;
import chevet.ward.console.Fault;
import chevet.ward.sync.Bedsides;
import java.util.List;
import java.util.Map;

/** The form to prescribe a film, with what was filled in. */
public record PrescribePanel(
        WardId ward,
        List<Bedsides.Lying> lying,
        List<Film> films,
        Map<String, String> values,
        List<Fault> faults) {
    public PrescribePanel {
        lying = List.copyOf(lying);
        films = List.copyOf(films);
        values = Map.copyOf(values);
        faults = List.copyOf(faults);
    }

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    public boolean faulty(String field) {
        return faults.stream().anyMatch(fault -> fault.field().equals(field));
    }

    @Override
    public String toString() {
        return "PrescribePanel[" + ward + "]";
    }
}
