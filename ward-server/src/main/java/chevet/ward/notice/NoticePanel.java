package chevet.ward.notice;

import chevet.model.place.WardId;
import chevet.ward.console.Fault;
import java.util.List;
import java.util.Map;

/** The form of a notice, with what was filled in. */
public record NoticePanel(WardId ward, Map<String, String> values, List<Fault> faults) {
    public NoticePanel {
        values = Map.copyOf(values);
        faults = List.copyOf(faults);
    }

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    public boolean faulty(String field) {
        return faults.stream().anyMatch(fault -> fault.field().equals(field));
    }
}
