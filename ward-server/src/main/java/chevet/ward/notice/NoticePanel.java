package chevet.ward.notice;

import chevet.model.place.WardId;
import chevet.ward.console.Fault;
import chevet.ward.console.Filled;
import java.util.List;
import java.util.Map;

/** The form of a notice, with what was filled in. */
public record NoticePanel(WardId ward, Map<String, String> values, List<Fault> faults)
        implements Filled {
    public NoticePanel {
        values = Map.copyOf(values);
        faults = List.copyOf(faults);
    }

    @Override
    public String toString() {
        return "NoticePanel[" + ward + "]";
    }
}
