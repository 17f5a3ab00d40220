package chevet.ward.request;

import chevet.ward.console.Fault;
import java.util.List;
import java.util.Map;

/** The form that answers one request with words, with what was filled in. */
public record ReplyPanel(RequestDesk.Line line, Map<String, String> values, List<Fault> faults) {
    public ReplyPanel {
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
        return "ReplyPanel[" + line + "]";
    }
}
