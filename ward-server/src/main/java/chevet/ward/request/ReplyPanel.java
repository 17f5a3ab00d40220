package chevet.ward.request;

import chevet.ward.console.Fault;
import chevet.ward.console.Filled;
import java.util.List;
import java.util.Map;

/** The form that answers one request with words, with what was filled in. */
public record ReplyPanel(RequestDesk.Line line, Map<String, String> values, List<Fault> faults)
        implements Filled {
    public ReplyPanel {
        values = Map.copyOf(values);
        faults = List.copyOf(faults);
    }

    @Override
    public String toString() {
        return "ReplyPanel[" + line + "]";
    }
}
